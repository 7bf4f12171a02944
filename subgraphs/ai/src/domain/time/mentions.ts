import type { Day, SpanUnit, TimeUnit } from './calendar.ts'
import { addDays, addMonths, addUnits, day, endOf, fiscalYearStart, isDay, isoWeekStart, startOf, yearOf } from './calendar.ts'
import type { Clock, Compare, Period } from './period.ts'
import { everything, whole } from './period.ts'

/** Something that words say about time. */
export type Said =
  | { readonly kind: 'period'; readonly period: Period; readonly yearless?: boolean; readonly edge?: boolean }
  /** So many units before (negative) or after what is spoken of. */
  | { readonly kind: 'shift'; readonly unit: SpanUnit | null; readonly count: number }
  | { readonly kind: 'compare'; readonly compare: Compare; readonly unit: SpanUnit | null }
  | { readonly kind: 'grain'; readonly unit: TimeUnit | 'AUTO'; readonly picks?: boolean }
  | { readonly kind: 'future'; readonly period: Period }
  /** Said already by another mention. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'since' | 'until' | 'before' | 'after'; readonly period: Period }

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const M = `(?:${months.join('|')}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)`
const Y = '((?:19|20)\\d\\d)'
const U =
  '(days?|weeks?|months?|quarters?|half-?years?|half years?|halves|half|years?|fiscal quarters?|fiscal years?|financial years?|fiscal halfs?)'
const O = '(first|second|third|fourth|1st|2nd|3rd|4th|last|final)'
const FY = '(?:fiscal year|financial year|fiscal|financial|fy)'

const monthNumber = (name: string): number => months.findIndex((month) => month.startsWith(name.slice(0, 3))) + 1

function unitOf(word: string): SpanUnit {
  const fiscal = /^(fiscal|financial)/.test(word) ? 'FISCAL_' : ''
  const base = word.replace(/^(fiscal|financial) /, '')
  if (base.startsWith('day')) return 'DAY'
  if (base.startsWith('week')) return 'WEEK'
  if (base.startsWith('month')) return 'MONTH'
  if (base.startsWith('quarter')) return fiscal ? 'FISCAL_QUARTER' : 'QUARTER'
  if (base.startsWith('hal')) return fiscal ? 'FISCAL_HALF' : 'HALF'
  return fiscal ? 'FISCAL_YEAR' : 'YEAR'
}

const ordinal = (word: string, last: number): number => {
  const place = ['first', 'second', 'third', 'fourth'].indexOf(word)
  return place >= 0 ? place + 1 : /^\d/.test(word) ? Number(word.charAt(0)) : last
}

const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text))
const said = (period: Period, extra: { yearless?: boolean; edge?: boolean } = {}): Said => ({ kind: 'period', period, ...extra })
const inUnits = (unit: SpanUnit): TimeUnit => (unit === 'HALF' || unit === 'FISCAL_HALF' ? 'QUARTER' : unit)

/** The latest unit of that place in its year that has begun. */
function latest(make: (year: number) => Period, clock: Clock): Period {
  const year = yearOf(clock.asOf) + 1
  for (let back = 0; back < 3; back++) {
    const period = make(year - back)
    if (period.from !== null && period.from <= clock.asOf) return period
  }
  return make(year - 2)
}

const inYear =
  (unit: SpanUnit, place: number, clock: Clock, fiscal: boolean, words: string) =>
  (year: number): Period => {
    const start = fiscal ? fiscalYearStart(year, clock.fiscalStart) : day(year, 1, 1)
    return whole(addUnits(start, unit, place - 1), unit, 1, clock, `${words} ${fiscal ? 'FY' : ''}${year}`)
  }

function toDate(unit: TimeUnit, clock: Clock, words: string): Period {
  return { from: startOf(clock.asOf, unit, clock.fiscalStart), to: clock.asOf, unit, count: 1, toDate: unit, words }
}

