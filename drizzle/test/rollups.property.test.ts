import fc from 'fast-check'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ViewerTransaction } from '../client.ts'
import { newId } from '../ids.ts'
import { migrateDown, migrateUp } from '../migrate.ts'
import { appRole, urlAs } from '../roles.ts'
import { rollupDeltas, rollups } from '../sales/tables.ts'
import { copyTemplate, type FreshDatabase } from '../testing.ts'

let database: FreshDatabase
let drop: () => Promise<void>
let tenant: string

type Sql = postgres.Sql | postgres.TransactionSql

const places = [0, 1, 2, 3]
const days = ['2023-12-30', '2024-01-01', '2024-01-31', '2024-02-29']
const statuses = ['open', 'shipped', 'cancelled', 'returned']
/** Ids of a kind; those that nobody has written yet are known all the same. */
let ids: Readonly<Record<'orders' | 'customers' | 'territories' | 'products' | 'people', readonly string[]>>

beforeAll(async () => {
  ;({ database, drop } = await copyTemplate())
  await database.admin`select sales.ensure_partitions('2023-12-01', '2024-02-29')`
  // So few rows meet often; who waits for whom is found out at once, not after a second.
  await database.admin`alter database ${database.admin(new URL(database.adminUrl).pathname.slice(1))} set deadlock_timeout = '10ms'`
})
afterAll(() => drop())

/** Each case has a company of its own. Orders name customers and territories that are there, but products that may come later. */
async function newCompany(known = [0, 1]): Promise<void> {
  tenant = newId()
  const some = () => places.map(() => newId())
  ids = { orders: some(), customers: some(), territories: some(), products: some(), people: some() }
  for (const place of known) {
    await database.admin`insert into sales.territories (tenant_id, id, ref, name, country_code)
      values (${tenant}, ${at(ids.territories, place)}, ${`T${place}`}, 'T', ${place === 0 ? null : 'DE'})`
    await database.admin`insert into sales.customers (tenant_id, id, ref, name, segment, country_code)
      values (${tenant}, ${at(ids.customers, place)}, ${`C${place}`}, 'C', ${place === 0 ? null : 'Key'}, 'FR')`
  }
}

const at = (list: readonly string[], place: number): string => list[place] ?? ''

/** Something that is written: one statement or a few. Places say which of few rows it is about, and what it sets. */
interface Write {
  readonly kind: keyof typeof writes
  readonly place: number
  readonly other: number
  readonly amount: number
}

