import { expect, test } from 'vitest'
import { knowledgeOf, slots } from './company.ts'

const year = { period: { from: '2023-01-01', to: '2023-12-31' } }

test('a metric, a split and a period are understood', () => {
  expect(slots('What was revenue by territory in 2023?')).toEqual({ metrics: ['NET_REVENUE'], by: ['TERRITORY'], ...year })
})

test('misspelt words are put right', () => {
  expect(slots('revnue by catgory in 2023')).toEqual(slots('revenue by category in 2023'))
  expect(slots('orders from Fracne in 2023')).toEqual(slots('orders from France in 2023'))
})

test('a member limits, its longest name first', () => {
  expect(slots('units of desk lamps sold in 2023')).toMatchObject({ where: [{ dimension: 'SUBCATEGORY', in: ['Desk Lamps'] }] })
  expect(slots('gross profit on the Oak-20 Black, 42 in 2023')).toMatchObject({
    where: [{ dimension: 'PRODUCT', in: ['Oak-20 Black, 42'] }],
  })
  expect(slots('revenue of Lumo 3 Plus')).toMatchObject({ where: [{ dimension: 'PRODUCT', in: ['Lumo 3 Plus'] }] })
})

test('what comes from a country, and its short names, mean the country', () => {
  expect(slots('Canadian orders in 2023')).toMatchObject({ where: [{ dimension: 'TERRITORY', in: ['Canada'] }] })
  expect(slots('orders in the UK in 2023')).toMatchObject({ where: [{ dimension: 'TERRITORY', in: ['United Kingdom'] }] })
  expect(slots('orders by country in 2023 for France')).toMatchObject({
    by: ['COUNTRY'],
    where: [{ dimension: 'COUNTRY', in: ['FR'] }],
  })
})

test('excluded members are excluded', () => {
  expect(slots('revenue per territory in 2023 excluding Canada and the UK')).toEqual({
    metrics: ['NET_REVENUE'],
    by: ['TERRITORY'],
    where: [{ dimension: 'TERRITORY', notIn: ['Canada', 'United Kingdom'] }],
    ...year,
  })
  expect(slots('orders without lamps in 2023')).toMatchObject({ where: [{ dimension: 'CATEGORY', notIn: ['Lamps'] }] })
})

test('members set against each other are shown apart', () => {
  expect(slots('margin on lamps vs rugs in 2023')).toMatchObject({
    by: ['CATEGORY'],
    where: [{ dimension: 'CATEGORY', in: ['Lamps', 'Rugs'] }],
  })
})

test('the ends of a ranking are taken literally, judgements by what is good', () => {
  expect(slots('top 3 products by revenue in 2023')).toMatchObject({
    by: ['PRODUCT'],
    order: { by: 'NET_REVENUE', of: 'value', direction: 'desc' },
    first: 3,
  })
  expect(slots('the five worst reps by win rate')).toMatchObject({
    by: ['SALES_PERSON'],
    order: { by: 'WIN_RATE', of: 'value', direction: 'asc' },
    first: 5,
  })
  expect(slots('best reps by sales cycle')).toMatchObject({ order: { by: 'SALES_CYCLE_DAYS', of: 'value', direction: 'asc' } })
  expect(slots('which territory sold the most in 2023?')).toMatchObject({ by: ['TERRITORY'], first: 1 })
  expect(slots('which three reps sold the most in 2023')).toMatchObject({ by: ['SALES_PERSON'], first: 3 })
})

test('growth ranks by the change, fastest growth by its ratio', () => {
  expect(slots('revenue change by territory 2023 against 2022, biggest gain first')).toMatchObject({
    compare: 'PREVIOUS_YEAR',
    order: { of: 'change', direction: 'desc' },
  })
  expect(slots('which territory grew fastest in 2023?')).toMatchObject({
    metrics: ['NET_REVENUE'],
    compare: 'PREVIOUS_YEAR',
    order: { of: 'changeRatio', direction: 'desc' },
  })
})

