import { type SQL, sql } from 'drizzle-orm'
import { addDays, addMonths, type Day, daysBetween, earlier } from './days.ts'
import type { Shift, WindowSql } from './definition.ts'
import type { Range } from './periods.ts'
import { commas, list, name } from './sql.ts'

/** A bucket by its place: 1 is the first, and 0 the whole where it is a bucket of its own. */
export interface Window extends Range {
  readonly place: number
  /** The days that these were derived from. */
  readonly base?: Range
}

/** The days that one side of a table covers, the period's own or those compared with, and its buckets. */
export interface Side {
  readonly range: Range
  /** In order, and not overlapping unless they are framed. Without a grain, the range itself. */
  readonly windows: readonly Window[]
  /** Whether the whole is a bucket of its own, since it is not made up of the others. */
  readonly framed?: boolean
}

const first = (range: Range): string => range.from ?? '-infinity'
const last = (range: Range): string => range.to ?? 'infinity'

export const windowOf = (range: Range): WindowSql => ({
  from: sql`${first(range)}::date`,
  to: sql`${last(range)}::date`,
})

/** That a day lies within the range. */
export function within(day: SQL, range: Range): SQL[] {
  return [
    ...(range.from === null ? [] : [sql`${day} >= ${range.from}::date`]),
    ...(range.to === null ? [] : [sql`${day} <= ${range.to}::date`]),
  ]
}

/** The place of the bucket that holds the day; null for days of the range that lie between buckets. */
export function placeOf(day: SQL, side: Side): SQL {
  const [only] = side.windows
  if (only === undefined) return sql`null::int`
  if (isUndivided(side)) return sql`${sql.raw(String(only.place))}`
  const found = sql`width_bucket(${day}, ${list(side.windows.map(first), 'date')})`
  const places = side.windows.every(({ place }, index) => place === index + 1)
    ? found
    : sql`(${list(
        side.windows.map(({ place }) => place),
        'int',
      )})[${found}]`
  if (isTiled(side)) return places
  return sql`case when ${day} <= (${list(side.windows.map(last), 'date')})[${found}] then ${places} end`
}

/** Whether the range itself is the only bucket. */
const isUndivided = ({ range, windows: [only, second] }: Side): boolean =>
  only !== undefined && second === undefined && only.from === range.from && only.to === range.to

/** With the whole as a bucket of its own, for figures of it that don't follow from those of buckets. */
export function framed(side: Side): Side {
  if (side.framed || side.windows.length === 0 || isUndivided(side)) return side
  return { ...side, windows: [{ ...side.range, place: 0 }, ...side.windows], framed: true }
}

/** The same buckets over other days, derived from theirs. */
export function shifted(side: Side, shift: Shift): Side {
  const move = (days: Range): Range => shiftedDays(days, shift)
  const whole = framed(side)
  return {
    ...whole,
    range: move(side.range),
    windows: whole.windows.map(({ place, from, to }) => ({ place, ...move({ from, to }), base: { from, to } })),
  }
}

function shiftedDays({ from, to }: Range, shift: Shift): Range {
  if (from === null || to === null) throw new TypeError('Days can only be derived from a period with a first and a last day.')
  const eve = addDays(from, -1)
  switch (shift.to) {
    case 'eve':
      return { from: eve, to: eve }
    case 'trailing':
      return { from: addMonths(addDays(to, 1), -shift.months), to }
    case 'before':
      return { from: addMonths(from, -shift.months), to: eve }
    case 'reachingBack':
      return { from: addMonths(from, -shift.months), to }
  }
}

/** From the first day of any bucket to the last day of any. */
export function hull({ range, windows }: Side): Range {
  const firsts = windows.map(({ from }) => from)
  const lasts = windows.map(({ to }) => to)
  const known = (days: readonly (Day | null)[]): Day[] => days.filter((day) => day !== null)
  return {
    from: firsts.includes(null) ? null : (known(firsts).sort().at(0) ?? range.from),
    to: lasts.includes(null) ? null : (known(lasts).sort().at(-1) ?? range.to),
  }
}

/** Two sides as one: the buckets of the second stand after so many places. */
export interface JoinedSides {
  readonly side: Side
  readonly after: number
}

