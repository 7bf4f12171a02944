import { type commands, outbox } from '@aems/drizzle/products/tables.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importedSupply } from './imported.ts'

let supply: Awaited<ReturnType<typeof importedSupply>>
const ids: Record<string, string> = {}

beforeAll(async () => {
  supply = await importedSupply()
  const found = await supply.ask<Record<string, { nodes: Named[] }> & { warehouses: Named[] }>(
    '{ products { nodes { id name } } suppliers { nodes { id name } } warehouses { id name } }',
  )
  for (const { id, name } of [...(found['products']?.nodes ?? []), ...(found['suppliers']?.nodes ?? []), ...found.warehouses]) {
    ids[name] = id
  }
}, 60_000)
afterAll(() => supply.drop())

interface Named {
  readonly id: string
  readonly name: string
}

const refused = '__typename ... on UserError { message path }'

/** What a command gives: the changed thing, or why it was refused. */
async function done(command: string, input: object, selection: string): Promise<Record<string, unknown>> {
  const type = `${command.charAt(0).toUpperCase()}${command.slice(1)}Input`
  const data = await supply.ask<Record<string, Record<string, unknown>>>(
    `mutation ($input: ${type}!) { ${command}(input: $input) { ${refused} ${selection} } }`,
    { input },
  )
  return data[command] ?? {}
}

const moved = (input: object) => done('moveStock', input, '... on StockMovement { quantity kind movedOn }')
const counted = (input: object) => done('countStock', input, '... on StockCount { onHand reserved asOf }')
const received = (input: object) =>
  done('receivePurchase', input, '... on PurchaseOrder { status receivedOn lines { line received rejected } }')

const onHand = async (product: string): Promise<Record<string, number>> => {
  const { product: found } = await supply.ask<{ product: { stock: { warehouse: Named; onHand: string }[] } }>(
    `{ product(id: "${ids[product]}") { stock { warehouse { name } onHand } } }`,
  )
  return Object.fromEntries(found.stock.map(({ warehouse, onHand: units }) => [warehouse.name, Number(units)]))
}

const rowsOf = (table: typeof outbox | typeof commands) =>
  supply.database
    .open('products')
    .asViewer({ tenantId: supply.viewer.company.id, userId: null, scopes: [] }, (tx) => tx.select().from(table))

const eventsOf = async (type: string): Promise<number> =>
  (await rowsOf(outbox)).filter((row) => 'type' in row && row.type === type).length

test('stock is moved, but never below zero, not even on a later day', async () => {
  const shelf = { productId: ids['Black tea'], warehouseId: ids['Kiel harbour'] }
  expect(await moved({ ...shelf, kind: 'SALE', quantity: '3' })).toEqual({
    __typename: 'StockMovement',
    quantity: '-3.0000',
    kind: 'SALE',
    movedOn: '2025-06-30',
  })
  expect(await onHand('Black tea')).toEqual({ 'Kiel harbour': 5, Lübeck: 4 })
  expect(await moved({ ...shelf, kind: 'SCRAP', quantity: '6' })).toEqual({
    __typename: 'ProductsStateRefused',
    message: 'Kiel harbour would be 1 short of Black tea on 2025-06-30. Move less, or count the stock first.',
    path: ['input', 'quantity'],
  })
  // On the 27th 12 were there, but 4 left on the 28th and 3 on the 30th.
  expect(await moved({ ...shelf, kind: 'SCRAP', quantity: '6', on: '2025-06-27' })).toMatchObject({
    message: 'Kiel harbour would be 1 short of Black tea on 2025-06-30. Move less, or count the stock first.',
  })
  expect(await onHand('Black tea')).toEqual({ 'Kiel harbour': 5, Lübeck: 4 })
  expect(await eventsOf('stock.moved')).toBe(1)
})

