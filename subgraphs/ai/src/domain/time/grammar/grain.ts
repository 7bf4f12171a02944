import type { TimeUnit } from '../calendar.ts'
import type { Rule } from './said.ts'
import { inUnits, U, unitOf } from './words.ts'

const adverbs: Readonly<Record<string, TimeUnit>> = {
  daily: 'DAY',
  weekly: 'WEEK',
  monthly: 'MONTH',
  quarterly: 'QUARTER',
  yearly: 'YEAR',
  annually: 'YEAR',
  annual: 'YEAR',
}

/** Units of time that figures are split by, and words of a course over time. */
export const grains: readonly Rule[] = [
  [
    '(?:on a )?(daily|weekly|monthly|quarterly|yearly|annually|annual)(?: basis)?',
    (g) => ({ kind: 'grain', unit: adverbs[g(1)] ?? 'MONTH' }),
  ],
  [
    `(?:by|per|each|every|for each|for every|in each|of each|across the|at the end of each|at the end of every) (?:calendar )?${U}`,
    (g) => (/^half/.test(g(1)) ? undefined : { kind: 'grain', unit: inUnits(unitOf(g(1))) }),
  ],
  [
    '(?<!(?:within|in|of|for|than|over|after|half|once|as|such|is|under) )(?:a|an) (day|week|month|quarter|year)(?! (?:ago|earlier|before|prior|later|after|over|on|to|from|in))',
    (g) => ({ kind: 'grain', unit: inUnits(unitOf(g(1))) }),
  ],
  ['(?:at )?(month|quarter) ends?', (g) => ({ kind: 'grain', unit: inUnits(unitOf(g(1))) })],
  [`(day|week|month|quarter|year) (?:by|after|for) (?:\\1)`, (g) => ({ kind: 'grain', unit: inUnits(unitOf(g(1))) })],
  [
    `(?:in |during )?(?:which|what) ${U}`,
    (g) => (/^half/.test(g(1)) ? undefined : { kind: 'grain', unit: inUnits(unitOf(g(1))), picks: true }),
  ],
  ['(?:over|through|across|for all|in all) the years', () => ({ kind: 'grain', unit: 'YEAR' })],
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