function current(unit: SpanUnit, clock: Clock, words: string): Period {
  if (unit === 'DAY') return whole(clock.asOf, 'DAY', 1, clock, words)
  if (unit !== 'HALF' && unit !== 'FISCAL_HALF') return toDate(unit, clock, words)
  return { from: startOf(clock.asOf, unit, clock.fiscalStart), to: clock.asOf, unit, count: 1, toDate: null, words }
}

const back = (unit: SpanUnit, units: number, clock: Clock, words: string): Period =>
  whole(addUnits(startOf(clock.asOf, unit, clock.fiscalStart), unit, -units), unit, 1, clock, words)

/** The n units that end today. */
function trailing(count: number, unit: SpanUnit, clock: Clock, words: string): Period {
  const from =
    unit === 'DAY' || unit === 'WEEK'
      ? addDays(clock.asOf, 1 - count * (unit === 'WEEK' ? 7 : 1))
      : addDays(addUnits(clock.asOf, unit, -count), 1)
  return { from, to: clock.asOf, unit, count, toDate: null, words }
}

function ahead(count: number, unit: SpanUnit, clock: Clock, words: string): Said {
  const start = addUnits(startOf(clock.asOf, unit, clock.fiscalStart), unit, 1)
  return { kind: 'future', period: whole(start, unit, count, clock, words) }
}

const onDay = (on: Day, clock: Clock): Said | undefined => (isDay(on) ? said(whole(on, 'DAY', 1, clock, on)) : undefined)
const dated = (year: string, month: string, date: string): Day =>
  `${year}-${String(monthNumber(month)).padStart(2, '0')}-${date.padStart(2, '0')}`

type Group = (index: number) => string
type Build = (group: Group, clock: Clock, words: string) => Said | undefined

const abbreviations: Readonly<Record<string, TimeUnit>> = { y: 'YEAR', q: 'QUARTER', m: 'MONTH', w: 'WEEK' }
const grains: Readonly<Record<string, TimeUnit>> = {
  daily: 'DAY',
  weekly: 'WEEK',
  monthly: 'MONTH',
  quarterly: 'QUARTER',
  yearly: 'YEAR',
  annually: 'YEAR',
  annual: 'YEAR',
}
const overs = '(?:over|on|to|o|\\/)'

