import { describe, expect, test } from 'vitest'
import { chipsOf } from '../domain/answer/words.ts'
import { questionOf, without } from '../domain/change.ts'
import { understoodOf } from '../domain/contract.ts'
import { understoodIn } from './company.ts'

const meaningOf = (question: string) => understoodIn(question).understanding.meaning

test.each([
  ['revenue by territory in 2023', 'by', { by: [], intent: 'value' }],
  ['revenue by territory in 2023', 'period', { period: { all: true }, by: ['TERRITORY'] }],
  ['revenue of lamps by month in 2023', 'where', { where: [], grain: 'MONTH', intent: 'trend' }],
  ['revenue by month in 2023', 'grain', { grain: null, intent: 'value' }],
  ['top 3 products by revenue in 2023', 'first', { first: null, by: ['PRODUCT'] }],
  ['top 3 products by revenue in 2023', 'by', { by: [], first: null, order: null, intent: 'value' }],
  ['revenue and orders by territory in 2023', 'metric', { metrics: ['ORDERS'], by: ['TERRITORY'] }],
  ['revenue by territory in 2023 vs 2022', 'compare', { compare: null, intent: 'breakdown' }],
  ['customers with more than 20 orders', 'having', { having: [], by: ['CUSTOMER'], intent: 'ranking', entity: null }],
])('“%s” without its %s is all the rest', (question, slot, expected) => {
  const meaning = meaningOf(question)
  const chip = chipsOf(meaning).find((each) => each.slot === slot)
  const rest = chip && without(meaning, chip)
  expect(rest).toBeTruthy()
  if (rest) expect(understoodOf(rest)).toEqual({ ...understoodOf(meaning), ...expected })
})

test('a question can not do without its only metric, nor without a part that it does not have', () => {
  const meaning = meaningOf('revenue by territory in 2023')
  expect(without(meaning, { slot: 'metric', label: 'Net revenue' })).toBeNull()
  expect(without(meaning, { slot: 'by', label: 'by channel' })).toBeNull()
  expect(without(meaning, { slot: 'constructor', label: 'x' })).toBeNull()
})

describe('what was understood, put as a question again, is understood the same', () => {
  test.each([
    'revenue by territory in 2023',
    'revenue of lamps by month in 2023',
    'orders by channel in 2023 vs 2022',
    'orders by territory in Q2 2023 without Canada',
    'how many orders last month',
    'revenue and orders by category in 2023',
  ])('%s', (question) => {
    const meaning = meaningOf(question)
    const again = understoodOf(meaningOf(questionOf(meaning)))
    expect(again).toEqual(understoodOf(meaning))
  })
})
