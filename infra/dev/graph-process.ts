import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { onInterrupt } from '../command/interrupt.ts'
import { graphOptionsSchema, type RunningGraph, startGraph } from '../embedded/graph.ts'
import { afresh } from './afresh.ts'
import { answer } from './worker.ts'

// The graph that `npm run dev` serves. After a change only our own code is loaded anew: the libraries, a second and a half of
// work, are there already, and compiled. The code that ran before keeps answering until the new one is ready to listen.

const questionSchema = z.enum(['load']).or(z.object({ serve: graphOptionsSchema }))
/** A graph that stops still answers what it was asked; its port is free before. */
const portIsFreeMs = 500

const graph = import.meta.resolve('../embedded/graph.ts')

const load = async (): Promise<typeof startGraph> => {
  const loaded: typeof import('../embedded/graph.ts') = await import(afresh(graph))
  return loaded.startGraph
}

let start: typeof startGraph = startGraph
let running: RunningGraph | null = null

onInterrupt(async () => running?.stop())
answer(async (message) => {
  const question = questionSchema.parse(message)
  if (question === 'load') {
    start = await load()
    return null
  }
  const before = running
  running = await start(question.serve, async () => {
    if (before) await Promise.race([before.stop(), delay(portIsFreeMs)])
  })
  // Loading once for nothing halves the time of the next.
  if (!before) setTimeout(() => load().catch(() => {}))
  return { url: running.url }
})
