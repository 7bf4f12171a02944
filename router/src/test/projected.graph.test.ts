import { setTimeout as delay } from 'node:timers/promises'
import { keepProjecting, type Projector } from '@aems/drizzle/projector/projector.ts'
import { importRole, urlAs } from '@aems/drizzle/roles.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openGraph, type Person, type TestGraph } from '../testing/graph.ts'

let graph: TestGraph
let owner: Person
let projector: Projector
const errors: unknown[] = []

beforeAll(async () => {
  graph = await openGraph()
  owner = (await graph.importCompany('hilltop')).owner
  projector = keepProjecting(urlAs(graph.database.adminUrl, importRole, graph.database.secret), (error) => errors.push(error))
})
afterAll(async () => {
  await projector.stop()
  await graph.close()
})

/** Asks until the answer is what is expected, for two seconds at most: the domains learn of each other within one. */
async function soon(operation: string, variables: Readonly<Record<string, unknown>>, expected: unknown): Promise<void> {
  const until = performance.now() + 2_000
  // What a domain does not know yet is refused.
  const ask = async () => (await graph.send(operation, variables, { as: owner })).data
  while (performance.now() < until && JSON.stringify(await ask()) !== JSON.stringify(expected)) await delay(50)
  expect((await graph.send(operation, variables, { as: owner })).errors).toEqual([])
  expect(await ask()).toEqual(expected)
}

test('a product that is created can be ordered, and products know that it was sold', async () => {
  const created = await graph.ask(
    `mutation { createProduct(input: { name: "White tea", category: "Tea", status: ACTIVE, standardCost: "3", listPrice: "9" }) {
      ... on Product { id } ... on UserError { message } } }`,
    {},
    owner,
  )
  const product = idIn(created['createProduct'])
  const known =
    'query ($id: String!) { salesMetrics(query: { metrics: [ORDERS], period: { all: true }, where: [{ dimension: PRODUCT, in: [$id] }] }) { totals { value } } }'
  await soon(known, { id: product }, { salesMetrics: { totals: [{ value: '0' }] } })
  const { customers } = await graph.ask('{ customers(first: 1) { nodes { id } } }', {}, owner)
  const customer = idIn(Object(customers)['nodes'][0])
  const recorded = await graph.ask(
    `mutation ($customer: ID!, $product: ID!) { recordOrder(input: { customerId: $customer, lines: [{ productId: $product, quantity: "4", unitPrice: "9" }] }) {
      ... on Order { id } ... on UserError { message } } }`,
    { customer, product },
    owner,
  )
  const sold =
    'query ($id: String!) { productsMetrics(query: { metrics: [NEW_PRODUCT_REVENUE_SHARE], period: { this: DAY }, where: [{ dimension: PRODUCT, in: [$id] }] }) { totals { value } } }'
  await soon(sold, { id: product }, { productsMetrics: { totals: [{ value: '1' }] } })
  await graph.ask(
    'mutation ($id: ID!) { changeOrderStatus(input: { orderId: $id, status: CANCELLED }) { __typename } }',
    { id: idIn(recorded['recordOrder']) },
    owner,
  )
  await soon(sold, { id: product }, { productsMetrics: { totals: [{ value: null }] } })
  expect(errors).toEqual([])
})

function idIn(made: unknown): string {
  const { id } = Object(made)
  if (typeof id !== 'string') throw new Error(JSON.stringify(made))
  return id
}