test('bounds limit the rows', () => {
  expect(slots('customers with more than 20 orders')).toMatchObject({
    metrics: ['ORDERS'],
    by: ['CUSTOMER'],
    having: [{ metric: 'ORDERS', op: '>', value: 20 }],
  })
  expect(slots('categories with a margin below 30% in 2023')).toMatchObject({
    by: ['CATEGORY'],
    having: [{ metric: 'GROSS_MARGIN', op: '<', value: 0.3 }],
  })
  expect(slots('Which sales reps missed their quota last year?')).toMatchObject({
    by: ['SALES_PERSON'],
    having: [{ metric: 'QUOTA_ATTAINMENT', op: '<', value: 1 }],
  })
  expect(slots('customers who spent over 1.5m in 2023')).toMatchObject({
    having: [{ metric: 'NET_REVENUE', op: '>', value: 1_500_000 }],
  })
})

test('metrics that a word joins stand beside each other; one that completes the other is part of it', () => {
  expect(slots('revenue and orders by month in 2023')).toMatchObject({ metrics: ['NET_REVENUE', 'ORDERS'], grain: 'MONTH' })
  expect(slots('revenue, gross profit and margin by category in 2023')).toMatchObject({
    metrics: ['NET_REVENUE', 'GROSS_PROFIT', 'GROSS_MARGIN'],
  })
  expect(slots('compare 2023 order revenue with purchases for lamps only')).toMatchObject({
    metrics: ['NET_REVENUE', 'PURCHASES'],
  })
  expect(slots('average deal size of the deals we won')).toMatchObject({ metrics: ['AVERAGE_DEAL_SIZE'] })
})

test('what is as of a day is asked as of today unless a day is named', () => {
  expect(slots('how much is in the pipeline?')).toEqual({ metrics: ['PIPELINE'], period: { to: '2024-05-15' } })
  expect(slots('pipeline at the end of 2023')).toEqual({ metrics: ['PIPELINE'], period: { to: '2023-12-31' } })
})

test('a question with a word that nothing explains is declined, not half answered', () => {
  for (const question of [
    'customer happiness in 2023',
    'markup by category',
    'aged pipeline',
    'revenue of our competitor Acme in 2023',
    'website visits yesterday',
    'average revenue by territory',
  ]) {
    expect(slots(question), question).toMatchObject({ status: 'refused', reason: 'no_data' })
  }
})

test('a split or a condition that the metric does not have is declined', () => {
  expect(slots('win rate by channel')).toMatchObject({ status: 'refused', reason: 'no_data' })
  expect(slots('quota for lamps in 2023')).toMatchObject({ status: 'refused', reason: 'no_data' })
})

test('what cannot be told is asked', () => {
  for (const question of ['top 10', 'who is the best?', 'Compare France and Canada', 'best sellers in 2023'])
    expect(slots(question), question).toMatchObject({ status: 'clarify' })
})

test('days to come are forecast from whole units of the past, whatever adds up', () => {
  expect(slots('Forecast revenue for the next 6 months')).toEqual({
    metrics: ['NET_REVENUE'],
    grain: 'MONTH',
    period: { from: '2024-06-01', to: '2024-11-30' },
  })
  expect(slots('How many units of lamps will we sell in Q4 2024?')).toMatchObject({
    metrics: ['UNITS_SOLD'],
    period: { from: '2024-10-01', to: '2024-12-31' },
    where: [{ dimension: 'CATEGORY', in: ['Lamps'] }],
  })
  expect(slots('predicted orders by week for the next 4 weeks')).toMatchObject({ metrics: ['ORDERS'], grain: 'WEEK' })
  // What is planned ahead has figures of its own there.
  expect(slots('filings due next month')).toEqual({ metrics: ['FILINGS_DUE'], period: { from: '2024-06-01', to: '2024-06-30' } })
  expect(slots('forecast gross margin for next quarter')).toMatchObject({
    status: 'refused',
    text: expect.stringContaining('add up'),
  })
})

