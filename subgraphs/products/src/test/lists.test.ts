import { afterAll, beforeAll, expect, test } from 'vitest'
import { importedSupply } from './imported.ts'

let supply: Awaited<ReturnType<typeof importedSupply>>
beforeAll(async () => {
  supply = await importedSupply()
}, 60_000)
afterAll(() => supply.drop())

const statementsOf = async (source: string): Promise<number> => {
  supply.statements.length = 0
  await supply.ask(source)
  return supply.statements.filter(
    (statement) => /^\s*(?:select|with)/i.test(statement) && !/set_config|fold_rollups/.test(statement),
  ).length
}

test('a product knows its supplier, its stock on a day, its movements and its purchases', async () => {
  const { products } = await supply.ask<{ products: { nodes: unknown[] } }>(`{
    products(where: { search: "Green" }) { nodes {
      supplier { name products(first: 1) { nodes { name } } }
      stock(asOf: "2025-06-14") { warehouse { name } onHand available }
      movements(first: 1) { nodes { movedOn kind quantity } }
      incoming: movements(period: { from: "2025-06-20" }, first: 5) { totalCount }
      june: purchases(period: { from: "2025-06-01" }, orderBy: AMOUNT_DESC) { totalCount }
      purchases { nodes { order { ref supplier { name } amount } quantity unitPrice amount } }
    } }
  }`)
  expect(products.nodes).toEqual([
    {
      supplier: { name: 'Leaf Traders', products: { nodes: [{ name: 'Black tea' }] } },
      stock: [{ warehouse: { name: 'Kiel harbour' }, onHand: '60.0000', available: '58' }],
      movements: { nodes: [{ movedOn: '2025-06-20', kind: 'RECEIPT', quantity: '10.0000' }] },
      incoming: { totalCount: 1 },
      june: { totalCount: 0 },
      purchases: {
        nodes: [
          {
            order: { ref: 'PO-2', supplier: { name: 'Leaf Traders' }, amount: '42.5' },
            quantity: '10.0000',
            unitPrice: '4.2500',
            amount: '42.5',
          },
          {
            order: { ref: 'PO-1', supplier: { name: 'Leaf Traders' }, amount: '117' },
            quantity: '20.0000',
            unitPrice: '4.1000',
            amount: '82',
          },
        ],
      },
    },
  ])
})

test.each([
  ['products', 'supplier { name } stock { onHand warehouse { name } } movements { nodes { ref } } purchases { nodes { line } }'],
  ['suppliers', 'purchases { nodes { ref amount } } products { nodes { name } }'],
  ['purchaseOrders', 'supplier { name } lines { product { name } priceVariance } amount'],
  ['purchaseOrderLines', 'order { ref supplier { name } } product { name }'],
  ['stockEntries', 'product { name } warehouse { name } valueAtCost'],
  ['stockCounts', 'product { name } warehouse { name }'],
  ['stockMovements', 'product { name } warehouse { name }'],
])('a page of %s costs as many statements as a page of one', async (list, selection) => {
  const one = await statementsOf(`{ ${list}(first: 1) { nodes { ${selection} } } }`)
  expect(one).toBeGreaterThan(0)
  expect(await statementsOf(`{ ${list}(first: 50) { nodes { ${selection} } } }`)).toBe(one)
})

test('lists are read page by page, latest first, each row once', async () => {
  const refs: string[] = []
  let after: string | null = null
  do {
    const { stockMovements }: { stockMovements: Movements } = await supply.ask(
      `query ($after: String) { stockMovements(first: 2, after: $after) { totalCount nodes { ref } pageInfo { hasNextPage endCursor } } }`,
      { after },
    )
    expect(stockMovements.totalCount).toBe(6)
    refs.push(...stockMovements.nodes.map(({ ref }) => ref))
    after = stockMovements.pageInfo.hasNextPage ? stockMovements.pageInfo.endCursor : null
  } while (after)
  expect(refs.toSorted()).toEqual(['M-1', 'M-2', 'M-3', 'M-4', 'M-5', 'M-6'])
  expect(refs[0]).toBe('M-4')
})

interface Movements {
  readonly totalCount: number
  readonly nodes: readonly { readonly ref: string }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

test('references of every entity are resolved by their ids', async () => {
  const { suppliers, purchaseOrders, stockMovements, stockCounts, warehouses } = await supply.ask<
    Record<string, { nodes: { id: string }[] }> & { warehouses: { id: string }[] }
  >(
    `{ suppliers { nodes { id } } purchaseOrders { nodes { id } } stockMovements { nodes { id } } stockCounts { nodes { id } } warehouses { id } }`,
  )
  const references = [
    ['Supplier', suppliers?.nodes[0]?.id],
    ['PurchaseOrder', purchaseOrders?.nodes[0]?.id],
    ['StockMovement', stockMovements?.nodes[0]?.id],
    ['StockCount', stockCounts?.nodes[0]?.id],
    ['Warehouse', warehouses[0]?.id],
  ].map(([__typename, id]) => ({ __typename, id }))
  const { _entities } = await supply.ask<{ _entities: object[] }>(
    `query ($references: [_Any!]!) { _entities(representations: $references) { __typename
      ... on Supplier { id } ... on PurchaseOrder { id } ... on StockMovement { id } ... on StockCount { id } ... on Warehouse { id } } }`,
    { references },
  )
  expect(_entities).toEqual(references)
})

test('conditions of lists are those of the figures, with the nearest name where one is not known', async () => {
  expect(await supply.refusal(`{ purchaseOrders(where: [{ dimension: SUPPLIER, in: ["Leaf Trader"] }]) { totalCount } }`)).toBe(
    'There is no supplier “Leaf Trader”. The nearest are “Leaf Traders” and “Potter, Sons & Co.”.',
  )
  expect(await supply.refusal(`{ purchaseOrders(where: [{ dimension: WAREHOUSE, in: ["Lübeck"] }]) { totalCount } }`)).toMatch(
    /^Purchase orders can't be limited to WAREHOUSE: its facts don't have it. It can be limited to PRODUCT, /,
  )
})
