import { expect, test } from 'vitest'
import { dayAfter, intervalOf } from '../domain/frequency.ts'
import { hoursBetween } from '../domain/hours.ts'
import { lightOf } from '../domain/light.ts'
import { currentScore, levelOf, score } from '../domain/score.ts'

test('a score is likelihood times impact, and its level begins where the matrix says', () => {
  expect(score('4', '5')).toBe('20')
  expect(score('1.5', '2.5')).toBe('3.75')
  expect(['25', '20', '19.9', '12', '11.99', '6', '5', '1'].map(levelOf)).toEqual([
    'critical',
    'critical',
    'high',
    'high',
    'medium',
    'medium',
    'low',
    'low',
  ])
})

test('what is done about a risk counts where it was assessed', () => {
  const inherent = { likelihood: '5', impact: '4' }
  expect(currentScore({ ...inherent, residualLikelihood: '2', residualImpact: '3' })).toBe('6')
  expect(currentScore({ ...inherent, residualLikelihood: '2', residualImpact: null })).toBe('20')
})

test('an interval ends as the calendar has it', () => {
  const after = (day: string, frequency: string) => dayAfter(day, intervalOf(frequency) ?? { months: 0, days: 0 })
  expect(after('2026-01-31', 'Monthly')).toBe('2026-02-28')
  expect(after('2024-02-29', 'annual')).toBe('2025-02-28')
  expect(after('2026-11-30', ' quarterly ')).toBe('2027-02-28')
  expect(after('2026-12-30', 'weekly')).toBe('2027-01-06')
  expect(intervalOf('ad hoc')).toBeUndefined()
  expect(intervalOf(null)).toBeUndefined()
})

test('a measure is held against its thresholds in the direction that they run', () => {
  expect(lightOf({ value: '10', amberAt: '5', redAt: '10' })).toBe('red')
  expect(lightOf({ value: '7', amberAt: '5', redAt: '10' })).toBe('amber')
  expect(lightOf({ value: '4.9999', amberAt: '5', redAt: '10' })).toBe('green')
  expect(lightOf({ value: '88', amberAt: '95', redAt: '90' })).toBe('red')
  expect(lightOf({ value: '92', amberAt: '95', redAt: '90' })).toBe('amber')
  expect(lightOf({ value: '1000', amberAt: null, redAt: null })).toBe('green')
})

test('hours are exact, and not known where either end is not', () => {
  expect(hoursBetween('2026-01-01 00:00:00+00', '2026-01-01 01:30:00+00')).toBe('1.5')
  expect(hoursBetween(null, '2026-01-01 01:30:00+00')).toBeNull()
})
