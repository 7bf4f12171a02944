import { importedId } from '@aems/drizzle/ids.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importedSales } from './imported.ts'

let sales: Awaited<ReturnType<typeof importedSales>>
let writer: Viewer
beforeAll(async () => {
  sales = await importedSales()
  writer = { ...sales.viewer, scopes: new Set(['sales:read', 'sales:write']) }
})
afterAll(() => sales.drop())

const idOf = (noun: 'customer' | 'sales_person' | 'product' | 'order' | 'opportunity' | 'territory', ref: string): string =>
  importedId(sales.viewer.company.id, noun, ref)

type Fields = Readonly<Record<string, unknown>>

/** What a command gives: the fields named, or its refusal. */
async function command(name: string, type: string, input: Fields, fields: string, as: Viewer = writer): Promise<Fields> {
  const inputType = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
  const source = `mutation ($input: ${inputType}!) { ${name}(input: $input) {
    __typename ... on ${type} { ${fields} } ... on UserError { message path } } }`
  const { data, errors } = await sales.run(source, { input }, as)
  expect(errors).toBeUndefined()
  return data?.[name] as Fields
}

const events = async (): Promise<string[]> =>
  (await sales.admin<{ type: string }[]>`select type from sales.outbox order by id`).map(({ type }) => type)

test('an order is recorded with its sums, its lines, and the day of its customer’s first order', async () => {
  const input = {
    ref: 'N-1',
    customerId: idOf('customer', 'C5'),
    orderedOn: '2025-06-20',
    dueOn: '2025-06-27',
    channel: 'online',
    lines: [
      { productId: idOf('product', 'T1'), quantity: '3', unitPrice: '10.10', discount: '0.30', unitCost: '4' },
      { productId: idOf('product', 'K1'), quantity: '1.5', unitPrice: '33.3333' },
    ],
    idempotencyKey: 'order N-1',
  }
  const fields = `id ref status netAmount currency customer { ref firstOrderedOn } lines { line netAmount }
    changes { action was became user { id } }`
  const order = await command('recordOrder', 'Order', input, fields)
  expect(order).toMatchObject({
    __typename: 'Order',
    ref: 'N-1',
    status: 'OPEN',
    // 30.00 and, of 49.99995, the four places that are kept.
    netAmount: '80.0000',
    currency: 'EUR',
    customer: { ref: 'C5', firstOrderedOn: '2025-06-20' },
    lines: [
      { line: 1, netAmount: '30.0000' },
      { line: 2, netAmount: '50.0000' },
    ],
    changes: [{ action: 'recordOrder', was: null, became: { ref: 'N-1', lines: 2 }, user: { id: writer.user.id } }],
  })
  // Sent again, it gives the same and changes nothing.
  const count = () => sales.admin`select count(*)::int as orders from sales.orders`
  const before = await count()
  expect(await command('recordOrder', 'Order', input, 'id')).toEqual({ __typename: 'Order', id: order['id'] })
  expect(await count()).toEqual(before)
  expect((await events()).filter((type) => type === 'order.recorded')).toHaveLength(1)
  // Another command can't have the same key.
  const other = { orderId: order['id'], status: 'SHIPPED', idempotencyKey: 'order N-1' }
  expect(await command('changeOrderStatus', 'Order', other, 'id')).toEqual({
    __typename: 'SalesStateRefused',
    message: 'This idempotency key was used for recordOrder before. Give each command a key of its own.',
    path: ['input', 'idempotencyKey'],
  })
})

test('an order is shipped, then returned; what was cancelled no longer counts as a first order', async () => {
  const input = {
    ref: 'N-2',
    customerId: idOf('customer', 'C3'),
    orderedOn: '2025-05-01',
    lines: [{ productId: idOf('product', 'T1'), quantity: '2', unitPrice: '10' }],
  }
  const { id: orderId, customer } = await command('recordOrder', 'Order', input, 'id customer { firstOrderedOn }')
  expect(customer).toEqual({ firstOrderedOn: '2025-05-01' })
  const change = (status: string, on?: string) =>
    command('changeOrderStatus', 'Order', { orderId, status, on }, 'status shippedOn lines { shippedQuantity }')
  expect(await change('RETURNED')).toMatchObject({
    __typename: 'SalesStateRefused',
    message: "Order N-2 is open: it can't be returned. It can be shipped or cancelled.",
    path: ['input', 'status'],
  })
  expect(await change('SHIPPED', '2025-04-30')).toMatchObject({
    __typename: 'SalesValueRefused',
    message: "It can't be shipped on 2025-04-30, before it was placed on 2025-05-01.",
  })
  expect(await change('SHIPPED', '2025-07-01')).toMatchObject({ message: '2025-07-01 is still to come; today is 2025-06-30.' })
  expect(await change('SHIPPED', '2025-05-03')).toMatchObject({
    status: 'SHIPPED',
    shippedOn: '2025-05-03',
    lines: [{ shippedQuantity: '2.0000' }],
  })
  expect(await change('RETURNED')).toMatchObject({ status: 'RETURNED' })
  const again = await command('recordOrder', 'Order', { ...input, ref: 'N-3', orderedOn: '2025-04-01' }, 'id')
  const cancelled = { orderId: again['id'], status: 'CANCELLED' }
  expect(await command('changeOrderStatus', 'Order', cancelled, 'customer { firstOrderedOn }')).toMatchObject({
    customer: { firstOrderedOn: '2025-05-01' },
  })
})

