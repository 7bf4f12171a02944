import { Worker } from 'node:worker_threads'
import type { Forecast } from './forecast.ts'

/** Series to forecast, all of one period and horizon. */
export interface Task {
  readonly id: number
  readonly series: readonly (readonly number[])[]
  readonly period: number
  readonly horizon: number
}

export type Answer =
  | { readonly id: number; readonly forecasts: readonly Forecast[] }
  | { readonly id: number; readonly failure: string }

type Pending = PromiseWithResolvers<readonly Forecast[]>

/** A thread, and what it has been asked and not answered. */
interface Forecaster {
  readonly thread: Worker
  readonly pending: Map<number, Pending>
}

let running: Forecaster | undefined
let count = 0

/** The process's one forecasting thread, started when it is first needed. It keeps no process running by itself. */
function forecaster(): Forecaster {
  if (running !== undefined) return running
  const thread = new Worker(new URL('./worker.ts', import.meta.url))
  const started: Forecaster = { thread, pending: new Map() }
  thread.unref()
  thread.on('message', (answer: Answer) => {
    const asked = started.pending.get(answer.id)
    started.pending.delete(answer.id)
    if ('failure' in answer) asked?.reject(new Error(answer.failure))
    else asked?.resolve(answer.forecasts)
  })
  const end = (reason: Error) => {
    if (running === started) running = undefined
    for (const each of started.pending.values()) each.reject(reason)
    started.pending.clear()
  }
  thread.on('error', end)
  thread.on('exit', (code) => end(new Error(`The forecasting thread ended with ${code}.`)))
  running = started
  return started
}

/** Forecasts series in a thread of their own, so that the serving loop goes on meanwhile. */
export function forecastOffLoop(
  series: readonly (readonly number[])[],
  period: number,
  horizon: number,
): Promise<readonly Forecast[]> {
  if (series.length === 0) return Promise.resolve([])
  const asked = Promise.withResolvers<readonly Forecast[]>()
  const { thread, pending } = forecaster()
  count += 1
  const task: Task = { id: count, series, period, horizon }
  pending.set(task.id, asked)
  thread.postMessage(task)
  return asked.promise
}
