import type postgres from 'postgres'
import type { SourceFile } from './directory.ts'
import { addRows, rememberRows } from './memory.ts'
import { inSlices, type Writing } from './slices.ts'
import { stagingTable } from './staging.ts'
import { type Changes, type Destination, holdsRows, upsert, writtenColumns } from './upsert.ts'

/** What orders are written by. */
export interface OrderContext {
  readonly companyId: string
  /** The company's currency, which orders have that name none. */
  readonly currency: string
  readonly replaces: boolean
  /** Tables that had no rows of the company before this import. */
  readonly emptyBefore: ReadonlySet<string>
  readonly writing: Writing
}

/** Makes the tables in which the writing of orders keeps their sums, and what else must follow. */
export async function prepareOrders(session: postgres.TransactionSql, role: string): Promise<void> {
  await session.unsafe(`
    create temporary table order_sums (order_id uuid, net_amount numeric) on commit drop;
    create temporary table redated_orders (id uuid, was date) on commit drop;
    create temporary table touched_orders (id uuid) on commit drop;
    grant select, insert on order_sums, redated_orders, touched_orders to ${role}`)
}

/** Writes orders; lines of orders whose day has changed move with them. Says whether the company had no orders before. */
export async function writeOrders(
  session: postgres.TransactionSql,
  source: SourceFile,
  lines: SourceFile | undefined,
  { companyId, currency, replaces, writing }: OrderContext,
): Promise<Changes & { readonly wereNew: boolean }> {
  const staged = stagingTable(source.format)
  const isNew = !(await holdsRows(session, 'sales.orders', companyId))
  if (!isNew) {
    await session.unsafe(
      `insert into pg_temp.redated_orders select t.id, t.ordered_on from sales.orders t join ${staged} s using (id)
       where t.tenant_id = '${companyId}' and t.ordered_on <> s.ordered_on`,
    )
  }
  const columns = writtenColumns(source)
  // Orders that are all new are written with their sums at once; otherwise the sums follow when the lines are there.
  const summed = isNew && lines !== undefined
  if (summed) {
    await session.unsafe(
      `insert into pg_temp.order_sums select order_id, sum(net_amount) from ${stagingTable(lines.format)} group by order_id`,
    )
  }
  const changes = await upsert(session, source, {
    table: 'sales.orders',
    companyId,
    replaces,
    writing,
    columns: [
      ...columns.filter((column) => column !== 'currency'),
      'currency',
      'exchange_rate',
      ...(summed ? ['net_amount'] : []),
    ],
    values: {
      currency: columns.includes('currency') ? `coalesce(s.currency, '${currency}')` : `'${currency}'`,
      ...(summed && { net_amount: 'coalesce(sums.net_amount, 0)' }),
    },
    ...(summed && { from: 'left join pg_temp.order_sums sums on sums.order_id = s.id' }),
  })
  if (!isNew) await moveLines(session, companyId)
  if (changes.removed > 0) {
    const orphans = `where t.tenant_id = '${companyId}'
      and not exists (select from sales.orders o where o.tenant_id = t.tenant_id and o.id = t.order_id)`
    await rememberRows(session, 'sales.order_lines', 'removed', orphans)
    await session.unsafe(`delete from sales.order_lines t ${orphans}`)
  }
  return { ...changes, wereNew: isNew }
}

/** Moves the lines of orders whose day has changed to their order's new day. */
async function moveLines(session: postgres.TransactionSql, companyId: string): Promise<void> {
  const redated = `pg_temp.redated_orders r join sales.orders o on o.id = r.id and o.tenant_id = '${companyId}'`
  const theirs = `t.tenant_id = '${companyId}' and t.ordered_on = r.was and t.order_id = r.id`
  await rememberRows(session, 'sales.order_lines', 'changed', `join (${redated}) on ${theirs} where true`)
  await session.unsafe(`update sales.order_lines t set ordered_on = o.ordered_on from ${redated} where ${theirs}`)
}

