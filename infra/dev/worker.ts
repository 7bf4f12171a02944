import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

// A process that has loaded its libraries before anything is asked of it. It answers one question after the other.

const answerSchema = z.object({ result: z.unknown() }).or(z.object({ error: z.string() }))

/** A process of `npm run dev`. */
export interface Worker {
  /** Asks it; one that has ended is started anew first. @throws Error with what it said, or where it ends or does not answer. */
  ask(question: unknown): Promise<unknown>
  stop(): Promise<void>
}

/** Starts a process of a program beside this file, which calls `answer`. */
export function startWorker(file: string, limitMs = 60_000): Worker {
  const program = fileURLToPath(new URL(file, import.meta.url))
  // A group of its own: Ctrl-C reaches the command, which stops its workers in order.
  const start = () => fork(program, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], detached: true })
  let child = start()
  let last: Promise<unknown> = Promise.resolve()
  const ask = (question: unknown): Promise<unknown> => {
    if (hasEnded(child)) child = start()
    return answerOf(child, question, limitMs)
  }
  return {
    ask: (question) => {
      const answered = last.then(() => ask(question))
      last = answered.catch(() => {})
      return answered
    },
    stop: () => end(child),
  }
}

function answerOf(child: ChildProcess, question: unknown, limitMs: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => child.kill('SIGKILL'), limitMs)
    const settle = () => {
      clearTimeout(late)
      child.off('message', hear).off('exit', gone)
    }
    const hear = (message: unknown) => {
      settle()
      const answer = answerSchema.parse(message)
      if ('error' in answer) reject(new Error(answer.error))
      else resolve(answer.result)
    }
    const gone = (status: number | null, signal: NodeJS.Signals | null) => {
      settle()
      const how = signal === null ? `with status ${status}` : `by ${signal}`
      reject(
        new Error(`The process ended ${how} before it answered; the lines above say why. It is started anew at the next change.`),
      )
    }
    child.once('message', hear).once('exit', gone)
    // Where it can't be sent, the process is ending.
    child.send({ question }, () => {})
  })
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 3_000)
  await gone
  clearTimeout(late)
}

const questionSchema = z.object({ question: z.unknown() })

/** The worker's side: answers each question by `work`, until the process that asks is gone. */
export function answer(work: (question: unknown) => Promise<unknown>): void {
  process.on('message', (message) => {
    work(questionSchema.parse(message).question).then(
      (result) => process.send?.({ result }),
      (error: unknown) => process.send?.({ error: sentence(error) }),
    )
  })
  process.once('disconnect', () => process.exit(0))
  // The next question keeps it running, even where it has nothing else to do and one is slow to come.
  process.channel?.ref()
}

/** What people are told of a fault: where it is, when it is in the code being written. */
function sentence(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error)
  if (!(error instanceof Error)) return String(error)
  return error.name === 'CompositionError' ? error.message : (error.stack ?? error.message)
}
