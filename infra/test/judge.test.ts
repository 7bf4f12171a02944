import { expect, test } from 'vitest'
import type { Answer } from '../assistant/answer.ts'
import { judge } from '../assistant/judge.ts'
import { type Item, readItems } from '../assistant/questions.ts'
import { wilson } from '../assistant/report.ts'

const company = {
  known: new Set(['NET_REVENUE', 'ORDERS', 'GROSS_MARGIN', 'RUNWAY_MONTHS']),
  factless: new Set(['RUNWAY_MONTHS']),
}

function itemOf(expect: object): Item {
  const [item] = readItems(JSON.stringify({ id: 'q', question: 'revenue by territory in 2013', expect }))
  if (!item) throw new Error('There is no item')
  return item
}

const wanted = itemOf({
  kind: 'metrics',
  metrics: [
    {
      name: 'NET_REVENUE|REVENUE',
      filters: [{ dimension: 'TERRITORY|COUNTRY', in: ['Canada'] }],
      groupBy: ['TERRITORY'],
      grain: null,
      period: { from: '2014-01-01', to: '2014-12-31' },
      compare: null,
    },
  ],
  sort: { by: 'NET_REVENUE', of: 'value', direction: 'desc' },
  limit: 3,
})

const understood = {
  metrics: ['NET_REVENUE'],
  period: { from: '2014-01-01', to: '2014-06-30' },
  grain: null,
  by: ['TERRITORY'],
  where: [{ dimension: 'COUNTRY', in: ['CA'] }],
  having: [],
  compare: null,
  order: { by: 'NET_REVENUE', of: 'value', direction: 'desc' },
  first: 3,
  intent: 'ranking',
}

const answerOf = (changes: Partial<Answer>): Answer => ({
  id: 'a',
  conversationId: 'c',
  status: 'answered',
  understood,
  chips: [],
  operation: null,
  variables: null,
  columns: [],
  rows: [],
  totals: {},
  text: '',
  chart: 'none',
  candidates: [],
  reason: null,
  suggestions: [],
  planner: 'embedded',
  milliseconds: 1,
  ...changes,
})

const verdict = (item: Item, changes: Partial<Answer>) => judge(item, answerOf(changes), company, '2014-06-30').verdict

test('alternatives, codes of countries and a period cut to today are as right as what is written', () => {
  expect(verdict(wanted, {})).toBe('correct')
})

test.each([
  ['another metric', { metrics: ['ORDERS'] }],
  ['a filter too few', { where: [] }],
  ['another split', { by: ['CHANNEL'] }],
  ['a grain', { grain: 'MONTH' }],
  ['another period', { period: { from: '2013-01-01', to: '2013-12-31' } }],
  ['a comparison', { compare: 'PREVIOUS_YEAR' }],
  ['the other direction', { order: { by: 'NET_REVENUE', of: 'value', direction: 'asc' } }],
  ['another limit', { first: 5 }],
])('with %s it is wrong', (_, changes) => {
  expect(verdict(wanted, { understood: { ...understood, ...changes } })).toBe('wrong')
})

test('to ask or to decline where an answer is wanted is needless', () => {
  expect(verdict(wanted, { status: 'clarify' })).toBe('needless')
  expect(verdict(wanted, { status: 'refused', reason: 'no_data' })).toBe('needless')
})

test('that the company has no such facts is right, where all else is understood', () => {
  const item = itemOf({ kind: 'whatif', metrics: [{ name: 'RUNWAY_MONTHS' }], atLeast: true })
  const said = { ...understood, metrics: ['RUNWAY_MONTHS'], by: [], where: [], intent: 'whatif' }
  expect(verdict(item, { status: 'refused', reason: 'no_data', understood: said })).toBe('correct')
  expect(verdict(item, { status: 'refused', reason: 'no_data', understood: { ...said, intent: 'value' } })).toBe('needless')
  expect(verdict(item, { status: 'refused', reason: 'forbidden', understood: said })).toBe('needless')
})

test('what the graph lacks is outside, unless it is answered', () => {
  const item = itemOf({ kind: 'metrics', metrics: [{ name: 'HEADCOUNT' }] })
  expect(verdict(item, { status: 'refused', reason: 'no_data' })).toBe('outside')
  expect(verdict(item, {})).toBe('wrong')
})

test('a question to be asked back needs two of its candidates', () => {
  const item = itemOf({ kind: 'clarify', candidates: ['NET_REVENUE', 'ORDERS', 'GROSS_MARGIN'] })
  const candidate = (name: string) => ({ name, label: name, question: name })
  expect(verdict(item, { status: 'clarify', candidates: [candidate('NET_REVENUE'), candidate('ORDERS')] })).toBe('asked')
  expect(verdict(item, { status: 'clarify', candidates: [candidate('NET_REVENUE')] })).toBe('needless')
  expect(verdict(item, {})).toBe('wrong')
})

test('a fact is right only with every figure within its tolerance', () => {
  const [fact] = readItems(
    JSON.stringify([
      {
        id: 'f',
        question: 'orders by channel',
        metric: 'ORDERS',
        tolerance: 0,
        kind: 'rows',
        expected: [{ keys: { CHANNEL: 'online' }, value: 3 }],
      },
    ]),
  )
  if (!fact) throw new Error('There is no fact')
  const row = (value: string) => ({
    keys: { CHANNEL: 'online' },
    labels: { CHANNEL: 'online' },
    period: null,
    values: { ORDERS: value },
    previous: null,
    change: null,
    changeRatio: null,
  })
  expect(verdict(fact, { rows: [row('3')] })).toBe('correct')
  expect(verdict(fact, { rows: [row('4')] })).toBe('wrong')
  expect(verdict(fact, { rows: [row('3'), row('3')] })).toBe('wrong')
})

test('the interval of a rate is Wilson’s', () => {
  const [low, high] = wilson(144, 145)
  expect(low).toBeCloseTo(0.962, 3)
  expect(high).toBeCloseTo(0.9988, 3)
})

test('rows that hold a metric each are held as one; members that no fact names may stand beside them', () => {
  const [item] = readItems(
    JSON.stringify([
      {
        id: 'f',
        question: 'orders next to revenue by category',
        metrics: ['ORDERS', 'NET_REVENUE'],
        kind: 'rows',
        tolerance: 0.01,
        expected: [
          { keys: { CATEGORY: 'Bikes' }, metric: 'ORDERS', value: 3 },
          { keys: { CATEGORY: 'Bikes' }, metric: 'NET_REVENUE', value: 12.5 },
        ],
      },
    ]),
  )
  if (!item) throw new Error('There is no item')
  const row = (category: string | null, values: Record<string, string>) => ({
    keys: { CATEGORY: category },
    labels: {},
    period: null,
    values,
    previous: null,
    change: null,
    changeRatio: null,
  })
  const bikes = row('Bikes', { ORDERS: '3', NET_REVENUE: '12.50' })
  expect(verdict(item, { rows: [bikes, row(null, { ORDERS: '1', NET_REVENUE: '2.00' })] })).toBe('correct')
  expect(verdict(item, { rows: [row('Bikes', { ORDERS: '4', NET_REVENUE: '12.50' })] })).toBe('wrong')
})
