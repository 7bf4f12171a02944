import { addDays, addMonths, type Day, startOfMonths } from './days.ts'
import type { Range } from './periods.ts'
import type { Side } from './windows.ts'

/** The units that sums are kept by. */
export type Grain = 'day' | 'month' | 'year'

/** Whole days, months or years from the first day to the last; null: open. */
export interface Segment extends Range {
  readonly grain: Grain
}

/** Days that no whole unit holds: what counts on them is read from the facts. */
export interface Edge extends Range {
  readonly grain: null
}

/** What makes up the days of a side: units of which sums are kept, and the days between them. */
export interface Cover {
  readonly segments: readonly Segment[]
  readonly edges: readonly Edge[]
}

const coarsestFirst: readonly Grain[] = ['year', 'month', 'day']
const months = { month: 1, year: 12 } as const

/** First day of the first unit that begins on or after the day. */
function unitFrom(day: Day, grain: Grain): Day {
  if (grain === 'day') return day
  const start = startOfMonths(day, months[grain], 1)
  return start === day ? day : addMonths(start, months[grain])
}

/** Last day of the last unit that ends on or before the day. */
const unitTo = (day: Day, grain: Grain): Day =>
  grain === 'day' ? day : addDays(startOfMonths(addDays(day, 1), months[grain], 1), -1)

/** The days in as few units as there are; days that are left over are edges. */
function unitsOf({ from, to }: Range, grains: readonly Grain[]): (Segment | Edge)[] {
  if (from !== null && to !== null && from > to) return []
  const [grain, ...finer] = grains
  if (grain === undefined) return [{ grain: null, from, to }]
  const first = from === null ? null : unitFrom(from, grain)
  const last = to === null ? null : unitTo(to, grain)
  if (first !== null && last !== null && first > last) return unitsOf({ from, to }, finer)
  const head = from === null || first === null ? [] : unitsOf({ from, to: addDays(first, -1) }, finer)
  const tail = to === null || last === null ? [] : unitsOf({ from: addDays(last, 1), to }, finer)
  return [...head, { grain, from: first, to: last }, ...tail]
}

/** The days at which a bucket, or the whole, begins, or has just ended; and whether the days before and after are read too. */
function cutsOf({ range, windows }: Side) {
  const all: readonly Range[] = [range, ...windows]
  const cuts = new Set<Day>()
  for (const { from, to } of all) {
    if (from !== null) cuts.add(from)
    if (to !== null) cuts.add(addDays(to, 1))
  }
  return {
    cuts: [...cuts].sort(),
    before: all.some(({ from }) => from === null),
    after: all.some(({ to }) => to === null),
  }
}

/**
 * Units that together are the days of a side, such that none lies in two of its buckets: as few as the grains allow, and the
 * days that are left over. Null where no unit fits.
 */
export function cover(side: Side, grains: readonly Grain[]): Cover | null {
  const kept = coarsestFirst.filter((grain) => grains.includes(grain))
  const { cuts, before, after } = cutsOf(side)
  const [first] = cuts
  const last = cuts.at(-1)
  const spans: Range[] = [
    ...(before ? [{ from: null, to: first === undefined ? null : addDays(first, -1) }] : []),
    ...cuts.flatMap((from, index) => {
      const next = cuts[index + 1]
      return next === undefined ? [] : [{ from, to: addDays(next, -1) }]
    }),
    ...(after && last !== undefined ? [{ from: last, to: null }] : []),
  ]
  const segments: Segment[] = []
  const edges: Edge[] = []
  for (const unit of spans.flatMap((span) => unitsOf(span, kept))) {
    if (unit.grain === null) append(edges, unit)
    else append(segments, unit)
  }
  return segments.length === 0 ? null : { segments, edges }
}

/** Adds a range, as part of the last one where it goes on with the same unit. */
function append<Unit extends Segment | Edge>(units: Unit[], next: Unit): void {
  const last = units.at(-1)
  if (last?.grain === next.grain && last.to !== null && next.from === addDays(last.to, 1)) {
    units[units.length - 1] = { ...last, to: next.to }
  } else {
    units.push(next)
  }
}

/** The days of the segments in as few ranges as they are. */
export function daysOf(segments: readonly Segment[]): Range[] {
  const edges: Edge[] = []
  for (const { from, to } of [...segments].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))) {
    append(edges, { grain: null, from, to })
  }
  return edges
}
