import { catalogue, type Metric } from '@aems/schema/catalogue.ts'
import Big from 'big.js'
import { expect, test } from 'vitest'
import { identitiesOf } from '../domain/identities.ts'
import type { Assumption } from '../domain/meaning.ts'
import { borneOut, effectsOf, type Levels } from '../domain/whatif/effects.ts'
import { slots } from './company.ts'

const { metrics } = catalogue()
const metric = (domain: string, name: string): Metric => {
  const found = metrics.find((one) => one.domain === domain && one.name === name)
  if (!found) throw new Error(`There is no ${domain}.${name}`)
  return found
}
const levels = (domain: string, figures: Readonly<Record<string, number | string>>): Levels =>
  new Map(Object.entries(figures).map(([name, value]) => [metric(domain, name), Big(value)]))

/** What follows in a domain with such figures, by name. */
function following(
  domain: string,
  figures: Readonly<Record<string, number | string>>,
  name: string,
  change: Pick<Extract<Assumption, { kind: 'change' }>, 'by' | 'value'>,
  asked: readonly string[] = [],
) {
  const known = levels(domain, figures)
  const identities = borneOut(identitiesOf(metrics.filter((one) => one.domain === domain)), known)
  const wanted = asked.map((one) => metric(domain, one))
  const effects = effectsOf(
    { kind: 'change', domain, metric: name, label: name, ...change },
    metric(domain, name),
    wanted,
    known,
    identities,
  )
  return Object.fromEntries([...(effects?.assumed ?? [])].map(([one, value]) => [one.name, value.round(8).toNumber()]))
}

const sales = {
  NET_REVENUE: 1000,
  ORDERS: 50,
  UNITS_SOLD: 200,
  AVERAGE_ORDER_VALUE: 20,
  AVERAGE_SELLING_PRICE: 5,
  UNITS_PER_ORDER: 4,
  GROSS_PROFIT: 300,
  GROSS_MARGIN: '0.3',
  DISCOUNT_RATE: '0.2',
}

test('definitions tell which figures follow from which', () => {
  const names = identitiesOf(metrics).map((one) =>
    one.kind === 'quotient'
      ? `${one.metric.name} = ${one.of.name} / ${one.per.map(({ name }) => name).join(' + ')}`
      : `${one.metric.name} = ${one.from.name} - ${one.less.name}`,
  )
  expect(names).toEqual(
    expect.arrayContaining([
      'AVERAGE_SELLING_PRICE = NET_REVENUE / UNITS_SOLD',
      'GROSS_MARGIN = GROSS_PROFIT / NET_REVENUE',
      'WIN_RATE = OPPORTUNITIES_WON / OPPORTUNITIES_WON + OPPORTUNITIES_LOST',
      'RUNWAY_MONTHS = CASH_BALANCE / BURN_RATE',
      'OPERATING_INCOME = GROSS_PROFIT - OPERATING_EXPENSES',
    ]),
  )
})

test('lower prices sell as many at the same cost: revenue and profit lose the same', () => {
  const found = following('sales', sales, 'AVERAGE_SELLING_PRICE', { by: 'factor', value: '0.9' })
  expect(found).toMatchObject({ NET_REVENUE: 900, GROSS_PROFIT: 200, GROSS_MARGIN: 0.22222222 })
  expect(found).not.toHaveProperty('UNITS_SOLD')
})

test('more orders of the same value bring more at the same margin', () => {
  const found = following('sales', sales, 'ORDERS', { by: 'factor', value: '1.1' })
  expect(found).toMatchObject({ NET_REVENUE: 1100, UNITS_SOLD: 220, GROSS_PROFIT: 330, AVERAGE_SELLING_PRICE: 5 })
})

test('half the discount keeps more of the list price', () => {
  expect(following('sales', sales, 'DISCOUNT_RATE', { by: 'factor', value: '0.5' })).toMatchObject({
    NET_REVENUE: 1125,
    GROSS_PROFIT: 425,
  })
})

