import { expect, test } from 'vitest'
import { dayOf, exactly, moment } from '../moment.ts'

const clock = { now: '2026-03-31T03:00:00Z', timeZone: 'America/Los_Angeles' }

test.each([
  ['2026-03-31T02:59:10Z', 'Now'],
  ['2026-03-30T15:02:00Z', 'Today, 08:02'],
  ['2026-03-30T06:30:00Z', 'Yesterday, 23:30'],
  ['2026-03-28T20:00:00Z', '28 March'],
  ['2025-12-31T20:00:00Z', '31 December 2025'],
])("%s is %s, by the days of the company's time zone", (at, said) => {
  expect(moment(at, clock)).toBe(said)
})

test('a day has its year where it is not the current one, and a log tells the second', () => {
  expect(dayOf('2026-03-30T15:02:00Z', clock)).toBe('30 March')
  expect(dayOf('2026-01-01T03:00:00Z', clock)).toBe('31 December 2025')
  expect(exactly('2026-03-30T15:02:31Z', clock)).toBe('30 March 2026, 08:02:31')
})