/** One entry per way of speaking; at each place the longest match counts. */
const grammar: readonly (readonly [string, Build])[] = [
  ['(\\d{4}-\\d{2}-\\d{2})', (g, clock) => onDay(g(1), clock)],
  [`(${M}) (\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${Y}`, (g, clock) => onDay(dated(g(3), g(1), g(2)), clock)],
  [`(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${M})(?: of)? ${Y}`, (g, clock) => onDay(dated(g(3), g(2), g(1)), clock)],
  [`(${M}) (\\d{1,2})(?:st|nd|rd|th)?`, (g, clock) => onDay(dated(String(yearOf(clock.asOf)), g(1), g(2)), clock)],
  [
    `(${M})(?: of| in)? ${Y}`,
    (g, clock) =>
      said(whole(day(Number(g(2)), monthNumber(g(1)), 1), 'MONTH', 1, clock, `${months[monthNumber(g(1)) - 1]} ${g(2)}`)),
  ],
  [
    `${Y} (${M})`,
    (g, clock) =>
      said(whole(day(Number(g(1)), monthNumber(g(2)), 1), 'MONTH', 1, clock, `${months[monthNumber(g(2)) - 1]} ${g(1)}`)),
  ],
  [
    `(${M})`,
    (g, clock) =>
      said(
        latest(
          (year) => whole(day(year, monthNumber(g(1)), 1), 'MONTH', 1, clock, `${months[monthNumber(g(1)) - 1]} ${year}`),
          clock,
        ),
        { yearless: true },
      ),
  ],
  [
    `(?:the )?${FY}(?: ?'?)(\\d{4}|\\d\\d)`,
    (g, clock) => said(whole(fiscalYearStart(fullYear(g(1)), clock.fiscalStart), 'FISCAL_YEAR', 1, clock, `FY${fullYear(g(1))}`)),
  ],
  [
    `${Y} ${FY}`,
    (g, clock) => said(whole(fiscalYearStart(Number(g(1)), clock.fiscalStart), 'FISCAL_YEAR', 1, clock, `FY${g(1)}`)),
  ],
  [
    `(?:the )?(?:calendar(?: year)? |calender(?: year)? |cy ?|year )?${Y}`,
    (g, clock) => said(whole(day(Number(g(1)), 1, 1), 'YEAR', 1, clock, g(1))),
  ],
  [
    `q([1-4])(?: of| in)? ?'?${FY}(?: ?'?)(\\d{4}|\\d\\d)`,
    (g, clock) => said(inYear('FISCAL_QUARTER', Number(g(1)), clock, true, `Q${g(1)}`)(fullYear(g(2)))),
  ],
  [
    `(?:fiscal |fy ?)q([1-4])(?: of| in)? ${Y}`,
    (g, clock) => said(inYear('FISCAL_QUARTER', Number(g(1)), clock, true, `Q${g(1)}`)(Number(g(2)))),
  ],
  [
    `q([1-4])(?: of| in)?(?: ?'?)((?:19|20)\\d\\d|\\d\\d)`,
    (g, clock) => said(inYear('QUARTER', Number(g(1)), clock, false, `Q${g(1)}`)(fullYear(g(2)))),
  ],
  [`${Y} ?q([1-4])`, (g, clock) => said(inYear('QUARTER', Number(g(2)), clock, false, `Q${g(2)}`)(Number(g(1))))],
  [
    '(?:the )?q([1-4])',
    (g, clock) => said(latest(inYear('QUARTER', Number(g(1)), clock, false, `Q${g(1)}`), clock), { yearless: true }),
  ],
  [
    `(?:the )?${O} (fiscal )?quarter(?: of| in)? (?:the year )?(?:(${FY}) ?)?${Y}`,
    (g, clock) =>
      said(
        inYear(
          g(2) || g(3) ? 'FISCAL_QUARTER' : 'QUARTER',
          ordinal(g(1), 4),
          clock,
          Boolean(g(2) || g(3)),
          `Q${ordinal(g(1), 4)}`,
        )(Number(g(4))),
      ),
  ],
  [
    `(?:the )?(first|second|third|fourth|1st|2nd|3rd|4th) quarter`,
    (g, clock) =>
      said(latest(inYear('QUARTER', ordinal(g(1), 4), clock, false, `Q${ordinal(g(1), 4)}`), clock), { yearless: true }),
  ],
  [
    `(?:h([12])|([12])h)(?: of| in)?(?: ?'?)((?:19|20)\\d\\d|\\d\\d)`,
    (g, clock) => said(inYear('HALF', Number(g(1) || g(2)), clock, false, `H${g(1) || g(2)}`)(fullYear(g(3)))),
  ],
  [`${Y} ?h([12])`, (g, clock) => said(inYear('HALF', Number(g(2)), clock, false, `H${g(2)}`)(Number(g(1))))],
  [
    '(?:the )?(?:h([12])|([12])h)',
    (g, clock) => said(latest(inYear('HALF', Number(g(1) || g(2)), clock, false, `H${g(1) || g(2)}`), clock), { yearless: true }),
  ],
  [
    `(?:the )?(first|second|1st|2nd|last) half(?: year)?(?: of| in)? (?:the year )?(?:(${FY}) ?)?${Y}`,
    (g, clock) =>
      said(inYear(g(2) ? 'FISCAL_HALF' : 'HALF', ordinal(g(1), 2), clock, Boolean(g(2)), `H${ordinal(g(1), 2)}`)(Number(g(3)))),
  ],
  [
    '(?:the )?(first|second|1st|2nd) half(?: of (?:the|this) year)?',
    (g, clock) => said(latest(inYear('HALF', ordinal(g(1), 2), clock, false, `H${ordinal(g(1), 2)}`), clock), { yearless: true }),
  ],
  [
    `(?:the )?(first|last) (\\d+) (months|quarters|weeks|days) (?:of|in) ${Y}`,
    (g, clock) => {
      const unit = unitOf(g(3))
      const start = g(1) === 'first' ? day(Number(g(4)), 1, 1) : addUnits(day(Number(g(4)) + 1, 1, 1), unit, -Number(g(2)))
      return said(whole(start, unit, Number(g(2)), clock, `${g(1)} ${g(2)} ${g(3)} of ${g(4)}`))
    },
  ],
  [
    `(?:calendar )?(?:week|wk|kw|w) ?(\\d{1,2})(?: of| in)? ${Y}`,
    (g, clock) => said(whole(isoWeekStart(Number(g(2)), Number(g(1))), 'WEEK', 1, clock, `week ${g(1)} of ${g(2)}`)),
  ],
  [
    `${Y}-w(\\d{1,2})`,
    (g, clock) => said(whole(isoWeekStart(Number(g(1)), Number(g(2))), 'WEEK', 1, clock, `week ${g(2)} of ${g(1)}`)),
  ],
  [
    `(?:the )?(?:last|previous|prior|preceding|past) (?:full |complete |calendar |whole )?${U}`,
    (g, clock, words) =>
      /^(?:the )?past/.test(words) ? said(trailing(1, unitOf(g(1)), clock, words)) : said(back(unitOf(g(1)), 1, clock, words)),
  ],
  [`(?:the )?${U} before last`, (g, clock, words) => said(back(unitOf(g(1)), 2, clock, words))],
  [
    `(?:the )?(?:last|past|previous|trailing|rolling|preceding|prior) (\\d+) ${U}`,
    (g, clock, words) => said(trailing(Number(g(1)), unitOf(g(2)), clock, words)),
  ],
  ['(?:ttm|ltm)', (_, clock) => said(trailing(12, 'MONTH', clock, 'the last 12 months'))],
  [`(\\d+|a|an|one) ${U} ago`, (g, clock, words) => said(back(unitOf(g(2)), Number(g(1)) || 1, clock, words))],
  [
    `(?:this|the current|current|the present) ${U}(?: so far| to date)?`,
    (g, clock, words) => said(current(unitOf(g(1)), clock, words)),
  ],
  [
    `(?:so far|thus far|to date)(?: in)? (?:this|the current) ${U}`,
    (g, clock, words) => said(current(unitOf(g(1)), clock, words)),
  ],
  [`${U} to date`, (g, clock, words) => said(current(unitOf(g(1)), clock, words))],
  [
    '(fy|fiscal ?)?([yqmw])td',
    (g, clock, words) => {
      const unit = abbreviations[g(2)] ?? 'YEAR'
      return said(toDate(g(1) && (unit === 'YEAR' || unit === 'QUARTER') ? `FISCAL_${unit}` : unit, clock, words))
    },
  ],
  ['yesterday', (_, clock) => said(whole(addDays(clock.asOf, -1), 'DAY', 1, clock, 'yesterday'))],
  [
    '(?:today|right now|now|currently|at the moment|at present|as of today|as of now|at this point)',
    (_, clock) => said(whole(clock.asOf, 'DAY', 1, clock, 'today'), { edge: true }),
  ],
  [
    `(?:at |by )?(?:the )?(?:year end|end of year|end of the year|end of)(?: of)? ${Y}`,
    (g, clock) => said(whole(day(Number(g(1)), 12, 31), 'DAY', 1, clock, `the end of ${g(1)}`), { edge: true }),
  ],
  [
    `(?:at |by )?the (?:end|close) of (?:the )?(last|previous) ${U}`,
    (g, clock, words) => said(whole(back(unitOf(g(2)), 1, clock, '').to ?? clock.asOf, 'DAY', 1, clock, words), { edge: true }),
  ],
  [
    `(?:at |by )?(?:the )?(?:end|close) of (${M}) ${Y}`,
    (g, clock, words) =>
      said(whole(endOf(day(Number(g(2)), monthNumber(g(1)), 1), 'MONTH', 1), 'DAY', 1, clock, words), { edge: true }),
  ],
  [
    `(?:at |by )?(?:the )?(?:end|close) of q([1-4]) ${Y}`,
    (g, clock, words) =>
      said(whole(inYear('QUARTER', Number(g(1)), clock, false, '')(Number(g(2))).to ?? '', 'DAY', 1, clock, words), {
        edge: true,
      }),
  ],
  [
    `(?:the )?(?:start|beginning) of ${Y}`,
    (g, clock) => said(whole(day(Number(g(1)), 1, 1), 'DAY', 1, clock, `the start of ${g(1)}`)),
  ],
  [
    `(?:the )?(?:start|beginning) of (?:the|this) ${U}`,
    (g, clock) => said(whole(startOf(clock.asOf, unitOf(g(1)), clock.fiscalStart), 'DAY', 1, clock, `the start of the ${g(1)}`)),
  ],
  [
    '(?:of |for |over |in )?(?:all time|all years|all of time|the whole history|our whole history|our history|since the beginning|from the beginning|since inception|since day one|ever since we started|all the years)',
    () => said(everything),
  ],
  ['(?:ever|in all|historically|all-time|alltime|lifetime to date)', () => said(everything)],
  ['tomorrow', (_, clock) => ahead(1, 'DAY', clock, 'tomorrow')],
  [`(?:the )?(?:next|coming|following|upcoming) ${U}`, (g, clock, words) => ahead(1, unitOf(g(1)), clock, words)],
  [
    `(?:the )?(?:next|coming|following|upcoming) (\\d+) ${U}`,
    (g, clock, words) => ahead(Number(g(1)), unitOf(g(2)), clock, words),
  ],

  [
    `(?:the |a |an |one )?${U} (?:before|earlier|prior|before that|prior to that|previously)`,
    (g) => ({ kind: 'shift', unit: unitOf(g(1)), count: -1 }),
  ],
  [`(\\d+) ${U} (?:before|earlier|prior|before that)`, (g) => ({ kind: 'shift', unit: unitOf(g(2)), count: -Number(g(1)) })],
  [`(?:the |a |an |one )?${U} (?:after|later|after that)`, (g) => ({ kind: 'shift', unit: unitOf(g(1)), count: 1 })],
  [
    `(?:the |their )?(?:same|corresponding|equivalent) (?:period|time|days|day|dates|point|stretch|${U})(?: of| in)?(?: the)? (?:last|previous|prior|preceding) (year|month|quarter|week)`,
    (g) => comparing(unitOf(g(2))),
  ],
  [
    `(?:the )?(?:same|corresponding|equivalent) (?:period|time|days|day|dates|point|${U})(?: of)?(?: the)? (?:a|one|the) (year|month|quarter|week) (?:ago|earlier|before|prior|previously)`,
    (g) => comparing(unitOf(g(2))),
  ],
  [
    `(?:the )?(?:same|corresponding|equivalent) (?:period|time|days|dates|${U})(?: of| in)? ${Y}`,
    (g, clock) => said(whole(day(Number(g(2)), 1, 1), 'YEAR', 1, clock, g(2))),
  ],
  ['(?:the )?(?:previous|prior|preceding) (?:period|one)', () => ({ kind: 'compare', compare: 'PREVIOUS_PERIOD', unit: null })],
  [`(?:the )?period (?:before|earlier|prior)`, () => ({ kind: 'compare', compare: 'PREVIOUS_PERIOD', unit: null })],
  ['([yqmw])o\\1', (g) => xOverX(abbreviations[g(1)] ?? 'YEAR')],
  ['([yqmw])\\/\\1', (g) => xOverX(abbreviations[g(1)] ?? 'YEAR')],
  [`(year|quarter|month|week) ${overs} (?:\\1)`, (g) => xOverX(inUnits(unitOf(g(1))))],
  [`(?:(?:on )?a )?(year|quarter|month|week) (?:over|on) (?:\\1) basis`, (g) => xOverX(inUnits(unitOf(g(1))))],

  [
    '(?:on a )?(daily|weekly|monthly|quarterly|yearly|annually|annual)(?: basis)?',
    (g) => ({ kind: 'grain', unit: grains[g(1)] ?? 'MONTH' }),
  ],
  [
    `(?:by|per|each|every|for each|for every|in each|of each|across the|at the end of each|at the end of every) (?:calendar )?${U}`,
    (g) => (/^half/.test(g(1)) ? undefined : { kind: 'grain', unit: inUnits(unitOf(g(1))) }),
  ],
  [`(day|week|month|quarter|year) (?:by|after|for) (?:\\1)`, (g) => ({ kind: 'grain', unit: inUnits(unitOf(g(1))) })],
  [
    `(?:in |during )?(?:which|what) ${U}`,
    (g) => (/^half/.test(g(1)) ? undefined : { kind: 'grain', unit: inUnits(unitOf(g(1))), picks: true }),
  ],
  ['(?:over|through|across|for all|in all) the years', () => ({ kind: 'grain', unit: 'YEAR' })],
  [
    `(?:the )?week (?:of|from|starting|beginning) (?:monday )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${M})(?: of)? ${Y}`,
    (g, clock) => weekOf(dated(g(3), g(2), g(1)), clock),
  ],
  [
    `(?:the )?week (?:of|from|starting|beginning) (?:monday )?(${M}) (\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${Y}`,
    (g, clock) => weekOf(dated(g(3), g(1), g(2)), clock),
  ],
  ['(?:the )?week (?:of|from|starting|beginning) (?:monday )?(\\d{4}-\\d{2}-\\d{2})', (g, clock) => weekOf(g(1), clock)],
  [
    '(months|quarters|weeks|days|years)(?= (?:with|where|when|in which|that|having) )',
    (g) => ({ kind: 'grain', unit: inUnits(unitOf(g(1))), picks: true }),
  ],
  [
    `(?:best|worst|top|bottom|strongest|weakest|busiest|quietest|highest|lowest|biggest|largest|smallest|slowest)(?: \\d+)? ${U}`,
    (g) => (/^half/.test(g(1)) ? undefined : { kind: 'grain', unit: inUnits(unitOf(g(1))), picks: true }),
  ],
  [
    '(?:over time|trend|trends|trended|trending|trendline|timeline|time series|through time|going up or down|getting better or worse|course over time|history of|historical development|development|develop|developed|developing|evolve|evolved|evolving|evolution|progressed|progression|trajectory|over the course of)',
    () => ({ kind: 'grain', unit: 'AUTO' }),
  ],
]

