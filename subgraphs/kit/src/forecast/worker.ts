import { parentPort } from 'node:worker_threads'
import { forecast } from './forecast.ts'
import type { Answer, Task } from './off-loop.ts'

/** What is wrong with a task is its own affair: the thread goes on. */
function answer({ id, series, period, horizon }: Task): Answer {
  try {
    return { id, forecasts: series.map((values) => forecast(values, period, horizon)) }
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : String(error) }
  }
}

// Runs in a thread of its own: one task at a time, each a list of series.
parentPort?.on('message', (task: Task) => parentPort?.postMessage(answer(task)))