test('what can not be ordered is refused, with where and why', async () => {
  const input = {
    customerId: idOf('customer', 'C1'),
    lines: [{ productId: idOf('product', 'T1'), quantity: '1', unitPrice: '5' }],
  }
  const refusal = async (more: Fields) => {
    const { message, path, __typename } = await command('recordOrder', 'Order', { ...input, ...more }, 'id')
    return [__typename, message, (path as string[]).join('.')]
  }
  const line = { productId: idOf('product', 'T1'), quantity: '1', unitPrice: '5' }
  const unknown = idOf('product', 'nothing')
  expect(await refusal({ lines: [] })).toEqual(['SalesValueRefused', 'An order has at least one line.', 'input.lines'])
  expect(await refusal({ lines: [line, { ...line, quantity: '-2' }] })).toEqual([
    'SalesValueRefused',
    '-2 is below zero.',
    'input.lines.1.quantity',
  ])
  expect(await refusal({ lines: [{ ...line, discount: '6' }] })).toEqual([
    'SalesValueRefused',
    'A discount of 6 is more than the line is worth, 5.',
    'input.lines.0.discount',
  ])
  expect(await refusal({ lines: [{ ...line, productId: unknown }] })).toEqual([
    'SalesReferenceRefused',
    `There is no product ${unknown} that you may see.`,
    'input.lines',
  ])
  expect(await refusal({ customerId: 'nobody' })).toEqual([
    'SalesReferenceRefused',
    'There is no customer nobody that you may see.',
    'input.customerId',
  ])
  expect(await refusal({ ref: 'O-1' })).toEqual([
    'SalesStateRefused',
    'There is order O-1 already; choose another ref.',
    'input.ref',
  ])
  expect(await refusal({ orderedOn: '2025-07-01' })).toEqual([
    'SalesValueRefused',
    '2025-07-01 is still to come; today is 2025-06-30.',
    'input.orderedOn',
  ])
})

test('an opportunity goes from stage to stage, is won on a day, and can be opened again', async () => {
  const made = await command(
    'createOpportunity',
    'Opportunity',
    { ref: 'P-1', customerId: idOf('customer', 'C2'), amount: '1000', createdOn: '2025-06-01', expectedCloseOn: '2025-07-31' },
    'id stage engagedOn stages { stage enteredOn }',
  )
  expect(made).toMatchObject({
    stage: 'prospecting',
    engagedOn: null,
    stages: [{ stage: 'prospecting', enteredOn: '2025-06-01' }],
  })
  const move = (input: Fields) =>
    command(
      'moveOpportunity',
      'Opportunity',
      { opportunityId: made['id'], ...input },
      'stage engagedOn closedOn lostReason stages { stage enteredOn } changes { action was became }',
    )
  expect(await move({ stage: 'Proposal', on: '2025-06-10' })).toMatchObject({ stage: 'proposal', engagedOn: '2025-06-10' })
  expect(await move({ stage: 'negotation' })).toMatchObject({
    __typename: 'SalesValueRefused',
    message: expect.stringMatching(/^There is no stage “negotation”. The nearest are “negotiation” and /),
  })
  expect(await move({ stage: 'won', on: '2025-06-09' })).toMatchObject({
    message: "Opportunity P-1 came to proposal on 2025-06-10; it can't have left it on 2025-06-09.",
  })
  expect(await move({ stage: 'lost' })).toMatchObject({ message: 'Say why it was lost.', path: ['input', 'lostReason'] })
  expect(await move({ stage: 'won', on: '2025-06-10' })).toMatchObject({
    stage: 'won',
    closedOn: '2025-06-10',
    stages: [{ stage: 'prospecting' }, { stage: 'proposal' }, { stage: 'won' }],
    changes: [
      { action: 'moveOpportunity', was: { stage: 'proposal', closedOn: null }, became: { stage: 'won', closedOn: '2025-06-10' } },
      { action: 'moveOpportunity' },
      { action: 'createOpportunity', was: null },
    ],
  })
  expect(await move({ stage: 'won' })).toMatchObject({ message: 'Opportunity P-1 is at won already.' })
  expect(await move({ stage: 'negotiation' })).toMatchObject({ stage: 'negotiation', closedOn: null })
  expect((await events()).filter((type) => type === 'opportunity.moved')).toHaveLength(3)
})