test('who may not see a metric is told so, not that there is none', () => {
  const knowledge = knowledgeOf(undefined, { maySee: ({ name }) => name !== 'GROSS_PROFIT' })
  expect(slots('gross profit in 2023', knowledge)).toMatchObject({
    status: 'refused',
    reason: 'forbidden',
    text: expect.stringContaining('may not see gross profit'),
  })
  expect(slots('revenue in 2023', knowledge)).toMatchObject({ metrics: ['NET_REVENUE'] })
})

test('a member between the words of a metric does not part them', () => {
  expect(slots('How many lamps were sold in 2023?')).toMatchObject({
    metrics: ['UNITS_SOLD'],
    where: [{ dimension: 'CATEGORY', in: ['Lamps'] }],
  })
})

test('counts of members, single places and what is left out by a negation are declined', () => {
  for (const question of [
    'How many countries do we sell to?',
    'how many reps made quota in 2023',
    'the second best rep by revenue',
    'customers who did not order in 2023',
    'orders without a sales person',
    'revenue in yen',
    'margin in Canada versus the company',
    'how often do customers order?',
    'profit per order in 2023',
    'Q1 revenue each year',
    'revenue same quarter last year',
    'running total of revenue by month',
  ]) {
    expect(slots(question), question).toMatchObject({ status: 'refused', reason: 'no_data' })
  }
})

test('who asks about quotas means sales people, the only ones who have them', () => {
  expect(slots('Who beat their quota in 2023?')).toMatchObject({
    by: ['SALES_PERSON'],
    having: [{ metric: 'QUOTA_ATTAINMENT', op: '>', value: 1 }],
  })
})

test('one figure as a share of another is the metric that is declared so', () => {
  expect(slots('gross profit as a share of revenue in 2023')).toMatchObject({ metrics: ['GROSS_MARGIN'] })
  expect(slots('orders divided by units in 2023')).toMatchObject({ metrics: ['ORDERS', 'UNITS_SOLD'] })
})

test('a ranking within each of several groups is declined, one over their combinations is not', () => {
  expect(slots('biggest customer by territory')).toMatchObject({ status: 'refused' })
  expect(slots('revenue per segment and country, top 5')).toMatchObject({ by: ['CUSTOMER_SEGMENT', 'COUNTRY'], first: 5 })
})

test('growth of nothing in particular is growth of the first sum of money in the catalogue', () => {
  expect(slots('are we growing?')).toMatchObject({ metrics: ['NET_REVENUE'], grain: 'MONTH' })
})

test('a word to which metrics of several domains have an equal claim is asked about, and a reply of one word settles it', () => {
  for (const question of ["What's our margin?", 'turnover in 2023', 'retention last year', 'How many are open?'])
    expect(slots(question), question).toMatchObject({ status: 'clarify' })
  expect(slots(['How many did we lose in 2023?', 'people'])).toEqual({ metrics: ['LEAVERS'], ...year })
  // Where one alone reaches the split, or a metric is called so and nothing else, there is nothing to ask.
  expect(slots('margin by category in 2023')).toMatchObject({ metrics: ['GROSS_MARGIN'] })
  expect(slots('revenue in 2023')).toMatchObject({ metrics: ['NET_REVENUE'] })
})

test('a domain of which the company has nothing is not meant; a name is that of the first domain with facts for it', () => {
  const only = (...domains: readonly string[]) =>
    knowledgeOf(undefined, {
      facts: { of: ({ domain }) => domains.includes(domain), ofDomain: (domain) => domains.includes(domain) },
    })
  expect(slots('How many did we lose in 2023?', only('sales'))).toEqual({ metrics: ['OPPORTUNITIES_LOST'], ...year })
  expect(slots('revenue in 2023', only('finance'))).toEqual({ metrics: ['REVENUE'], ...year })
})

