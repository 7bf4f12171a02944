import { newId } from '@aems/drizzle/ids.ts'
import { products } from '@aems/drizzle/products/tables.ts'
import { freshDatabase } from '@aems/drizzle/testing.ts'
import type { SubgraphRequest } from '@aems/kit/subgraph.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { type ExecutionResult, graphql } from 'graphql'
import { expect, test } from 'vitest'
import { createSubgraph } from '../subgraph.ts'

const viewerOf = (companyId: string): Viewer => ({
  user: { id: newId(), name: 'Ada Reader', email: 'ada@example.com' },
  company: { id: companyId, key: 'ours', name: 'Ours', currency: 'EUR', fiscalYearStartMonth: 1, timeZone: 'UTC', asOf: null },
  roles: ['viewer'],
  scopes: new Set(['products:read']),
  salesPersonId: null,
  employeeId: null,
  sessionId: newId(),
})

const requestOf = (viewer: Viewer | null): SubgraphRequest => ({
  viewer,
  correlationId: 'test',
  session: { begin: null, end: false },
  client: { address: '', userAgent: '', keepsCookies: false },
  graph: { execute: () => Promise.reject(new Error('not asked')) },
})

/** What the one field of an answer holds. */
function fieldOf<Value>({ data, errors }: ExecutionResult): Value {
  expect(errors).toBeUndefined()
  return data?.['products'] as Value
}

async function shelf() {
  const statements: string[] = []
  const { open } = await freshDatabase()
  const database = open('products', { onStatement: (statement) => statements.push(statement) })
  const subgraph = createSubgraph({ database })
  const companyId = newId()
  const viewer = viewerOf(companyId)
  const add = (names: readonly string[], tenantId = companyId) =>
    database.asViewer({ tenantId, userId: null, scopes: [] }, (tx) =>
      tx.insert(products).values(
        names.map((name, index) => ({
          tenantId,
          id: newId(),
          ref: name,
          name,
          category: 'Bikes',
          status: 'end_of_life',
          listPrice: `${index}.50`,
        })),
      ),
    )
  const ask = (source: string, as: Viewer | null = viewer) =>
    graphql({ schema: subgraph.schema, source, contextValue: subgraph.context(requestOf(as)) })
  return { add, ask, statements, companyId }
}

test('a list is read page by page without missing or repeating one', async () => {
  const { add, ask } = await shelf()
  await add(['Cog', 'Axle', 'Bell', 'Axle', 'Dynamo'].map((name, index) => (index === 3 ? 'Axle too' : name)))
  const names: string[] = []
  let after: string | null = null
  do {
    const { data, errors }: Awaited<ReturnType<typeof ask>> = await ask(
      `{ products(first: 2, after: ${JSON.stringify(after)}) { totalCount nodes { name } pageInfo { hasNextPage endCursor } } }`,
    )
    expect(errors).toBeUndefined()
    const page = data?.['products'] as {
      totalCount: number
      nodes: { name: string }[]
      pageInfo: { hasNextPage: boolean; endCursor: string }
    }
    expect(page.totalCount).toBe(5)
    names.push(...page.nodes.map((node) => node.name))
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
  } while (after)
  expect(names).toEqual(['Axle', 'Axle too', 'Bell', 'Cog', 'Dynamo'])
})

test('every order pages through everything', async () => {
  const { add, ask } = await shelf()
  await add(['Cog', 'Axle', 'Bell'])
  for (const [order, expected] of Object.entries({
    LIST_PRICE_DESC: ['Bell', 'Axle', 'Cog'],
    NAME_ASC: ['Axle', 'Bell', 'Cog'],
  })) {
    const first = await ask(`{ products(orderBy: ${order}, first: 1) { nodes { name } pageInfo { endCursor } } }`)
    const page = first.data?.['products'] as { nodes: { name: string }[]; pageInfo: { endCursor: string } }
    const rest = await ask(`{ products(orderBy: ${order}, after: "${page.pageInfo.endCursor}") { nodes { name } } }`)
    const { nodes } = fieldOf<{ nodes: { name: string }[] }>(rest)
    expect([...page.nodes, ...nodes].map((node) => node.name)).toEqual(expected)
  }
})

test('what people type is text, not a pattern', async () => {
  const { add, ask } = await shelf()
  await add(['50% wool', '50 wool'])
  const { data } = await ask('{ products(where: { search: "0% w" }) { nodes { name status listPrice } } }')
  expect(data).toEqual({ products: { nodes: [{ name: '50% wool', status: 'END_OF_LIFE', listPrice: '0.5000' }] } })
})

test("another company's products are not there", async () => {
  const { add, ask } = await shelf()
  await add(['Theirs'], newId())
  expect((await ask('{ products { totalCount } }')).data).toEqual({ products: { totalCount: 0 } })
})

test('references of one operation are resolved in one statement', async () => {
  const { add, ask, statements } = await shelf()
  await add(['Cog', 'Axle', 'Bell'])
  const listed = await ask('{ products { nodes { id } } }')
  const { nodes } = fieldOf<{ nodes: { id: string }[] }>(listed)
  statements.length = 0
  const references = nodes.map(({ id }) => `{ __typename: "Product", id: "${id}" }`).join(', ')
  const { data } = await ask(`{ _entities(representations: [${references}]) { ... on Product { name } } }`)
  expect(data).toEqual({ _entities: [{ name: 'Axle' }, { name: 'Bell' }, { name: 'Cog' }] })
  expect(statements.filter((statement) => statement.includes('from "products"'))).toHaveLength(1)
})

test('too large a page, and a cursor of nowhere, are refused in words', async () => {
  const { ask } = await shelf()
  const large = await ask('{ products(first: 5000) { totalCount } }')
  expect(large.errors?.[0]?.message).toBe('first is 5,000; a page has from 1 to 1,000 rows.')
  const nowhere = await ask('{ products(after: "abc") { totalCount } }')
  expect(nowhere.errors?.[0]?.message).toMatch(/is not a cursor of this list/)
})

test('nobody reads products without the right to', async () => {
  const { ask, companyId } = await shelf()
  const anonymous = await ask('{ products { totalCount } }', null)
  expect(anonymous.errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED')
  const without = await ask('{ products { totalCount } }', { ...viewerOf(companyId), scopes: new Set(['sales:read']) })
  expect(without.errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
})
