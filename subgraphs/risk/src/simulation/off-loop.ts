import { Worker } from 'node:worker_threads'
import type { LossModel } from '../domain/loss.ts'

/** A risk whose years are to be simulated. Its id is the seed. */
export interface Task {
  readonly riskId: string
  readonly model: LossModel
}

/** A risk's loss in each simulated year, in ten-thousandths of the company's currency. */
export interface Simulated {
  readonly riskId: string
  readonly losses: readonly string[]
}

/** Simulates risks in a thread of their own, so that the serving loop goes on meanwhile. */
export function simulateOffLoop(tasks: readonly Task[]): Promise<readonly Simulated[]> {
  const { promise, resolve, reject } = Promise.withResolvers<readonly Simulated[]>()
  const thread = new Worker(new URL('./worker.ts', import.meta.url), { workerData: tasks })
  thread.once('message', resolve)
  thread.once('error', reject)
  thread.once('exit', (code) => reject(new Error(`The simulating thread ended with ${code} and gave nothing.`)))
  return promise
}
