import { z } from 'zod'
import type { GraphOptions, RunningGraph } from '../embedded/graph.ts'
import { startWorker } from './worker.ts'

const startedSchema = z.object({ url: z.string() })
/** Each start leaves some memory behind; after so many, the process is replaced. */
const startsPerProcess = 50

/** A graph in a process of its own, which can be started anew with the code as it is by then. */
export interface RestartingGraph extends RunningGraph {
  /**
   * @param ready what must be done before the new one reads the schema.
   * @throws Error where it does not start; the one before keeps answering then.
   */
  restart(ready: Promise<unknown>): Promise<void>
}

/** Starts the graph in a process of its own. */
export async function startRestartingGraph(options: GraphOptions): Promise<RestartingGraph> {
  const process = startWorker('graph-process.ts')
  const serve = async (at: GraphOptions) => startedSchema.parse(await process.ask({ serve: at })).url
  const url = await serve(options)
  const sameAgain = { ...options, port: Number(new URL(url).port) }
  let starts = 1
  return {
    url,
    restart: async (ready) => {
      if (starts++ % startsPerProcess === 0) await process.stop()
      await Promise.all([process.ask('load'), ready])
      await serve(sameAgain)
    },
    stop: process.stop,
  }
}
