import { availableParallelism } from 'node:os'
import type { DomainDatabase } from '@aems/drizzle/client.ts'
import pLimit, { type LimitFunction } from 'p-limit'

/**
 * So many questions of one process are added up at a time; the rest wait their turn. Over millions of facts each question
 * takes a processor, or several: more at a time make all of them slow, until they are stopped for their length.
 */
const atATime = Math.max(2, availableParallelism())

const queues = new WeakMap<DomainDatabase, LimitFunction>()

/** Runs `work` when it is its turn on the database. */
export function inTurn<Result>(database: DomainDatabase, work: () => Promise<Result>): Promise<Result> {
  const queue = queues.get(database) ?? pLimit(atATime)
  queues.set(database, queue)
  return queue(work)
}
