import { expect, test } from 'vitest'
import type { Answer } from '../answer.ts'
import { answerCsv, csvCell } from '../csv.ts'

test('text that a spreadsheet would run is made harmless', () => {
  expect(csvCell('=HYPERLINK("http://x")')).toBe('"\'=HYPERLINK(""http://x"")"')
  for (const start of ['+1+1', '-2+3', '@SUM(A1)', '\t=1']) expect(csvCell(start).replaceAll('"', '')).toBe(`'${start}`)
})

test('negative numbers stay numbers', () => {
  expect(csvCell('-206971.55')).toBe('-206971.55')
})

test('commas, quotes and line breaks are quoted', () => {
  expect(csvCell('Mountain-200 Black, 38')).toBe('"Mountain-200 Black, 38"')
  expect(csvCell('6" pipe')).toBe('"6"" pipe"')
  expect(csvCell(null)).toBe('')
})

const answer: Answer = {
  id: 'a',
  conversationId: 'c',
  question: 'Revenue by territory',
  status: 'ANSWERED',
  understood: {},
  chips: [],
  operation: null,
  variables: null,
  columns: [{ name: 'NET_REVENUE', label: 'Net revenue', unit: 'MONEY', better: 'HIGHER', currency: 'USD' }],
  rows: [
    {
      keys: { TERRITORY: 'Canada' },
      labels: { TERRITORY: 'Canada' },
      period: { from: '2013-01-01', to: '2013-12-31' },
      values: { NET_REVENUE: '6295532.76' },
      previous: null,
      change: null,
      changeRatio: null,
    },
    {
      keys: { TERRITORY: null },
      labels: { TERRITORY: null },
      period: { from: '2013-01-01', to: '2013-12-31' },
      values: { NET_REVENUE: null },
      previous: null,
      change: null,
      changeRatio: null,
    },
  ],
  totals: {},
  text: '',
  chart: 'BAR',
  candidates: [],
  reason: null,
  suggestions: [],
  explain: [],
  verdict: null,
  planner: 'embedded',
  milliseconds: 1,
  askedAt: '2026-11-24T00:00:00Z',
}

test('an answer becomes a file with exact figures, and nothing where there is none', () => {
  expect(answerCsv(answer)).toBe(
    'Territory,From,To,Net revenue (USD)\r\nCanada,2013-01-01,2013-12-31,6295532.76\r\nnone,2013-01-01,2013-12-31,\r\n',
  )
})