test('a win rate of five points more wins as many more of what is decided', () => {
  const pipeline = { OPPORTUNITIES_WON: 30, OPPORTUNITIES_LOST: 70, WIN_RATE: '0.3', WON_AMOUNT: 600, AVERAGE_DEAL_SIZE: 20 }
  expect(following('sales', pipeline, 'WIN_RATE', { by: 'plus', value: '0.05' })).toMatchObject({
    OPPORTUNITIES_WON: 35,
    WON_AMOUNT: 700,
  })
})

test('what is burnt faster lasts less long, and expenses come off the income', () => {
  const cash = { CASH_BALANCE: 600, BURN_RATE: 50, RUNWAY_MONTHS: 12 }
  expect(following('finance', cash, 'BURN_RATE', { by: 'factor', value: '1.2' })).toMatchObject({ RUNWAY_MONTHS: 10 })
  const income = {
    REVENUE: 1000,
    COST_OF_GOODS_SOLD: 400,
    GROSS_PROFIT: 600,
    OPERATING_EXPENSES: 500,
    OPERATING_INCOME: 100,
    NET_INCOME: 70,
  }
  expect(following('finance', income, 'OPERATING_EXPENSES', { by: 'plus', value: '-20' })).toMatchObject({
    OPERATING_INCOME: 120,
    NET_INCOME: 90,
  })
})

test('a definition that the figures do not bear out is not computed with', () => {
  expect(
    following('finance', { CASH_BALANCE: 600, BURN_RATE: 50, RUNWAY_MONTHS: 11 }, 'BURN_RATE', { by: 'factor', value: '2' }),
  ).not.toHaveProperty('RUNWAY_MONTHS')
})

test.each([
  [
    'What would happen to runway if burn rose 20%?',
    { metrics: ['RUNWAY_MONTHS'], assumption: { metric: 'BURN_RATE', by: 'factor', value: 1.2 } },
  ],
  [
    'if win rate rose 5 points, what would won amount be in 2023?',
    {
      metrics: ['WON_AMOUNT'],
      period: { from: '2023-01-01', to: '2023-12-31' },
      assumption: { metric: 'WIN_RATE', by: 'plus', value: 0.05 },
    },
  ],
  [
    'what would 2023 revenue be if we cut prices by 3 %',
    { metrics: ['NET_REVENUE'], assumption: { metric: 'AVERAGE_SELLING_PRICE', by: 'factor', value: 0.97 } },
  ],
  [
    'how would a 5% increase in orders affect revenue in Canada',
    { metrics: ['NET_REVENUE'], assumption: { metric: 'ORDERS', by: 'factor', value: 1.05 } },
  ],
  ['suppose win rate was 40%', { assumption: { metric: 'WIN_RATE', by: 'to', value: 0.4 } }],
  ['What if we doubled headcount?', { assumption: { metric: 'HEADCOUNT', by: 'factor', value: 2 } }],
  [
    'net income if operating expenses fell by 50k',
    { metrics: ['NET_INCOME'], assumption: { metric: 'OPERATING_EXPENSES', by: 'plus', value: -50_000 } },
  ],
  [
    'revenue in 2023 without our 3 biggest customers',
    { metrics: ['NET_REVENUE'], assumption: { without: { dimension: 'CUSTOMER', first: 3, direction: 'desc' } } },
  ],
  ['what if we lost Contour Ltd', { metrics: ['NET_REVENUE'], where: [{ dimension: 'CUSTOMER', notIn: ['Contour Ltd'] }] }],
])('%s', (question, expected) => {
  expect(slots(question)).toMatchObject(expected)
})

test.each(['what if the moon were 10 % larger', 'what would revenue be if it rained', 'what if'])(
  '%s is declined, not guessed',
  (question) => {
    expect(slots(question)).toMatchObject({ status: expect.stringMatching(/refused|clarify/) })
  },
)