test('what is said of a thing splits by the attribute that its figures have', () => {
  expect(slots('open risks by category')).toMatchObject({ metrics: ['OPEN_RISKS'], by: ['RISK_CATEGORY'] })
  expect(slots('five largest operating expense accounts of 2023')).toMatchObject({ by: ['ACCOUNT'], first: 5 })
  expect(slots('receivables ageing')).toMatchObject({ by: ['AGE_BUCKET'] })
  expect(slots('Which controls are overdue for testing?')).toMatchObject({ metrics: ['CONTROLS_OVERDUE'], by: ['CONTROL'] })
})

test('an attribute that is neither a split nor beside a member is a condition that is not understood', () => {
  expect(slots('headcount of those in some age group')).toMatchObject({ status: 'refused' })
  expect(slots('attrition of those who work overtime')).toMatchObject({ where: [{ dimension: 'OVERTIME', in: ['true'] }] })
})

test('figures of the ledger are held against the budget', () => {
  expect(slots('operating expenses against budget by department in 2023')).toEqual({
    metrics: ['OPERATING_EXPENSES'],
    by: ['ORG_UNIT'],
    compare: 'BUDGET',
    ...year,
  })
  expect(slots('Joinery spend against budget in 2023: how far off were we?')).toMatchObject({ metrics: ['BUDGET_VARIANCE'] })
})

test('people under an age are not bounded by the figure', () => {
  expect(slots('headcount of people under 30 by department')).toMatchObject({ status: 'refused' })
})

test('which asks for the things that a figure counts', () => {
  expect(slots('Which lamps are below their reorder point?')).toMatchObject({
    metrics: ['BELOW_REORDER_POINT'],
    by: ['PRODUCT'],
    where: [{ dimension: 'CATEGORY', in: ['Lamps'] }],
    having: [{ metric: 'BELOW_REORDER_POINT', op: '>', value: 0 }],
  })
  expect(slots('sales of products that are below their reorder point, last quarter')).toMatchObject({
    metrics: ['NET_REVENUE', 'BELOW_REORDER_POINT'],
    by: ['PRODUCT'],
  })
})

test('what a phrase says as a whole is not answered by a part of it', () => {
  expect(slots('purchase orders placed in 2023')).toMatchObject({ metrics: ['PURCHASE_ORDERS'] })
  expect(slots('what share of orders went out on time in 2023')).toMatchObject({ metrics: ['ON_TIME_SHIPMENT_RATE'] })
  expect(slots('products on time in 2023')).toMatchObject({ status: 'clarify' })
  expect(slots('sell through by category in 2023')).toMatchObject({ metrics: ['SELL_THROUGH_RATE'] })
  expect(slots('how many controls do we have by family')).toMatchObject({ metrics: ['CONTROLS'], by: ['CONTROL_FAMILY'] })
  expect(slots('spend by supplier in 2023')).toMatchObject({ metrics: ['PURCHASES'], by: ['SUPPLIER'] })
  expect(slots(['Which departments are over budget this year?', 'by how much in percent?'])).toMatchObject({
    metrics: ['BUDGET_VARIANCE_RATIO'],
    by: ['ORG_UNIT'],
  })
})

test('means and ratios of a day are asked as of today', () => {
  expect(slots('average age by department')).toEqual({ metrics: ['AVERAGE_AGE'], by: ['ORG_UNIT'], period: { to: '2024-05-15' } })
})

test('a metric named with a unit of time is not split by it', () => {
  expect(slots('what is our monthly burn?')).toEqual({ metrics: ['BURN_RATE'], period: { to: '2024-05-15' } })
  expect(slots('monthly burn rate in 2023')).toMatchObject({ metrics: ['BURN_RATE'], grain: 'MONTH' })
})

test('a second half without its noun takes that of the first', () => {
  expect(slots('how many products did we launch in 2023 and how many were discontinued?')).toEqual({
    metrics: ['PRODUCTS_LAUNCHED', 'PRODUCTS_DISCONTINUED'],
    ...year,
  })
})
