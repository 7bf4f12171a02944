import { type SQL, sql } from 'drizzle-orm'
import { addDays, type Day, earlier } from './days.ts'
import type { WindowSql } from './definition.ts'
import type { Range } from './periods.ts'
import { list, name } from './sql.ts'

/** A bucket by its place: 1 is the first. */
export interface Window extends Range {
  readonly place: number
}

/** The days that one side of a table covers, the period's own or those compared with, and its buckets. */
export interface Side {
  readonly range: Range
  /** In order, not overlapping. Without a grain, the range itself. */
  readonly windows: readonly Window[]
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
  const [only, second] = side.windows
  if (only === undefined) return sql`null::int`
  if (second === undefined && only.from === side.range.from && only.to === side.range.to) {
    return sql`${sql.raw(String(only.place))}`
  }
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

function isTiled({ range, windows }: Side): boolean {
  return windows.every((window, index) => {
    const next: Day | null | undefined = windows[index + 1]?.from
    const begins = index > 0 || window.from === range.from
    return begins && (next ? window.to !== null && next === addDays(window.to, 1) : window.to === range.to)
  })
}

/** The buckets as rows `w (place, first_day, last_day)`. */
export function windowRows(windows: readonly Window[]): SQL {
  const places = list(
    windows.map(({ place }) => place),
    'int',
  )
  return sql`unnest(${places}, ${list(windows.map(first), 'date')}, ${list(windows.map(last), 'date')}) as w (place, first_day, last_day)`
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
export function upToToday({ range, windows }: Side, asOf: Day): Side {
  const cut = <Days extends Range>(days: Days): Days => ({ ...days, to: days.to === null ? asOf : earlier(days.to, asOf) })
  return { range: cut(range), windows: windows.filter(({ from }) => from === null || from <= asOf).map(cut) }
}

export const rowWindow: WindowSql = { from: name('w.first_day'), to: name('w.last_day') }