test('a transfer leaves one warehouse and comes to another', async () => {
  const shelf = { productId: ids['Old pot'], warehouseId: ids['Lübeck'] }
  expect(await moved({ ...shelf, kind: 'TRANSFER', quantity: '2' })).toMatchObject({
    __typename: 'ProductsValueRefused',
    message: 'A transfer needs the warehouse that the goods go to.',
  })
  await moved({ ...shelf, kind: 'TRANSFER', quantity: '2', toWarehouseId: ids['Kiel harbour'] })
  expect(await onHand('Old pot')).toEqual({ 'Kiel harbour': 2, Lübeck: 4 })
})

test('two who take the last ones at the same time do not both get them', async () => {
  const shelf = { productId: ids['Green tea'], warehouseId: ids['Lübeck'], kind: 'SALE', quantity: '3' }
  const outcomes = await Promise.all([moved(shelf), moved(shelf)])
  expect(outcomes.map(({ __typename }) => __typename).toSorted()).toEqual(['ProductsStateRefused', 'StockMovement'])
  expect((await onHand('Green tea'))['Lübeck']).toBe(2)
})

test('a movement sent again with its key moves nothing more', async () => {
  const sale = {
    productId: ids['Green tea'],
    warehouseId: ids['Kiel harbour'],
    kind: 'SALE',
    quantity: '1',
    idempotencyKey: 'k-1',
  }
  const before = (await onHand('Green tea'))['Kiel harbour'] ?? 0
  expect(await moved(sale)).toEqual(await moved(sale))
  expect((await onHand('Green tea'))['Kiel harbour']).toBe(before - 1)
  expect(
    await counted({ productId: ids['Kettle'], warehouseId: ids['Lübeck'], onHand: '1', idempotencyKey: 'k-1' }),
  ).toMatchObject({
    message: 'This idempotency key was used for moveStock before. Give each command a key of its own.',
  })
})

test('a count replaces what was reckoned; movements before it that day are in it, later ones come on top', async () => {
  const shelf = { productId: ids['Kettle'], warehouseId: ids['Kiel harbour'] }
  await moved({ ...shelf, kind: 'RECEIPT', quantity: '10' })
  expect(await counted({ ...shelf, onHand: '8', reserved: '2' })).toEqual({
    __typename: 'StockCount',
    onHand: '8.0000',
    reserved: '2.0000',
    asOf: '2025-06-30',
  })
  expect(await onHand('Kettle')).toEqual({ 'Kiel harbour': 8 })
  await moved({ ...shelf, kind: 'SALE', quantity: '3' })
  expect(await onHand('Kettle')).toEqual({ 'Kiel harbour': 5 })
  expect(await counted({ ...shelf, onHand: '-1' })).toMatchObject({
    __typename: 'ProductsValueRefused',
    message: 'What is on hand “-1” must be 0 or more, with 4 places at most.',
  })
  expect(await counted({ ...shelf, onHand: '1', reserved: '2' })).toMatchObject({
    message: 'More is reserved (2) than is on hand (1).',
  })
})

test('goods are ordered, received in parts with rejections, and put on the shelf', async () => {
  const order = await done(
    'orderFromSupplier',
    {
      supplierId: ids['Leaf Traders'],
      ref: 'PO-9',
      expectedOn: '2025-07-10',
      lines: [
        { productId: ids['Gift card'], quantity: '10', unitPrice: '0.50' },
        { productId: ids['Black tea'], quantity: '4', unitPrice: '3.40' },
      ],
    },
    '... on PurchaseOrder { id ref status amount lines { product { name } } history { action } }',
  )
  expect(order).toMatchObject({ ref: 'PO-9', status: 'pending', amount: '18.6', history: [{ action: 'orderFromSupplier' }] })
  const delivery = { purchaseOrderId: order['id'], warehouseId: ids['Lübeck'] }
  expect(await received({ ...delivery, lines: [{ line: 1, received: '11' }] })).toMatchObject({
    __typename: 'ProductsValueRefused',
    message: "Of line 1 10 of 10 ordered are still to come; 11 can't be received.",
    path: ['input', 'lines', '0'],
  })
  expect(await received({ ...delivery, lines: [{ line: 1, received: '6', rejected: '1' }] })).toMatchObject({
    status: 'partly_received',
    receivedOn: null,
    lines: [
      { line: 1, received: '6.0000', rejected: '1.0000' },
      { line: 2, received: null, rejected: null },
    ],
  })
  expect(await onHand('Gift card')).toEqual({ Lübeck: 5 })
  expect(
    await received({
      ...delivery,
      lines: [
        { line: 1, received: '4' },
        { line: 2, received: '4', rejected: '4' },
      ],
    }),
  ).toMatchObject({ status: 'complete', receivedOn: '2025-06-30' })
  expect(await onHand('Gift card')).toEqual({ Lübeck: 9 })
  expect(await received({ ...delivery, lines: [{ line: 1, received: '1' }] })).toMatchObject({
    __typename: 'ProductsStateRefused',
    message: 'All of purchase order PO-9 came on 2025-06-30; place another order for more.',
  })
})

