import { addDays, day, endOf, startOf } from '../calendar.ts'
import { everything, whole } from '../period.ts'
import { ahead, back, current, inYear, latest, toDate, trailing } from './days.ts'
import type { Rule } from './said.ts'
import { said } from './said.ts'
import { abbreviations, inUnits, M, monthNumber, U, unitOf, Y } from './words.ts'

/** Days that count from today, edges of units, the whole history, and days to come. */
export const relativeDays: readonly Rule[] = [
  [
    `(?:the )?(?:last|previous|prior|preceding|past) (?:full |complete |calendar |whole )?${U}`,
    (g, clock, words) =>
      /^(?:the )?past(?! (?:fiscal|financial|full|complete|calendar))/.test(words)
        ? said(trailing(1, unitOf(g(1)), clock, words))
        : said(back(unitOf(g(1)), 1, clock, words)),
  ],
  [`(?:the )?${U} before last`, (g, clock, words) => said(back(unitOf(g(1)), 2, clock, words))],
  [
    `(?:the )?(?:last|past|previous|trailing|rolling|preceding|prior) (\\d+) ${U}`,
    (g, clock, words) => said(trailing(Number(g(1)), unitOf(g(2)), clock, words)),
  ],
  [
    `(?:in |for |over |during )?(?:each|every)(?: one)? of the (?:last|past|previous|preceding) (\\d+) ${U}`,
    (g, clock, words) => said(trailing(Number(g(1)), unitOf(g(2)), clock, words), { each: inUnits(unitOf(g(2))) }),
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
    `(?:at |by )?(?:the )?(?:end|close) of (?:the )?(last|previous) ${U}`,
    (g, clock, words) => said(whole(back(unitOf(g(2)), 1, clock, '').to ?? clock.asOf, 'DAY', 1, clock, words), { edge: true }),
  ],
  [
    `(?:at |by )?(?:the )?(?:end|close) of (${M}) ${Y}`,
    (g, clock, words) =>
      said(whole(endOf(day(Number(g(2)), monthNumber(g(1)), 1), 'MONTH', 1), 'DAY', 1, clock, words), { edge: true }),
  ],
  [
    `(?:at |by )?(?:the )?(?:end|close) of (${M})`,
    (g, clock, words) => {
      const end = (year: number) => whole(endOf(day(year, monthNumber(g(1)), 1), 'MONTH', 1), 'DAY', 1, clock, words)
      return said(latest(end, clock), { edge: true })
    },
  ],
  [
    `(?:at |by )?(?:the )?(?:end|close) of q([1-4])`,
    (g, clock, words) => {
      const end = (year: number) => inYear('QUARTER', Number(g(1)), clock, false, '')(year).to ?? ''
      return said(
        latest((year) => whole(end(year), 'DAY', 1, clock, words), clock),
        { edge: true },
      )
    },
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
    '(?:of |for |over |in )?(?:all time|all years|all of time|the whole history|our whole history|our history|since the beginning(?! of)|from the beginning(?! of)|since inception|since day one|ever since we started|all the years)',
    () => said(everything),
  ],
  ['(?:ever|in all|historically|all-time|alltime|lifetime to date)', () => said(everything)],
  ['tomorrow', (_, clock) => ahead(1, 'DAY', clock, 'tomorrow')],
  [`(?:the )?(?:next|coming|following|upcoming) ${U}`, (g, clock, words) => ahead(1, unitOf(g(1)), clock, words)],
  [
    `(?:the )?(?:next|coming|following|upcoming) (\\d+) ${U}`,
    (g, clock, words) => ahead(Number(g(1)), unitOf(g(2)), clock, words),
  ],
]
