import { parentPort, workerData } from 'node:worker_threads'
import { inTenThousandths, yearlyLosses } from '../domain/loss.ts'
import type { Simulated, Task } from './off-loop.ts'

// Runs in a thread of its own, answers once and ends.
const tasks: readonly Task[] = workerData
parentPort?.postMessage(
  tasks.map(({ riskId, model }): Simulated => ({ riskId, losses: yearlyLosses(model, riskId).map(inTenThousandths) })),
)