test('nothing is received for a rejected order, and nothing ordered from nobody', async () => {
  const { purchaseOrders } = await supply.ask<{ purchaseOrders: { nodes: { id: string }[] } }>(
    '{ purchaseOrders(where: [{ dimension: PURCHASE_STATUS, in: ["rejected"] }]) { nodes { id } } }',
  )
  expect(
    await received({
      purchaseOrderId: purchaseOrders.nodes[0]?.id,
      warehouseId: ids['Lübeck'],
      lines: [{ line: 1, received: '1' }],
    }),
  ).toMatchObject({ message: 'Purchase order PO-4 was rejected; nothing can be received for it.' })
  const nobody = ids['Green tea'] ?? ''
  expect(
    await done('orderFromSupplier', { supplierId: nobody, lines: [{ productId: nobody, quantity: '1', unitPrice: '1' }] }, ''),
  ).toMatchObject({
    __typename: 'ProductsReferenceRefused',
    message: `There is no supplier ${nobody} that you may see. Look its id up in the list.`,
  })
})

test('a product is created, goes on sale and off it, and its history tells who did what', async () => {
  const selection = '... on Product { id name status launchedOn discontinuedOn history { action was became userId } }'
  const made = await done('createProduct', { ref: 'W1', name: 'White tea', category: 'Tea', listPrice: '12' }, selection)
  expect(made).toMatchObject({ name: 'White tea', status: 'DRAFT', launchedOn: null })
  expect(await done('createProduct', { ref: 'W1', name: 'Again' }, selection)).toMatchObject({
    __typename: 'ProductsValueRefused',
    message: 'The ref W1 belongs to White tea. Choose another.',
  })
  const productId = made['id']
  expect(await done('changeProductLifecycle', { productId, status: 'ACTIVE', on: '2025-06-01' }, selection)).toMatchObject({
    status: 'ACTIVE',
    launchedOn: '2025-06-01',
  })
  expect(await done('changeProductLifecycle', { productId, status: 'DRAFT' }, selection)).toMatchObject({
    __typename: 'ProductsStateRefused',
    message: "White tea has been on sale and can't be a draft again. Discontinue it instead.",
  })
  expect(await done('changeProductLifecycle', { productId, status: 'DISCONTINUED', on: '2025-07-01' }, selection)).toMatchObject({
    __typename: 'ProductsValueRefused',
    message: '2025-07-01 is to come; give a day up to today, 2025-06-30.',
  })
  const ended = await done('changeProductLifecycle', { productId, status: 'DISCONTINUED' }, selection)
  expect(ended).toMatchObject({
    discontinuedOn: '2025-06-30',
    history: [
      { action: 'changeProductLifecycle', was: { status: 'active' }, became: { status: 'discontinued' } },
      { action: 'changeProductLifecycle', was: { status: 'draft' }, became: { status: 'active' } },
      { action: 'createProduct', was: null, userId: supply.viewer.user.id },
    ],
  })
  expect(await eventsOf('product.lifecycle-changed')).toBe(2)
})

test('who may only read changes nothing', async () => {
  const reader = { ...supply.viewer, scopes: new Set(['products:read']) }
  const { errors } = await supply.run(`mutation { createProduct(input: { name: "Mine" }) { ${refused} } }`, {}, reader)
  expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
})
