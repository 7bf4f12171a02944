import type { SpanUnit, TimeUnit } from '../calendar.ts'
import { day } from '../calendar.ts'
import { whole } from '../period.ts'
import type { Rule, Said } from './said.ts'
import { said } from './said.ts'
import { abbreviations, inUnits, U, unitOf, Y } from './words.ts'

const overs = '(?:over|on|to|o|\\/)'

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

/** What is held against what: the unit before, the same days a year ago, year over year. */
export const comparisons: readonly Rule[] = [
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
  [
    '(?:vs|versus|against|than|over|relative to|compared? (?:to|with))(?: (?:what|where) (?:it|they|we) (?:was|were))?(?: that of)? (?:a|one) (year|month|quarter|week) (?:ago|earlier|before)',
    (g) => comparing(unitOf(g(1))),
  ],
  ['(?:the )?(?:previous|prior|preceding) (?:period|one)', () => ({ kind: 'compare', compare: 'PREVIOUS_PERIOD', unit: null })],
  [`(?:the )?period (?:before|earlier|prior)`, () => ({ kind: 'compare', compare: 'PREVIOUS_PERIOD', unit: null })],
  ['([yqmw])o\\1', (g) => xOverX(abbreviations[g(1)] ?? 'YEAR')],
  ['([yqmw])\\/\\1', (g) => xOverX(abbreviations[g(1)] ?? 'YEAR')],
  [`(year|quarter|month|week) ${overs} (?:\\1)`, (g) => xOverX(inUnits(unitOf(g(1))))],
  [`(?:(?:on )?a )?(year|quarter|month|week) (?:over|on) (?:\\1) basis`, (g) => xOverX(inUnits(unitOf(g(1))))],
]
