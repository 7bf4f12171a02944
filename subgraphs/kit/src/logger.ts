import { type DestinationStream, destination, type Level, type Logger, pino } from 'pino'

export type { Logger } from 'pino'
export type LogLevel = Exclude<Level, 'fatal'>

export interface LoggerOptions {
  /** Which program writes. */
  readonly name: string
  readonly level?: LogLevel
  /** File to append to; without it, standard output. */
  readonly file?: string
}

/** A log of JSON lines; for people only where it goes to a terminal. Whatever is secret never gets into it. */
export function createLogger({ name, level = 'info', file }: LoggerOptions): Logger {
  const options = {
    name,
    level,
    redact: ['password', '*.password', 'accessToken', '*.accessToken', 'refreshToken', '*.refreshToken', 'operatorKey'],
  }
  if (file !== undefined) return pino(options, destination({ dest: file, append: true, mkdir: true, sync: false }))
  return process.stdout.isTTY ? pino(options, forPeople) : pino(options)
}

const levels: Readonly<Record<number, string>> = { 10: 'trace', 20: 'debug', 30: 'info', 40: 'warn', 50: 'error', 60: 'fatal' }

/** One line for people: time, level, program, message, and what else was said. */
const forPeople: DestinationStream = {
  write(line) {
    const { level, time, name, msg, pid: _pid, hostname: _hostname, ...rest } = JSON.parse(line) as Record<string, unknown>
    const clock = new Date(Number(time)).toISOString().slice(11, 19)
    const said = Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : ''
    process.stdout.write(`${clock} ${levels[Number(level)] ?? ''} ${name}: ${msg ?? ''}${said}\n`)
  },
}
