import fc from 'fast-check'
import { expect, test } from 'vitest'
import { divided, written } from '../domain/answer/decimal.ts'
import type { AnswerRow, Figures } from '../domain/answer/figures.ts'
import { sentenceOf } from '../domain/answer/sentence.ts'
import { unfounded } from '../domain/answer/verify.ts'
import { understoodIn } from './company.ts'

const row = (value: string | null, keys: Record<string, string> = {}): AnswerRow => ({
  keys,
  labels: keys,
  ids: {},
  period: null,
  values: { NET_REVENUE: value },
  previous: null,
  change: null,
  changeRatio: null,
})

function figuresOf(rows: readonly AnswerRow[], total: string): Figures {
  return {
    columns: [{ name: 'NET_REVENUE', label: 'Net revenue', unit: 'MONEY', better: 'HIGHER', currency: 'EUR' }],
    rows,
    totals: { NET_REVENUE: total },
    totalRow: row(total),
    rowCount: rows.length,
    period: { from: '2023-01-01', to: '2023-12-31' },
    comparedTo: null,
    explain: [],
  }
}

const money = fc
  .integer({ min: -9_999_999_999, max: 9_999_999_999 })
  .map(
    (cents) => `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}00`,
  )
const meaningOf = (question: string) => understoodIn(question).understanding.meaning

test('whatever the figures, the sentence holds none but them', () => {
  const meaning = meaningOf('revenue by territory in 2023')
  fc.assert(
    fc.property(
      fc.array(fc.tuple(money, fc.constantFrom('North 7', 'South-12', 'Q3 Ltd', 'Plain', '4', '12', '1.5')), {
        minLength: 1,
        maxLength: 8,
      }),
      money,
      (cells, total) => {
        const figures = figuresOf(
          cells.map(([value, name]) => row(value, { TERRITORY: name })),
          total,
        )
        expect(unfounded(sentenceOf(meaning, figures), figures)).toEqual([])
      },
    ),
  )
})

test('a number that is no figure is found', () => {
  const figures = figuresOf([row('1234.5600')], '1234.5600')
  const said = sentenceOf(meaningOf('revenue in 2023'), figures)
  expect(said.text).toBe('Net revenue in 2023: 1,234.56 EUR.')
  expect(unfounded(said, figures)).toEqual([])
  expect(unfounded({ ...said, text: `${said.text} That is 12 % more.` }, figures)).toEqual(['12'])
  expect(unfounded({ ...said, text: 'Net revenue in 2023: 1,234.57 EUR.' }, figures)).toEqual(['1,234.57'])
})

test('amounts are written exactly, however large', () => {
  expect(written('12345678901234567.8900', 'MONEY', 'EUR')).toBe('12,345,678,901,234,567.89 EUR')
  expect(written('0.18345', 'RATIO', null)).toBe('18.35 %')
  expect(written('51.5', 'DAYS', null)).toBe('51.50 days')
  expect(divided('1', '3')).toBe('0.333333333333')
  expect(divided('1', '0')).toBeNull()
})

test('how many rows there are beside those said is no figure, and right', () => {
  const one = { ...figuresOf([row('5', { TERRITORY: 'North' })], '9'), rowCount: 12 }
  const said = sentenceOf(meaningOf('which territory sold the most in 2023'), one)
  expect(said.text).toContain('and 11 more')
  expect(unfounded(said, one)).toEqual([])
})

test('a name that is a number is taken out of the sentence only where it stands by itself', () => {
  const figures = figuresOf([row('2522.10', { GRADE: '2' }), row('10222.00', { GRADE: '0' })], '12744.10')
  expect(unfounded(sentenceOf(meaningOf('revenue by territory in 2023'), figures), figures)).toEqual([])
})