/**
 * Joins two sides whose buckets don't overlap, so that what lies on either is read in one go. `wholly`: all up to the end of
 * each is read anyway, however far they lie apart. Null where they are not worth reading at once.
 */
export function joined(current: Side, previous: Side, { wholly }: { wholly: boolean }): JoinedSides | null {
  const { from: first, to: last } = current.range
  const { from: firstBefore, to: lastBefore } = previous.range
  if (first === null || last === null || firstBefore === null || lastBefore === null) return null
  if (![current, previous].every((side) => side.windows.length > 0 && !side.framed && isTiled(side))) return null
  if (lastBefore >= first) return null
  const read = daysBetween(firstBefore, lastBefore) + daysBetween(first, last) + 2
  if (!wholly && daysBetween(firstBefore, last) + 1 > mostRead * read) return null
  const after = lastPlace(current)
  const before = previous.windows.map((window) => ({ ...window, place: window.place + after }))
  return { side: { range: { from: firstBefore, to: last }, windows: [...before, ...current.windows] }, after }
}

/** The highest place of a bucket. */
export const lastPlace = ({ windows }: Side): number => Math.max(0, ...windows.map(({ place }) => place))

/** Days that lie between two sides are read for nothing: so many times what is needed at most. */
const mostRead = 1.5

function isTiled({ range, windows }: Side): boolean {
  return windows.every((window, index) => {
    const next: Day | null | undefined = windows[index + 1]?.from
    const begins = index > 0 || window.from === range.from
    return begins && (next ? window.to !== null && next === addDays(window.to, 1) : window.to === range.to)
  })
}

/** The buckets as rows `w (place, first_day, last_day, base_first, base_last)`. */
export function windowRows(windows: readonly Window[]): SQL {
  const places = list(
    windows.map(({ place }) => place),
    'int',
  )
  const bases = windows.map((window) => window.base ?? window)
  const days = [windows.map(first), windows.map(last), bases.map(first), bases.map(last)]
  return sql`unnest(${places}, ${commas(days.map((each) => list(each, 'date')))}) as w (place, first_day, last_day, base_first, base_last)`
}

/** Last days of buckets, each once, in order. */
const ends = ({ windows }: Side): string[] => [...new Set(windows.map(last))].sort()

/** The first of the last days of buckets that a day is not after, by its ordinal: 1 is the earliest. */
export function endOf(day: SQL, side: Side): SQL {
  const [only, second] = side.windows
  if (only === undefined) return sql`null::int`
  return second === undefined
    ? sql`${sql.raw(String(only.place))}`
    : sql`width_bucket(${day} - 1, ${list(ends(side), 'date')}) + 1`
}

/** The buckets as rows `ends (place, ordinal)`: by the ordinals of their last days. */
export function bucketEnds(side: Side): SQL {
  const all = ends(side)
  const places = list(
    side.windows.map(({ place }) => place),
    'int',
  )
  const ordinals = list(
    side.windows.map((window) => all.indexOf(last(window)) + 1),
    'int',
  )
  return sql`unnest(${places}, ${ordinals}) as ends (place, ordinal)`
}

/** First and last day of the bucket at a place that a column holds. */
export function windowAt(place: SQL, windows: readonly Window[]): WindowSql {
  const [only, second] = windows
  if (only !== undefined && second === undefined) return windowOf(only)
  const at = sql`array_position(${list(
    windows.map((window) => window.place),
    'int',
  )}, ${place}::int)`
  return {
    from: sql`(${list(windows.map(first), 'date')})[${at}]`,
    to: sql`(${list(windows.map(last), 'date')})[${at}]`,
  }
}

/** For figures as of a day: buckets end today at the latest, and those that have not begun have none. */
export function upToToday(side: Side, asOf: Day): Side {
  const cut = <Days extends Range>(days: Days): Days => ({ ...days, to: days.to === null ? asOf : earlier(days.to, asOf) })
  return { ...side, range: cut(side.range), windows: side.windows.filter(({ from }) => from === null || from <= asOf).map(cut) }
}

/** First and last day of the bucket that a row of `windowRows` is, and those that they were derived from. */
export const rowWindow: WindowSql = { from: name('w.first_day'), to: name('w.last_day') }
export const rowBase: WindowSql = { from: name('w.base_first'), to: name('w.base_last') }