const weekOf = (on: Day, clock: Clock): Said | undefined =>
  isDay(on) ? said(whole(startOf(on, 'WEEK', 1), 'WEEK', 1, clock, `the week of ${on}`)) : undefined

const comparing = (unit: SpanUnit): Said => ({
  kind: 'compare',
  compare: unit === 'YEAR' ? 'PREVIOUS_YEAR' : 'PREVIOUS_PERIOD',
  unit: null,
})
const xOverX = (unit: TimeUnit): Said => ({
  kind: 'compare',
  compare: unit === 'YEAR' ? 'PREVIOUS_YEAR' : 'PREVIOUS_PERIOD',
  unit,
})

const compiled = grammar.map(([source, build]) => [new RegExp(`(?:${source})(?![^ ])`, 'y'), build] as const)

/** The longest thing said about time that begins at this place of a text of single-spaced folded words. */
export function saidAt(joined: string, start: number, clock: Clock): { readonly said: Said; readonly end: number } | undefined {
  let best: { said: Said; end: number } | undefined
  for (const [pattern, build] of compiled) {
    pattern.lastIndex = start
    const match = pattern.exec(joined)
    if (!match || start + match[0].length <= (best?.end ?? start)) continue
    const found = build((index) => match[index] ?? '', clock, match[0])
    if (found) best = { said: found, end: start + match[0].length }
  }
  return best
}

/** Gives a month, quarter or half without a year that of another. */
export function inYearOf(period: Period, other: Period): Period {
  const year = other.from === null ? undefined : yearOf(other.from)
  if (period.from === null || year === undefined) return period
  const move = (on: Day | null): Day | null => (on === null ? null : addMonths(on, 12 * (year - yearOf(period.from ?? on))))
  const moved = { ...period, from: move(period.from), to: move(period.to) }
  return { ...moved, words: period.words.replace(/\d{4}/, String(year)) }
}
