import { setTimeout as delay } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { importedId, newId } from '../../ids.ts'
import { hilltop, hilltopId, importing } from '../../import/test/importing.ts'
import { keepProjecting } from '../projector.ts'

/** The small company, and what people then do in it, as commands would: a change and its event in one transaction. */
async function company() {
  const database = await importing()
  await database.import(hilltop)
  const { admin } = database
  const happen = async (domain: 'sales' | 'products' | 'hr', type: string, subject: string, change: string) =>
    admin.begin(async (session) => {
      await session.unsafe(change)
      await session`insert into ${session(`${domain}.outbox`)} (tenant_id, id, type, subject)
        values (${hilltopId}, ${newId()}, ${type}, ${JSON.stringify({ id: subject })}::text::jsonb)`
    })
  const errors: unknown[] = []
  const follow = () => {
    const projector = keepProjecting(database.url, (error) => errors.push(error))
    onTestFinished(projector.stop)
  }
  return { ...database, happen, follow, errors }
}

/** What a query gives as soon as it is what is expected, or after two seconds. */
async function soon<Row>(query: () => Promise<readonly Row[]>, expected: readonly Row[]): Promise<void> {
  const until = performance.now() + 2_000
  while (performance.now() < until) {
    if (JSON.stringify(await query()) === JSON.stringify(expected)) break
    await delay(20)
  }
  expect([...(await query())]).toEqual(expected)
}

test('what is created or renamed in one domain is known in the others at once', async () => {
  const { admin, happen, follow } = await company()
  const id = newId()
  // Before anybody follows: it is caught up with.
  await happen(
    'products',
    'product.created',
    id,
    `insert into products.products (tenant_id, id, ref, name, category) values ('${hilltopId}', '${id}', 'T9', 'White tea', 'Tea')`,
  )
  follow()
  const known = () => admin`
    select s.name as sales, s.category, f.name as finance, r.name as risk from sales.projected_products s
    join finance.projected_products f using (tenant_id, id) join risk.projected_products r using (tenant_id, id) where s.id = ${id}`
  await soon(known, [{ sales: 'White tea', category: 'Tea', finance: 'White tea', risk: 'White tea' }])
  await happen('products', 'product.renamed', id, `update products.products set name = 'Silver needle' where id = '${id}'`)
  await soon(known, [{ sales: 'Silver needle', category: 'Tea', finance: 'Silver needle', risk: 'Silver needle' }])
  const hired = newId()
  await happen(
    'hr',
    'employee.hired',
    hired,
    `insert into hr.employees (tenant_id, id, ref, name, hired_on) values ('${hilltopId}', '${hired}', 'E9', 'Nils', '2025-06-01')`,
  )
  const colleague = () => admin`
    select r.name as risk, f.name as finance, s.name as sales from risk.projected_employees r
    join finance.projected_employees f using (tenant_id, id) join sales.projected_employees s using (tenant_id, id) where r.id = ${hired}`
  await soon(colleague, [{ risk: 'Nils', finance: 'Nils', sales: 'Nils' }])
  await soon(() => admin`select count(*)::integer as open from products.outbox where projected_at is null`, [{ open: 0 }])
})

test('an order that is recorded or cancelled changes what products know of its day, and of nothing else', async () => {
  const { admin, happen, follow } = await company()
  follow()
  const [order, product] = [newId(), importedId(hilltopId, 'product', 'T1')]
  const customer = importedId(hilltopId, 'customer', 'C1')
  const sold = () => admin`
    select sold_on::text as on, trim_scale(units)::text as units from products.projected_sales where product_id = ${product} order by 1`
  const before = [...(await sold())]
  expect(before.length).toBeGreaterThan(1)
  await happen(
    'sales',
    'order.recorded',
    order,
    `select sales.ensure_partitions('2025-06-01', '2025-06-30');
     insert into sales.orders (tenant_id, id, ref, customer_id, ordered_on, status, currency) values ('${hilltopId}', '${order}', 'N1', '${customer}', '2025-06-09', 'open', 'EUR');
     insert into sales.order_lines (tenant_id, ordered_on, order_id, line, product_id, quantity, unit_price, net_amount)
     values ('${hilltopId}', '2025-06-09', '${order}', 1, '${product}', 7, 10, 70)`,
  )
  await soon(
    sold,
    [...before, { on: '2025-06-09', units: '7' }].sort((one, other) => (one['on'] < other['on'] ? -1 : 1)),
  )
  await happen('sales', 'order.cancelled', order, `update sales.orders set status = 'cancelled' where id = '${order}'`)
  await soon(sold, before)
})

test('a company whose rows are held up is tried again, and holds up no other', async () => {
  const { admin, happen, follow, errors } = await company()
  const [stuck, free, other] = [newId(), newId(), newId()]
  const add = (tenant: string, id: string, ref: string) =>
    `insert into sales.customers (tenant_id, id, ref, name) values ('${tenant}', '${id}', '${ref}', 'Customer ${ref}')`
  await happen('sales', 'customer.created', stuck, add(hilltopId, stuck, 'N1'))
  // A name that finance has for another row already.
  await admin`insert into finance.projected_customers (tenant_id, id, ref, name) values (${hilltopId}, ${newId()}, 'N1', 'In the way')`
  await admin.unsafe(add(other, free, 'F1'))
  await admin`insert into sales.outbox (tenant_id, id, type, subject) values (${other}, ${newId()}, 'customer.created', ${JSON.stringify({ id: free })}::text::jsonb)`
  follow()
  const names = (id: string) => () => admin`select name from finance.projected_customers where id = ${id}`
  await soon(names(free), [{ name: 'Customer F1' }])
  await soon(async () => [{ failed: errors.length > 0 }], [{ failed: true }])
  await admin`delete from finance.projected_customers where name = 'In the way'`
  await soon(names(stuck), [{ name: 'Customer N1' }])
})
