import { expect, test } from 'vitest'
import { slots, understoodIn } from './company.ts'

const march = { from: '2024-03-01', to: '2024-03-31' }

test.each([
  ['Why did revenue fall in March 2024?', { metrics: ['NET_REVENUE'], period: march }],
  ['what drove the drop in orders in March 2024', { metrics: ['ORDERS'], period: march }],
  ['reasons for the decline in units sold in March 2024', { metrics: ['UNITS_SOLD'], period: march }],
  ['what caused the increase in operating expenses in March 2024', { metrics: ['OPERATING_EXPENSES'], period: march }],
  ['why is gross margin down vs last year?', { metrics: ['GROSS_MARGIN'], compare: 'PREVIOUS_YEAR' }],
  [
    'why was revenue so low in Canada in March 2024',
    { metrics: ['NET_REVENUE'], period: march, where: [{ dimension: 'TERRITORY', in: ['Canada'] }] },
  ],
  ['What is behind the growth in revenue by category in March 2024', { metrics: ['NET_REVENUE'], by: ['CATEGORY'] }],
])('%s', (question, expected) => {
  expect(understoodIn(question).understanding.meaning.intent).toBe('why')
  expect(slots(question)).toMatchObject(expected)
})

test('a question after the cause follows what was spoken of, and goes on to a split', () => {
  const asked = ['revenue in March 2024', 'why did it drop?', 'was it one territory?']
  expect(understoodIn(asked).understanding.meaning).toMatchObject({ intent: 'why', premise: 'down' })
  expect(slots(asked)).toMatchObject({ metrics: ['NET_REVENUE'], period: march, by: ['TERRITORY'] })
})

test('which way a question says that it went is remembered, to be held against the figures', () => {
  const premise = (question: string) => understoodIn(question).understanding.meaning.premise
  expect(premise('why did revenue rise in 2023')).toBe('up')
  expect(premise('why is win rate so low in 2023')).toBe('down')
  expect(premise('why did revenue change in 2023')).toBeNull()
})