const writes = {
  order: async (sql: Sql, { place, other, amount }: Write) => {
    await sql`insert into sales.orders (tenant_id, id, ref, customer_id, ordered_on, shipped_on, due_on, status, channel, territory_id, sales_person_id, currency, net_amount)
      values (${tenant}, ${at(ids.orders, place)}, ${newId()}, ${at(ids.customers, other)}, ${at(days, other)}, ${amount % 2 ? at(days, 3) : null},
        ${at(days, 3)}, ${at(statuses, amount % 4)}, ${amount % 3 ? 'web' : null}, ${other === 3 ? null : at(ids.territories, other)}, ${at(ids.people, other)}, 'EUR', ${amount})
      on conflict do nothing`
    await writes.lines(sql, { kind: 'lines', place, other, amount })
  },
  lines: (sql: Sql, { place, other, amount }: Write) =>
    sql`insert into sales.order_lines (tenant_id, ordered_on, order_id, line, product_id, quantity, unit_price, discount, net_amount, unit_cost)
      select tenant_id, ordered_on, id, line, case line when ${other} then ${at(ids.products, 0)} else ${at(ids.products, other)} end::uuid, ${amount}::numeric / 7, 9.99,
        ${amount % 2 ? 1.5 : null}::numeric, ${amount}, ${amount % 3 ? 3.3333 : null}::numeric
      from (select * from sales.orders where tenant_id = ${tenant} and id = ${at(ids.orders, place)} for no key update) held, generate_series(1, 1 + ${amount}::integer % 3) line
      on conflict do nothing`,
  change: (sql: Sql, { place, other, amount }: Write) =>
    sql`update sales.orders set status = ${at(statuses, other)}, territory_id = ${at(ids.territories, amount % 3)},
      customer_id = case when ${amount}::integer % 5 = 0 then ${at(ids.customers, other)}::uuid else customer_id end, net_amount = net_amount + ${amount % 4}
      where tenant_id = ${tenant} and id in (${at(ids.orders, place)}, ${at(ids.orders, other)})`,
  redate: async (sql: Sql, { place, other, amount }: Write) => {
    await sql`update sales.orders set ordered_on = ${at(days, other)}, channel = ${amount % 2 ? 'shop' : 'web'} where tenant_id = ${tenant} and id = ${at(ids.orders, place)}`
    await sql`update sales.order_lines l set ordered_on = o.ordered_on from sales.orders o
      where o.tenant_id = l.tenant_id and o.id = l.order_id and l.tenant_id = ${tenant} and o.id = ${at(ids.orders, place)} and l.ordered_on <> o.ordered_on`
  },
  reprice: (sql: Sql, { place, other, amount }: Write) =>
    sql`update sales.order_lines set product_id = ${at(ids.products, other)}, quantity = quantity + 1, unit_cost = ${amount % 2 ? amount : null}
      where tenant_id = ${tenant} and order_id = ${at(ids.orders, place)} and line <= 2`,
  remove: async (sql: Sql, { place, amount }: Write) => {
    const lines = () => sql`delete from sales.order_lines where tenant_id = ${tenant} and order_id = ${at(ids.orders, place)}`
    if (amount % 2) await lines()
    await sql`delete from sales.orders where tenant_id = ${tenant} and id = ${at(ids.orders, place)}`
    await lines()
  },
  customer: (sql: Sql, { place, other }: Write) =>
    sql`insert into sales.customers (tenant_id, id, ref, name, segment, industry, country_code)
      values (${tenant}, ${at(ids.customers, place)}, ${`C${place}`}, 'C', ${at(['Key', 'Shop', 'Chain', 'Key'], other)}, 'retail', ${at(['DE', 'AT', 'FR', 'US'], other)})
      on conflict (tenant_id, id) do update set segment = excluded.segment, country_code = excluded.country_code`,
  territory: (sql: Sql, { place, other }: Write) =>
    sql`insert into sales.territories (tenant_id, id, ref, name, country_code) values (${tenant}, ${at(ids.territories, place)}, ${`T${place}`}, 'T', ${at(['DE', 'AT', 'FR', 'US'], other)})
      on conflict (tenant_id, id) do update set country_code = excluded.country_code`,
  product: (sql: Sql, { place, other }: Write) =>
    sql`insert into sales.projected_products (tenant_id, id, ref, name, category) values (${tenant}, ${at(ids.products, place)}, ${`P${place}`}, 'P', ${at(['Bikes', 'Helmets', 'Bikes', 'Locks'], other)})
      on conflict (tenant_id, id) do update set category = excluded.category, subcategory = excluded.category`,
  forget: (sql: Sql, { place }: Write) =>
    sql`delete from sales.projected_products where tenant_id = ${tenant} and id = ${at(ids.products, place)}`,
  fold: (sql: Sql) => sql`select sales.fold_rollups()`,
} satisfies Record<string, (sql: Sql, write: Write) => Promise<unknown>>

const aPlace = fc.nat({ max: 3 })
const aWrite: fc.Arbitrary<Write> = fc.record({
  kind: fc.constantFrom('order', 'order', 'order', ...(Object.keys(writes) as (keyof typeof writes)[])),
  place: aPlace,
  other: aPlace,
  amount: fc.integer({ min: 1, max: 100 }),
})

/** The cells of the company's rollups with all deltas folded in, as text. */
async function cells(sql: Sql): Promise<string[]> {
  await sql`select sales.fold_rollups()`
  const rows = await sql<{ cell: string }[]>`
    select concat_ws(' | ', dimension, grain, bucket, member, orders, trim_scale(net_amount), shipped_orders, orders_on_time, days_to_ship,
      returned_orders, lines, trim_scale(quantity), trim_scale(line_amount), trim_scale(list_amount), trim_scale(discount), costed_lines, trim_scale(profit)) as cell
    from sales.rollups where tenant_id = ${tenant} order by 1`
  return rows.map(({ cell }) => cell)
}

/** What the rollups are, and what they are when made anew from the facts. */
async function keptAndAnew(): Promise<[string[], string[]]> {
  const kept = await cells(database.admin)
  await database.admin.begin(async (session) => {
    await session`select set_config('app.tenant_id', ${tenant}, true)`
    await session`select sales.rebuild_rollups()`
  })
  return [kept, await cells(database.admin)]
}

test('rollups and deltas are what the facts sum to, whatever was written, changed, re-dated and removed', async () => {
  await fc.assert(
    fc
      .asyncProperty(fc.array(aWrite, { minLength: 1, maxLength: 20 }), async (all) => {
        for (const write of all) await writes[write.kind](database.admin, write)
        const [kept, anew] = await keptAndAnew()
        expect(kept).toEqual(anew)
      })
      .beforeEach(() => newCompany()),
    { numRuns: 60 },
  )
})

/** One of the application's sessions, acting in the company. */
const session = () =>
  postgres(urlAs(database.adminUrl, appRole('sales'), database.secret), {
    max: 1,
    onnotice: () => {},
    connection: { 'app.tenant_id': tenant },
  })

