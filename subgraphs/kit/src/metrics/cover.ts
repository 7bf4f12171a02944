import { addDays, addMonths, type Day, earlier, later, startOfMonths } from './days.ts'
import type { Range } from './periods.ts'
import type { Side } from './windows.ts'

/** The units that sums are kept by. */
export type Grain = 'day' | 'month' | 'year'

/** Whole days, months or years from the first day to the last; null: open. */
export interface Segment extends Range {
  readonly grain: Grain
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

/** The days in as few units as there are; null where days are left over that are smaller than the smallest of them. */
function unitsOf({ from, to }: Range, grains: readonly Grain[]): Segment[] | null {
  if (from !== null && to !== null && from > to) return []
  const [grain, ...finer] = grains
  if (grain === undefined) return null
  const first = from === null ? null : unitFrom(from, grain)
  const last = to === null ? null : unitTo(to, grain)
  if (first !== null && last !== null && first > last) return unitsOf({ from, to }, finer)
  const head = from === null || first === null ? [] : unitsOf({ from, to: addDays(first, -1) }, finer)
  const tail = to === null || last === null ? [] : unitsOf({ from: addDays(last, 1), to }, finer)
  return head && tail && [...head, { grain, from: first, to: last }, ...tail]
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
 * Units that together are the days of a side, such that none lies in two of its buckets: as few as the grains allow.
 * Null where the grains are too coarse.
 */
export function cover(side: Side, grains: readonly Grain[]): Segment[] | null {
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
  for (const span of spans) {
    const units = unitsOf(span, kept)
    if (units === null) return null
    for (const unit of units) append(segments, unit)
  }
  return segments
}

/** Adds a segment, as part of the last one where it goes on with the same unit. */
function append(segments: Segment[], next: Segment): void {
  const last = segments.at(-1)
  if (last?.grain === next.grain && last.to !== null && next.from === addDays(last.to, 1)) {
    segments[segments.length - 1] = { ...last, to: next.to }
  } else {
    segments.push(next)
  }
}

/** From the first day of any to the last of any. */
export function spanOf(segments: readonly Segment[]): Range {
  const whole = (end: 'from' | 'to', pick: (a: Day, b: Day) => Day) =>
    segments.reduce<Day | null | undefined>((found, segment) => {
      const day = segment[end]
      return found === undefined ? day : found === null || day === null ? null : pick(found, day)
    }, undefined) ?? null
  return { from: whole('from', earlier), to: whole('to', later) }
}
