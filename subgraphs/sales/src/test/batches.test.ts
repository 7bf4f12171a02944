import { importedId, newId } from '@aems/drizzle/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importedSales } from './imported.ts'

let sales: Awaited<ReturnType<typeof importedSales>>
beforeAll(async () => {
  sales = await importedSales()
})
afterAll(() => sales.drop())

/** Statements that begin, end and set the viewer, what each new connection asks first, and what folds rollups each second. */
const others = /^\s*(?:begin|commit|select set_config)|pg_catalog|fold_\w*rollups|make_customer_sets/i

/** How many statements an operation reads rows with. */
async function statementsOf(source: string, variables?: Record<string, unknown>): Promise<number> {
  sales.statements.length = 0
  await sales.ask(source, variables)
  return sales.statements.filter((statement) => !others.test(statement)).length
}

test('however many customers: one statement for each list beneath them', async () => {
  const source = (first: number) => `{ customers(first: ${first}) { nodes {
    territory { salesPeople { targets { amount } } }
    parent { name }
    orders(first: 3) { totalCount nodes { lines { product { id } } salesPerson { name } } }
    opportunities(first: 2) { nodes { product { orderLines(first: 2) { nodes { order { ref } } } } } }
  } } }`
  const four = await statementsOf(source(4))
  expect(four).toBe(12)
  expect(await statementsOf(source(1_000))).toBe(four)
})

test('a page of one parent is its own, and goes on from its cursor', async () => {
  const source = `query ($after: String) { customers(search: "Müller") { nodes {
    orders(first: 2, after: $after) { totalCount nodes { ref } pageInfo { hasNextPage hasPreviousPage endCursor } } } } }`
  interface Answer {
    customers: { nodes: { orders: { totalCount: number; nodes: { ref: string }[]; pageInfo: Record<string, unknown> } }[] }
  }
  const first = (await sales.ask<Answer>(source)).customers.nodes[0]?.orders
  expect(first?.nodes.map(({ ref }) => ref)).toEqual(['O-6', 'O-5'])
  expect(first?.totalCount).toBe(3)
  expect(first?.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false })
  const second = (await sales.ask<Answer>(source, { after: first?.pageInfo['endCursor'] })).customers.nodes[0]?.orders
  expect(second?.nodes.map(({ ref }) => ref)).toEqual(['O-1'])
  expect(second?.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true })
})

test('entities are found by their ids, in one statement for each type', async () => {
  const company = sales.viewer.company.id
  const order = importedId(company, 'order', 'O-1')
  const representations = [
    { __typename: 'Customer', id: importedId(company, 'customer', 'C1') },
    { __typename: 'Customer', id: importedId(company, 'customer', 'C4') },
    { __typename: 'Customer', id: newId() },
    { __typename: 'Territory', id: importedId(company, 'territory', 'N') },
    { __typename: 'SalesPerson', id: importedId(company, 'sales_person', 'P1') },
    { __typename: 'Order', id: order },
    { __typename: 'OrderLine', id: `${order}:2` },
    { __typename: 'OrderLine', id: 'no line' },
    { __typename: 'Opportunity', id: importedId(company, 'opportunity', 'D1') },
  ]
  const source = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
    ... on Customer { name } ... on Territory { name } ... on SalesPerson { name } ... on Order { ref status }
    ... on OrderLine { id netAmount grossProfit } ... on Opportunity { ref } } }`
  const { _entities } = await sales.ask<{ _entities: unknown[] }>(source, { representations })
  expect(_entities).toEqual([
    { name: 'Café Müller' },
    { name: 'Tea "House" Ltd' },
    null,
    { name: 'North' },
    { name: 'Maria Sommer' },
    { ref: 'O-1', status: 'SHIPPED' },
    { id: `${order}:2`, netAmount: '100.0000', grossProfit: '40' },
    null,
    { ref: 'D1' },
  ])
  expect(await statementsOf(source, { representations })).toBe(6)
})

test('what belongs to another company is not found', async () => {
  const id = importedId(sales.viewer.company.id, 'customer', 'C1')
  const stranger = { ...sales.viewer, company: { ...sales.viewer.company, id: newId() } }
  const { data } = await sales.run('query ($id: ID!) { customer(id: $id) { name } territories { name } }', { id }, stranger)
  expect(data).toEqual({ customer: null, territories: [] })
  expect(await sales.ask('query ($id: ID!) { customer(id: $id) { name } }', { id })).toEqual({
    customer: { name: 'Café Müller' },
  })
})

test('an id that is none finds nothing', async () => {
  expect(await sales.ask('{ customer(id: "nobody") { name } order(id: "x") { ref } }')).toEqual({ customer: null, order: null })
})

test('figures that a request asks for together are read in one transaction, but for those of many facts', async () => {
  const tile = (query: string) => `salesMetrics(query: { ${query}, period: { all: true } }) { totals { value } }`
  const source = `{
    revenue: ${tile('metrics: [NET_REVENUE, ORDERS]')}
    units: ${tile('metrics: [UNITS_SOLD], by: [TERRITORY]')}
    pipeline: ${tile('metrics: [PIPELINE]')}
    wrong: ${tile('metrics: [PIPELINE], by: [CHANNEL]')}
    cross: ${tile('metrics: [NET_REVENUE], by: [CHANNEL, TERRITORY]')}
  }`
  sales.statements.length = 0
  const { data, errors } = await sales.run(source)
  expect(errors?.map(({ message }) => message)).toEqual([expect.stringContaining("Pipeline can't be split by CHANNEL")])
  expect(sales.statements.filter((statement) => /^\s*begin/i.test(statement))).toHaveLength(2)
  const value = (of: string) => (data?.[of] as { totals: { value: string }[] } | null)?.totals[0]?.value
  expect(value('wrong')).toBeUndefined()
  expect(Number(value('revenue'))).toBeGreaterThan(0)
  expect(value('revenue')).toBe(value('cross'))
  expect(Number(value('units'))).toBeGreaterThan(0)
  expect(value('pipeline')).toBeDefined()
})