test('a customer is created and changed; what is not given stays', async () => {
  const made = await command(
    'createCustomer',
    'Customer',
    { name: 'New Tea Room', kind: 'COMPANY', countryCode: 'DE', employees: 7, territoryId: idOf('territory', 'N') },
    'id name kind createdOn',
  )
  expect(made).toMatchObject({ name: 'New Tea Room', kind: 'COMPANY', createdOn: '2025-06-30' })
  const change = (input: Fields) =>
    command(
      'changeCustomer',
      'Customer',
      { customerId: made['id'], ...input },
      'name employees countryCode changes { was became }',
    )
  expect(await change({ name: 'Tea Room', employees: null })).toMatchObject({
    name: 'Tea Room',
    employees: null,
    countryCode: 'DE',
    changes: [{ was: { name: 'New Tea Room', employees: 7 }, became: { name: 'Tea Room', employees: null } }, { was: null }],
  })
  expect(await change({ countryCode: 'XX' })).toMatchObject({
    message: '“XX” is no country; write its ISO 3166-1 alpha-2 code, such as DE.',
  })
  expect(await change({ parentId: made['id'] })).toMatchObject({
    message: 'A customer can not own itself, be it through others.',
    path: ['input', 'parentId'],
  })
  expect(await change({ name: '  ' })).toMatchObject({ message: 'It is empty.', path: ['input', 'name'] })
})

test('a target is set in place of the one for the same days', async () => {
  const set = (more: Fields) =>
    command(
      'setSalesTarget',
      'SalesTarget',
      { salesPersonId: idOf('sales_person', 'P1'), startsOn: '2025-04-01', endsOn: '2025-06-30', amount: '120', ...more },
      'id amount changes { was became }',
    )
  const first = await set({})
  expect(first).toMatchObject({ amount: '120.0000', changes: [{ was: { amount: '100.0000' }, became: { amount: '120' } }] })
  expect(await set({ amount: '130' })).toMatchObject({ id: first['id'], amount: '130.0000' })
  expect(await set({ territoryId: idOf('territory', 'N') })).toMatchObject({
    __typename: 'SalesValueRefused',
    message: 'A target is a sales person’s or a territory’s: give exactly one of salesPersonId and territoryId.',
  })
  expect(await set({ endsOn: '2025-03-01' })).toMatchObject({ path: ['input', 'endsOn'] })
})

test('who may only read changes nothing', async () => {
  const { errors } = await sales.run('mutation { createCustomer(input: { name: "X" }) { __typename } }')
  expect(errors?.[0]?.message).toMatch(/needs sales:write/)
})

test('a sales person sees and changes their own deals and orders alone, unless a scope widens that', async () => {
  const maria: Viewer = { ...writer, salesPersonId: idOf('sales_person', 'P1') }
  const source = `{ orders(first: 1000) { nodes { salesPerson { ref } } } opportunities { nodes { salesPerson { ref } } }
    salesTargets { nodes { salesPerson { ref } } } orderLines(first: 1000) { nodes { order { salesPerson { ref } } } }
    salesMetrics(query: { metrics: [NET_REVENUE, STAGE_CONVERSION], period: { to: "2025-03-31" } }) { totals { value } }
    product: _entities(representations: [{ __typename: "Product", id: "${idOf('product', 'K1')}" }]) {
      ... on Product { orderLines { totalCount } } } }`
  const { data, errors } = await sales.run(source, {}, maria)
  expect(errors).toBeUndefined()
  const refs = [...JSON.stringify(data).matchAll(/"ref":"(\w+)"/g)].map(([, ref]) => ref)
  expect(new Set(refs)).toEqual(new Set(['P1']))
  expect(JSON.stringify(data)).not.toContain('"salesPerson":null')
  // O-1 and O-5; of the stages of D1, all were moved on from. Of three lines with kettles, one is hers.
  expect(data).toMatchObject({
    salesMetrics: { totals: [{ value: '360' }, { value: '1' }] },
    product: [{ orderLines: { totalCount: 1 } }],
  })
  const input = {
    customerId: idOf('customer', 'C1'),
    lines: [{ productId: idOf('product', 'T1'), quantity: '1', unitPrice: '5' }],
  }
  expect(await command('recordOrder', 'Order', input, 'salesPerson { ref }', maria)).toMatchObject({ salesPerson: { ref: 'P1' } })
  const jons = { ...input, salesPersonId: idOf('sales_person', 'P2') }
  expect(await command('recordOrder', 'Order', jons, 'id', maria)).toMatchObject({
    __typename: 'SalesReferenceRefused',
    message: 'You work with your own deals and orders alone: leave salesPersonId out, or ask somebody with sales:all.',
  })
  // A ref that an order of somebody else's has is taken, without telling whose.
  expect(await command('recordOrder', 'Order', { ...input, ref: 'O-4' }, 'id', maria)).toMatchObject({
    message: 'There is order O-4 already; choose another ref.',
  })
  const jonsDeal = { opportunityId: idOf('opportunity', 'D4'), stage: 'engaging' }
  expect(await command('moveOpportunity', 'Opportunity', jonsDeal, 'id', maria)).toMatchObject({
    __typename: 'SalesReferenceRefused',
  })
  const all: Viewer = { ...maria, scopes: new Set([...maria.scopes, 'sales:all']) }
  const everyone = await sales.run('{ orders(where: [{ dimension: SALES_PERSON, in: ["Jon Ek"] }]) { totalCount } }', {}, all)
  expect(everyone.data).toEqual({ orders: { totalCount: 1 } })
})
