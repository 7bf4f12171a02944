import { type Costs, costsOf } from '@aems/schema/cost.ts'
import { supergraphSdl } from '@aems/schema/sdl.ts'
import { buildSchema, getOperationAST, parse } from 'graphql'
import { expect, test } from 'vitest'
import { costOf, type OperationCost, requireAffordable } from '../access/cost.ts'

const sdl = `
  directive @cost(weight: Int!) on FIELD_DEFINITION | OBJECT | SCALAR | ENUM
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!]) on FIELD_DEFINITION
  scalar Picture @cost(weight: 3)
  type Query {
    shops(first: Int = 50): Shops @listSize(slicingArguments: ["first"], assumedSize: 50, sizedFields: ["nodes", "edges"])
    shop: Shop
    figures: [Figure!] @cost(weight: 10)
  }
  type Mutation { open: Shop paint: Picture @cost(weight: 7) }
  type Shops { nodes: [Shop!]! edges: [Edge!]! totalCount: Int }
  type Edge { node: Shop }
  type Shop { name: String picture: Picture orders(first: Int = 20): [Order!] @listSize(slicingArguments: ["first"], assumedSize: 20) }
  type Order { id: ID shop: Shop }
  type Figure { value: Int }
`
const schema = buildSchema(sdl)
const costs: Costs = costsOf(sdl)

const priced = (text: string, variables: Readonly<Record<string, unknown>> = {}) => {
  const document = parse(text)
  const operation = getOperationAST(document)
  if (!operation) throw new Error('There is no operation.')
  return { document, operation, variables, schema, costs }
}
const price = (text: string, variables?: Readonly<Record<string, unknown>>): OperationCost => costOf(priced(text, variables))

test.each([
  ['a thing costs 1, its scalars nothing', '{ shop { name } }', 1],
  ['a scalar with a weight costs that', '{ shop { picture } }', 4],
  ['a list costs its length, by argument', '{ shops(first: 7) { nodes { name } } }', 1 + 7],
  ['by the default of the argument', '{ shops { nodes { name } } }', 1 + 50],
  [
    'a connection hands its length on to nodes and edges alone',
    '{ shops(first: 2) { totalCount edges { node { name } } } }',
    1 + 4,
  ],
  ['lists within lists multiply', '{ shops(first: 10) { nodes { orders(first: 5) { id } } } }', 1 + 10 * (1 + 5)],
  ['a list whose length nobody declared is reckoned as ten', '{ figures { value } }', 10 + 10],
  [
    'fragments cost what is in them',
    '{ ...F } fragment F on Query { shops(first: 3) { ... on Shops { nodes { name } } } }',
    1 + 3,
  ],
  ['aliases cost each', '{ a: shop { name } b: shop { name } }', 2],
  ['a change costs ten', 'mutation { open { name } }', 11],
  ['a change with a weight costs that', 'mutation { paint }', 10],
  ['fewer than none are none', '{ shops(first: -100000) { nodes { name } } }', 1],
])('%s', (_, text, cost) => expect(price(text).cost).toBe(cost))

test('a length by a variable counts as it is given, or as its default', () => {
  const text = 'query ($n: Int = 4) { shops(first: $n) { nodes { name } } }'
  expect(price(text, { n: 9 }).cost).toBe(10)
  expect(price(text).cost).toBe(5)
})

test('what costs too much is refused, and the list that it comes from named', () => {
  const dear = priced('{ shops(first: 1000) { nodes { orders(first: 1000) { id } } } }')
  expect(() => requireAffordable(dear, null)).toThrow(
    /would cost 1,001,001 points; 500 at most.*shops\.nodes\.orders, 1,000,000 items in all: ask for fewer with first/,
  )
})

test('every list of the graph has a length, and no page of a thousand is beyond what one operation may cost', () => {
  for (const [type, fields] of costsOf(supergraphSdl())) {
    for (const [name, { size }] of fields) expect(size?.assumed ?? 1, `${type}.${name}`).toBeLessThanOrEqual(1_000)
  }
})
