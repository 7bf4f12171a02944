import type { Metric } from '@aems/schema/catalogue.ts'
import type { Meaning } from './meaning.ts'
import type { Reading } from './reading.ts'
import { addUnits, type Day, startOf, type TimeUnit } from './time/calendar.ts'
import type { Clock, Period } from './time/period.ts'
import { whole } from './time/period.ts'

/** How many months ahead are forecast where no days are named. */
const usualMonths = 6

/** A question about days to come: the days that it asks for, in units that the past can be learnt from. */
export function outlookOf(meaning: Meaning, { time }: Reading, clock: Clock): Meaning {
  const asked = time.future ?? time.period ?? meaning.period
  const tomorrow = addUnits(clock.asOf, 'DAY', 1)
  const isAhead = asked.to !== null && asked.to > clock.asOf
  const period: Period = isAhead
    ? { ...asked, from: asked.from !== null && asked.from > clock.asOf ? asked.from : tomorrow, toDate: null }
    : whole(
        addUnits(startOf(clock.asOf, 'MONTH', clock.fiscalStart), 'MONTH', 1),
        'MONTH',
        usualMonths,
        clock,
        `the next ${usualMonths} months`,
      )
  const named = time.grain === 'AUTO' || time.grain === null ? null : plainUnit(time.grain)
  return { ...meaning, period, periodNamed: true, grain: named ?? stepOf(period), compare: null, order: null, first: null }
}

/** Fiscal units are forecast by the calendar's. */
const plainUnit = (unit: TimeUnit): TimeUnit => (unit === 'FISCAL_QUARTER' ? 'QUARTER' : unit === 'FISCAL_YEAR' ? 'YEAR' : unit)

/** Days and weeks by themselves; all that is longer by the month. */
const stepOf = ({ unit }: Period): TimeUnit => (unit === 'DAY' || unit === 'WEEK' ? unit : 'MONTH')

const planned = /\b(due|planned|budgeted|quota|quotas|target|targets|scheduled|upcoming)\b/i

/** Whether all are planned ahead anyway, such as a quota or the filings due: days to come have their own figures of these. */
export const isPlanned = (metrics: readonly Metric[]): boolean =>
  metrics.length > 0 && metrics.every(({ label, says }) => [label, ...says].some((words) => planned.test(words)))

/** Metrics that can't be forecast: ratios and distinct counts follow from parts that can. */
export const unforeseeable = ({ metrics }: Meaning): Metric[] => metrics.filter(({ adds }) => adds === 'NEVER')

/** How the graph is asked for days to come: the unit that runs today, and so many units beyond it. */
export function ahead({ period, grain }: Meaning, asOf: Day): { readonly from: Day; readonly to: Day; readonly n: number } {
  const unit = grain ?? 'MONTH'
  const from = startOf(asOf, unit, 1)
  const last = period.to ?? asOf
  let n = 1
  while (n < 366 && addUnits(from, unit, n + 1) <= last) n++
  return { from, to: asOf, n }
}
