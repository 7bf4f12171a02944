import { fork } from 'node:child_process'
import { once } from 'node:events'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** A server in a process of its own, so that measuring does not slow what is measured. */
export interface ServerProcess {
  readonly url: string
  /** Resident memory of the process, in MB, as it is now. */
  memory(): Promise<number>
  /** The 99th percentile of its event loop's delay since it was last asked, in ms. */
  loopDelay(): Promise<number>
  stop(): Promise<void>
}

const messageSchema = z
  .object({ url: z.string() })
  .or(z.object({ megabytes: z.number() }))
  .or(z.object({ milliseconds: z.number() }))

/** The loop is looked at so often. */
const resolutionMs = 1

/** Starts one of the servers beside this file; it sends its URL when it is ready. */
export async function startServer(file: string, args: readonly string[], startMs = 60_000): Promise<ServerProcess> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [...args], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const next = async (limitMs: number) => {
    const [message] = await Promise.race([
      once(child, 'message', { signal: AbortSignal.timeout(limitMs) }),
      once(child, 'exit').then(([code]) => {
        throw new Error(`${file} ended with status ${code} instead of answering.`)
      }),
    ])
    return messageSchema.parse(message)
  }
  const first = await next(startMs)
  if (!('url' in first)) throw new Error(`${file} did not say where it answers.`)
  return {
    url: first.url,
    memory: async () => {
      child.send('memory')
      const answer = await next(5_000)
      return 'megabytes' in answer ? answer.megabytes : Number.NaN
    },
    loopDelay: async () => {
      child.send('delay')
      const answer = await next(5_000)
      return 'milliseconds' in answer ? answer.milliseconds : Number.NaN
    },
    stop: async () => {
      const gone = once(child, 'exit')
      child.send('stop')
      await gone
    },
  }
}

/** The server's side of the conversation: says where it answers, then does as it is told. */
export function answerParent(url: string, stop: () => Promise<void>): void {
  const megabytes = (): number => process.memoryUsage.rss() / 1024 ** 2
  const delay = monitorEventLoopDelay({ resolution: resolutionMs })
  delay.enable()
  process.on('message', (message) => {
    if (message === 'memory') process.send?.({ megabytes: megabytes() })
    if (message === 'delay') {
      // What is told holds the time between two looks too.
      process.send?.({ milliseconds: Math.max(0, delay.percentile(99) / 1e6 - resolutionMs) })
      delay.reset()
    }
    if (message === 'stop') stop().then(() => process.exit(0))
  })
  process.on('disconnect', () => stop().then(() => process.exit(0)))
  process.send?.({ url })
}
