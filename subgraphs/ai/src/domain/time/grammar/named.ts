import { addUnits, day, fiscalYearStart, isoWeekStart, yearOf } from '../calendar.ts'
import { whole } from '../period.ts'
import { dated, inYear, latest, onDay, weekOf } from './days.ts'
import type { Rule } from './said.ts'
import { said } from './said.ts'
import { FY, fullYear, M, monthNumber, months, O, ordinal, unitOf, Y } from './words.ts'

/** Days that have a name whenever it is said: dates, months, quarters, halves, years and weeks. */
export const namedDays: readonly Rule[] = [
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
    `${FY}(?: ?'?)(\\d{4}|\\d\\d) q([1-4])`,
    (g, clock) => said(inYear('FISCAL_QUARTER', Number(g(2)), clock, true, `Q${g(2)}`)(fullYear(g(1)))),
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
    `(?:the )?(first|second|1st|2nd|last) half(?: year)?(?: of| in)? ${FY}(?: ?'?)(\\d\\d)`,
    (g, clock) => said(inYear('FISCAL_HALF', ordinal(g(1), 2), clock, true, `H${ordinal(g(1), 2)}`)(fullYear(g(2)))),
  ],
  [
    `(?:the )?${O} (?:fiscal )?quarter(?: of| in)? ${FY}(?: ?'?)(\\d\\d)`,
    (g, clock) => said(inYear('FISCAL_QUARTER', ordinal(g(1), 4), clock, true, `Q${ordinal(g(1), 4)}`)(fullYear(g(2)))),
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
    `(?:the )?week (?:of|from|starting|beginning) (?:monday )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${M})(?: of)? ${Y}`,
    (g, clock) => weekOf(dated(g(3), g(2), g(1)), clock),
  ],
  [
    `(?:the )?week (?:of|from|starting|beginning) (?:monday )?(${M}) (\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${Y}`,
    (g, clock) => weekOf(dated(g(3), g(1), g(2)), clock),
  ],
  ['(?:the )?week (?:of|from|starting|beginning) (?:monday )?(\\d{4}-\\d{2}-\\d{2})', (g, clock) => weekOf(g(1), clock)],
]