/** Whether PostgreSQL took the transaction back because of another (a deadlock, a row that went to another partition). */
const gaveWay = (error: unknown): boolean => error instanceof postgres.PostgresError && error.code.startsWith('40')

test('they are under concurrent writers too, while others fold', async () => {
  const transactions = fc.array(fc.array(aWrite, { minLength: 1, maxLength: 3 }), { minLength: 8, maxLength: 16 })
  await fc.assert(
    fc
      .asyncProperty(fc.tuple(transactions, transactions, transactions, transactions), async (writers) => {
        const sessions = writers.map(session)
        try {
          await Promise.all(
            sessions.map(async (sql, index) => {
              for (const transaction of writers[index] ?? []) {
                await sql
                  .begin(async (tx) => {
                    for (const write of transaction) await writes[write.kind](tx, write)
                  })
                  .catch((error: unknown) => {
                    if (!gaveWay(error)) throw error
                  })
              }
            }),
          )
        } finally {
          await Promise.all(sessions.map((sql) => sql.end()))
        }
        const [kept, anew] = await keptAndAnew()
        expect(kept).toEqual(anew)
      })
      .beforeEach(() => newCompany(places)),
    { numRuns: 8, endOnFailure: true },
  )
}, 60_000)

test('they are the sums of the facts, cancelled orders left out', async () => {
  await newCompany(places)
  for (const place of places) await writes.order(database.admin, { kind: 'order', place, other: place, amount: 25 + place })
  const facts = await database.admin`
    select to_char(ordered_on, 'YYYY-MM') as month, count(*)::int as orders, trim_scale(sum(net_amount))::text as net from sales.orders
    where tenant_id = ${tenant} and status <> 'cancelled' group by 1 order by 1`
  const read = () => database.admin`
    select to_char(bucket, 'YYYY-MM') as month, orders::int, trim_scale(net_amount)::text as net from sales.rollups
    where tenant_id = ${tenant} and dimension = '' and grain = 'month' order by 1`
  expect(await read()).toHaveLength(0)
  await database.admin`select sales.fold_rollups()`
  expect([...(await read())]).toEqual([...facts])
  expect(facts.length).toBeGreaterThan(1)
})

test('the application reads the rollups of the company that it acts in, and writes none', async () => {
  await newCompany(places)
  await writes.order(database.admin, { kind: 'order', place: 1, other: 1, amount: 25 })
  const sales = database.open('sales')
  const as = <Result>(tenantId: string, work: (tx: ViewerTransaction) => Promise<Result>) =>
    sales.asViewer({ tenantId, userId: null, scopes: [] }, work)
  const deltas = (tenantId: string) => as(tenantId, (tx) => tx.$count(rollupDeltas))
  const cellsOf = (tenantId: string) => as(tenantId, (tx) => tx.$count(rollups))
  expect(await deltas(tenant)).toBeGreaterThan(0)
  expect(await deltas(newId())).toBe(0)
  await sales.global.execute('select sales.fold_rollups()')
  expect(await deltas(tenant)).toBe(0)
  expect(await cellsOf(tenant)).toBeGreaterThan(0)
  expect(await cellsOf(newId())).toBe(0)
  const refused = (work: (tx: ViewerTransaction) => Promise<unknown>) =>
    as(tenant, work).then(
      () => 'done',
      (error: Error) => String(error.cause),
    )
  expect(await refused((tx) => tx.delete(rollupDeltas))).toMatch(/permission denied/)
  expect(await refused((tx) => tx.update(rollups).set({ orders: 0n }))).toMatch(/permission denied/)
})

test('whoever sees their own orders alone reads no sums of all', async () => {
  await newCompany(places)
  await writes.order(database.admin, { kind: 'order', place: 1, other: 1, amount: 25 })
  const seen = (salesPersonId: string | null) =>
    database
      .open('sales')
      .asViewer({ tenantId: tenant, userId: null, scopes: [], salesPersonId }, (tx) => tx.$count(rollupDeltas))
  expect(await seen(null)).toBeGreaterThan(0)
  expect(await seen(at(ids.people, 1))).toBe(0)
})

test('companies that were there before the rollups have them from the migration on', async () => {
  await newCompany(places)
  await database.admin.begin(async (session) => {
    await session`select set_config('app.rollups', 'off', true)`
    await writes.order(session, { kind: 'order', place: 1, other: 1, amount: 25 })
  })
  expect(await cells(database.admin)).toEqual([])
  // Down to before the migration that sums what was there, however many came after it.
  const isSummed = async () =>
    (await database.admin`select from pg_policies where policyname = 'rollups_of_sales_person'`).length > 0
  while (await isSummed()) await migrateDown(database.adminUrl, database.secret, 'sales')
  await migrateUp(database.adminUrl, database.secret)
  expect(await cells(database.admin)).not.toEqual([])
})
