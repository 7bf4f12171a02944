import type { ViewerTransaction } from '@aems/drizzle/client.ts'
import { type SQL, sql } from 'drizzle-orm'
import { badInput } from '../errors.ts'
import { comparedBuckets, comparedPeriod } from './comparison.ts'
import { later } from './days.ts'
import type { Fact } from './definition.ts'
import { buckets, type Calendar, type ClosedRange, type Period, type Range, startOf, type TimeUnit } from './periods.ts'
import { limits } from './plan.ts'
import type { Comparison } from './query.ts'
import { unionAll } from './sql.ts'
import type { Side } from './windows.ts'

/** What says how far an open period reaches, and whether the figures asked for need to know. */
interface Bounds {
  readonly facts: ReadonlySet<Fact<string>>
  readonly needed: boolean
}

/** The days of a period, in buckets of the grain where there is one. */
export async function currentSide(
  tx: ViewerTransaction,
  period: Period,
  grain: TimeUnit | null,
  { facts, needed }: Bounds,
  calendar: Calendar,
): Promise<Side> {
  const open: Range = { from: period.from, to: period.to }
  const range = needed ? await closedRange(tx, open, facts, calendar) : open
  if (grain === null) return { range, windows: [{ ...range, place: 1 }] }
  const closed = await closedRange(tx, range, facts, calendar)
  // Where nobody said when to begin, the first unit is a whole one too.
  const start = range.from === null ? startOf(grain, closed.from, calendar) : closed.from
  const found = buckets({ ...closed, from: start }, grain, calendar)
  if (found.length > limits.buckets) {
    throw badInput(
      `By ${grain} the period has more than ${limits.buckets.toLocaleString('en')} units. Choose a longer unit or a shorter period.`,
    )
  }
  return { range: closed, windows: found.map((bucket, index) => ({ ...bucket, place: index + 1 })) }
}

/** An open period by a grain reaches from the first fact to today, or to the last fact where that is later. */
async function closedRange(
  tx: ViewerTransaction,
  { from, to }: Range,
  facts: ReadonlySet<Fact<string>>,
  { asOf }: Calendar,
): Promise<ClosedRange> {
  if (from !== null && to !== null) return { from, to }
  const bounds = [...facts].map((fact) => extent(fact, asOf))
  const [found] = await tx.execute<{ first: string | null; last: string | null }>(
    sql`select min(first)::text as first, max(last)::text as last from (${unionAll(bounds)}) bounds (first, last)`,
  )
  const start = from ?? found?.first ?? asOf
  const end = to ?? later(found?.last ?? asOf, asOf)
  return { from: from === null && start > end ? end : start, to: later(start, end) }
}

function extent({ timing, from }: Fact<string>, asOf: string): SQL {
  if (timing.kind === 'on') return sql`select min(${timing.day}), max(${timing.day}) from ${from}`
  if (timing.kind === 'over') return sql`select min(${timing.first}), max(${timing.last}) from ${from}`
  const earliest = timing.kind === 'upTo' ? (timing.earliest ?? sql`min(${timing.day})`) : timing.earliest
  return sql`select ${earliest}, ${asOf}::date from ${from}`
}

/** The days that the period is compared with, in buckets beside its own. */
export function previousSide(
  compare: Comparison | null,
  grain: TimeUnit | null,
  period: Period,
  current: Side,
  calendar: Calendar,
): Side | null {
  if (compare !== 'PREVIOUS_PERIOD' && compare !== 'PREVIOUS_YEAR') return null
  const compared = comparedPeriod(compare, period, calendar)
  const range = { from: compared.from, to: compared.to }
  if (grain === null) return { range, windows: [{ ...range, place: 1 }] }
  const closed = current.windows.flatMap(({ from, to }) => (from === null || to === null ? [] : [{ from, to }]))
  const windows = comparedBuckets(closed, grain, compared).flatMap((bucket, index) =>
    bucket === null ? [] : [{ ...bucket, place: index + 1 }],
  )
  return { range, windows }
}
