import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { GraphOptions, RunningGraph } from '../embedded/graph.ts'

const program = fileURLToPath(new URL('graph-process.ts', import.meta.url))
const startedSchema = z.object({ url: z.string() })

/** A graph in a process of its own, which can be started anew with the code as it is by then. */
export interface RestartingGraph extends RunningGraph {
  /** @param ready what must be done before the new one reads the schema. @throws Error where it does not start; the old one is gone by then. */
  restart(ready: Promise<void>): Promise<void>
}

/** Starts the graph in a process of its own. */
export async function startRestartingGraph(options: GraphOptions): Promise<RestartingGraph> {
  let child = spawnGraph()
  const url = await listen(child, options)
  return {
    url,
    restart: async (ready) => {
      // The new one loads its modules while the old one stops.
      const next = spawnGraph()
      try {
        await ready
      } catch (error) {
        await end(next)
        throw error
      }
      await end(child)
      child = next
      await listen(child, options)
    },
    stop: () => end(child),
  }
}

const spawnGraph = (): ChildProcess => fork(program, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], detached: true })

function listen(child: ChildProcess, options: GraphOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(startedSchema.parse(message).url))
    child.once('exit', () =>
      reject(new Error('The graph did not start; the lines above say why. It is tried again at the next change.')),
    )
    child.send(options, () => {})
  })
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 3_000)
  await gone
  clearTimeout(late)
}