/** Writes lines, each on its order's day, and the sums of their orders. */
export async function writeOrderLines(
  session: postgres.TransactionSql,
  source: SourceFile,
  { companyId, replaces, emptyBefore, writing }: OrderContext,
  ordersWereNew: boolean,
): Promise<Changes> {
  const staged = stagingTable(source.format)
  const columns = [...writtenColumns(source), 'currency_net_amount']
  const insert = `insert into sales.order_lines (tenant_id, ordered_on, ${columns.join(', ')})
    select '${companyId}', o.ordered_on, ${columns.map((column) => `s.${column}`).join(', ')}
    from ${staged} s join sales.orders o on o.tenant_id = '${companyId}' and o.id = s.order_id`
  if (emptyBefore.has('sales.order_lines')) {
    const added = await inSlices(session, staged, writing, (slice) => `${insert} where ${slice}`)
    // Orders that were new as well were written with their sums.
    if (!ordersWereNew) {
      await session.unsafe(`insert into pg_temp.touched_orders select distinct order_id from ${staged}`)
      await sumOrders(session, companyId)
    }
    return { added, changed: 0, removed: 0 }
  }
  const same = `t.tenant_id = '${companyId}' and t.ordered_on = o.ordered_on and t.order_id = s.order_id and t.line = s.line`
  await session.unsafe(`insert into pg_temp.touched_orders select distinct order_id from ${staged}`)
  let removed = 0
  if (replaces) {
    const gone = `where t.tenant_id = '${companyId}'
      and not exists (select from ${staged} s where s.order_id = t.order_id and s.line = t.line)`
    await rememberRows(session, 'sales.order_lines', 'removed', gone)
    const [row] = await session.unsafe(
      `with gone as (delete from sales.order_lines t ${gone} returning order_id),
       touched as (insert into pg_temp.touched_orders select order_id from gone)
       select count(*)::integer as count from gone`,
    )
    removed = row?.['count'] ?? 0
  }
  const attributes = columns.filter((column) => column !== 'order_id' && column !== 'line')
  const stagedLines = `${staged} s join sales.orders o on o.tenant_id = '${companyId}' and o.id = s.order_id`
  const differs = `${same} and (${attributes.map((column) => `t.${column}`).join(', ')})
    is distinct from (${attributes.map((column) => `s.${column}`).join(', ')})`
  await rememberRows(session, 'sales.order_lines', 'changed', `join (${stagedLines}) on ${differs} where true`)
  const changed = await session.unsafe(
    `update sales.order_lines t set ${attributes.map((column) => `${column} = s.${column}`).join(', ')} from ${stagedLines} where ${differs}`,
  )
  const added = await addRows(
    session,
    'sales.order_lines',
    `${insert} where not exists (select from sales.order_lines t where ${same})`,
  )
  await sumOrders(session, companyId)
  return { added, changed: changed.count, removed }
}

/** Sets the net amounts of orders whose lines may have changed. */
async function sumOrders(session: postgres.TransactionSql, companyId: string): Promise<void> {
  const sums = `(
    select p.id, coalesce(sum(l.net_amount), 0) as net_amount
    from (select distinct id from pg_temp.touched_orders) touched
    join sales.orders p on p.tenant_id = '${companyId}' and p.id = touched.id
    left join sales.order_lines l on l.tenant_id = p.tenant_id and l.ordered_on = p.ordered_on and l.order_id = p.id
    group by p.id) sums`
  const differs = `t.tenant_id = '${companyId}' and t.id = sums.id and t.net_amount <> sums.net_amount`
  await rememberRows(session, 'sales.orders', 'changed', `join ${sums} on ${differs} where true`)
  await session.unsafe(`update sales.orders t set net_amount = sums.net_amount from ${sums} where ${differs}`)
}

/** How customers that are new, with orders that are new, are written with the days of their first orders at once. */
export async function firstOrders(
  session: postgres.TransactionSql,
  customers: SourceFile,
  orders: SourceFile | undefined,
  companyId: string,
): Promise<Partial<Destination>> {
  if (orders === undefined) return {}
  for (const table of ['sales.customers', 'sales.orders']) if (await holdsRows(session, table, companyId)) return {}
  return {
    columns: [...writtenColumns(customers), 'first_ordered_on'],
    values: { first_ordered_on: 'firsts.first_on' },
    from: `left join (
      select customer_id, min(ordered_on) filter (where status <> 'cancelled') as first_on
      from ${stagingTable(orders.format)} group by customer_id) firsts on firsts.customer_id = s.id`,
  }
}

/** Sets the day of each customer's first order that was not cancelled. */
export async function setFirstOrders(session: postgres.TransactionSql, companyId: string): Promise<void> {
  // All customers and all orders are gone through, and orders just written have no statistics yet.
  await session`set local enable_nestloop = off`
  const firsts = `(
    select k.id, o.first_on
    from sales.customers k
    left join (
      select customer_id, min(ordered_on) filter (where status <> 'cancelled') as first_on
      from sales.orders where tenant_id = '${companyId}' group by customer_id) o on o.customer_id = k.id
    where k.tenant_id = '${companyId}') firsts`
  const differs = `t.tenant_id = '${companyId}' and t.id = firsts.id and t.first_ordered_on is distinct from firsts.first_on`
  await rememberRows(session, 'sales.customers', 'changed', `join ${firsts} on ${differs} where true`)
  await session.unsafe(`update sales.customers t set first_ordered_on = firsts.first_on from ${firsts} where ${differs}`)
}
