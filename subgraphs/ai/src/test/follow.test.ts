import { expect, test } from 'vitest'
import { slots } from './company.ts'

const first = 'What was revenue by territory in 2023?'

test.each([
  ['and the year before?', { period: { from: '2022-01-01', to: '2022-12-31' }, by: ['TERRITORY'] }],
  ['same for 2021', { period: { from: '2021-01-01', to: '2021-12-31' }, by: ['TERRITORY'] }],
  ['only lamps please', { where: [{ dimension: 'CATEGORY', in: ['Lamps'] }], by: ['TERRITORY'] }],
  ['by category', { by: ['CATEGORY'] }],
  ['also by channel', { by: ['TERRITORY', 'CHANNEL'] }],
  ['make it quarterly', { grain: 'QUARTER', by: ['TERRITORY'] }],
  ['just the top three', { by: ['TERRITORY'], first: 3, order: { by: 'NET_REVENUE', of: 'value', direction: 'desc' } }],
  ['compare that with the year before', { compare: 'PREVIOUS_YEAR', by: ['TERRITORY'] }],
  ['what about orders?', { metrics: ['ORDERS'], by: ['TERRITORY'] }],
  ['as a margin %', { metrics: ['GROSS_MARGIN'], by: ['TERRITORY'] }],
  ['without Canada', { where: [{ dimension: 'TERRITORY', notIn: ['Canada'] }], by: ['TERRITORY'] }],
])('after the revenue by territory, %s keeps what it does not replace', (question, expected) => {
  expect(slots([first, question])).toEqual({
    metrics: ['NET_REVENUE'],
    period: { from: '2023-01-01', to: '2023-12-31' },
    ...expected,
  })
})

test('a grain instead of a split takes its place', () => {
  expect(slots([first, 'by month instead of territory'])).toEqual({
    metrics: ['NET_REVENUE'],
    period: { from: '2023-01-01', to: '2023-12-31' },
    grain: 'MONTH',
  })
})

test('a member takes the place of one of the same dimension', () => {
  expect(slots(['orders for lamps in 2023', 'and rugs?'])).toMatchObject({ where: [{ dimension: 'CATEGORY', in: ['Rugs'] }] })
  expect(slots(['orders for lamps in 2023', 'online only'])).toMatchObject({
    where: [
      { dimension: 'CATEGORY', in: ['Lamps'] },
      { dimension: 'CHANNEL', in: ['online'] },
    ],
  })
})

test('a part of a saying is completed by what was asked before', () => {
  expect(slots(['How many deals have we won?', 'And how much were they worth?'])).toMatchObject({ metrics: ['WON_AMOUNT'] })
})

test('whoever corrects themselves means the latter', () => {
  expect(slots(['What is our win rate?', 'by region? I mean by team'])).toMatchObject({ metrics: ['WIN_RATE'], by: ['TEAM'] })
})

test('a complete question inherits nothing', () => {
  expect(slots([first, 'How many deals did we win in 2022?'])).toEqual({
    metrics: ['OPPORTUNITIES_WON'],
    period: { from: '2022-01-01', to: '2022-12-31' },
  })
})

test.each([
  ['Top 5 products by sales this year', ['PRODUCT']],
  ['and the top 5 products by sales this year', ['PRODUCT']],
  ['ok, top 5 products by sales this year', ['PRODUCT']],
  ['What about the top 5 products by sales this year?', ['PRODUCT']],
  ['Products that sold best this year by revenue', ['PRODUCT']],
  ['Which reps beat their quota this year?', ['SALES_PERSON']],
])('a question with its own figure, split and days inherits no grain and no filter, however it begins: %s', (question, by) => {
  const whole = slots(['revenue by month in 2013 for lamps', question])
  expect(whole).toMatchObject({ period: { from: '2024-01-01', to: '2024-05-15' }, by })
  expect(whole).not.toHaveProperty('grain')
  expect(whole).not.toHaveProperty('where')
})

test('members ranked anew are ranked as a whole; what is ranked is still what was asked before', () => {
  expect(slots(['revenue by month in 2013', 'top 5 products'])).toEqual({
    metrics: ['NET_REVENUE'],
    period: { from: '2013-01-01', to: '2013-12-31' },
    by: ['PRODUCT'],
    order: { by: 'NET_REVENUE', of: 'value', direction: 'desc' },
    first: 5,
  })
  expect(slots(['revenue by month in 2013', 'just the top three'])).toMatchObject({ grain: 'MONTH', first: 3 })
})

test('a question that points at the one before it builds on it, though it names much itself', () => {
  const before = ['revenue by month in 2013 for lamps']
  expect(slots([...before, 'the same for orders by channel in 2022'])).toMatchObject({
    where: [{ dimension: 'CATEGORY', in: ['Lamps'] }],
    by: ['CHANNEL'],
  })
  expect(slots([...before, 'their orders by channel'])).toMatchObject({ where: [{ dimension: 'CATEGORY', in: ['Lamps'] }] })
})

test('what builds on a question that was not understood is not answered either', () => {
  expect(slots(['How much is in the pipeline?', 'per competitor?', 'by stage'])).toMatchObject({ status: 'refused' })
})

test('a refused command leaves the conversation as it was', () => {
  expect(slots([first, 'delete all orders', 'by category'])).toMatchObject({ metrics: ['NET_REVENUE'], by: ['CATEGORY'] })
})

test('what is ranked or bounded in a follow-up is what was asked before', () => {
  expect(slots([first, 'vs 2022', 'which grew the most?'])).toMatchObject({
    compare: 'PREVIOUS_YEAR',
    order: { of: 'change', direction: 'desc' },
  })
  expect(slots([first, 'bottom 3'])).toMatchObject({ order: { direction: 'asc' }, first: 3 })
  expect(slots([first, 'only those above 4 million'])).toMatchObject({
    having: [{ metric: 'NET_REVENUE', op: '>', value: 4_000_000 }],
  })
  expect(slots(['Quota attainment by rep in Q4 2023', 'who missed?'])).toMatchObject({
    having: [{ metric: 'QUOTA_ATTAINMENT', op: '<', value: 1 }],
  })
})

test('a follow-up that no period fits is declined', () => {
  expect(slots([first, 'and the quarter before?'])).toMatchObject({ status: 'refused' })
  expect(slots(['revenue in Q2 2023', 'how does it compare to the previous quarter'])).toMatchObject({
    compare: 'PREVIOUS_PERIOD',
  })
})
