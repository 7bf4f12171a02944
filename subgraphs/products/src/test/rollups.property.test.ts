import { newId } from '@aems/drizzle/ids.ts'
import { addDays } from '@aems/kit/metrics/days.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importedSupply } from './imported.ts'

let supply: Awaited<ReturnType<typeof importedSupply>>
let tenant: string
let products: readonly string[]
let warehouses: readonly (string | null)[]

beforeAll(async () => {
  supply = await importedSupply()
  const { admin } = supply.database
  tenant = supply.viewer.company.id
  await admin`select products.ensure_partitions('2025-01-01', '2025-12-31')`
  const ids = async (table: string) =>
    (await admin.unsafe(`select id from products.${table} order by ref limit 2`)).map(({ id }) => String(id))
  products = await ids('products')
  warehouses = [...(await ids('warehouses')), null]
}, 60_000)
afterAll(() => supply.drop())

/** Stock that is moved, counted anew, and both changed and taken back, of products whose cost and category change; few shelves and days, so that they meet. */
const write = fc.record({
  kind: fc.constantFrom('move', 'move', 'count', 'recount', 'redate', 'remove', 'forget', 'fold', 'reprice'),
  product: fc.nat({ max: 1 }),
  warehouse: fc.nat({ max: 2 }),
  day: fc.nat({ max: 6 }).map((each) => each * 25),
  after: fc.boolean(),
  units: fc.integer({ min: -20, max: 50 }),
})
type Write = typeof write extends fc.Arbitrary<infer Value> ? Value : never
type Sql = typeof supply.database.admin | Parameters<Parameters<typeof supply.database.admin.begin>[1]>[0]

async function run(sql: Sql, { kind, product, warehouse, day, after, units }: Write): Promise<void> {
  const [of, counted] = [products[product] ?? '', warehouses[warehouse % 2] ?? '']
  const on = addDays('2025-02-01', day)
  const near = sql`tenant_id = ${tenant} and product_id = ${of} and`
  if (kind === 'reprice')
    await sql`update products.products set standard_cost = ${after ? units + 30 : null}, list_price = list_price + 1, category = ${units > 20 ? 'Bikes' : 'Odds'}
      where tenant_id = ${tenant} and id = ${of}`
  if (kind === 'fold') await sql`select products.fold_rollups()`
  if (kind === 'move')
    await sql`insert into products.stock_movements (tenant_id, moved_on, id, ref, product_id, warehouse_id, kind, quantity, after_count)
      values (${tenant}, ${on}, ${newId()}, ${newId()}, ${of}, ${warehouses[warehouse] ?? null}, 'adjustment', ${units}, ${after})`
  if (kind === 'count')
    await sql`insert into products.stock_counts (tenant_id, id, product_id, warehouse_id, as_of, on_hand, reserved)
      select ${tenant}, gen_random_uuid(), ${of}, warehouse::uuid, ${on}::date, ${Math.abs(units)}, ${after ? 1 : null}::numeric
      from unnest(${[...new Set([counted, warehouses[0] ?? ''])]}::text[]) warehouse on conflict do nothing`
  if (kind === 'recount')
    await sql`update products.stock_counts set on_hand = on_hand + 1, reserved = ${after ? 2 : 0} where ${near} as_of >= ${on}`
  if (kind === 'redate')
    await sql`update products.stock_movements set moved_on = ${on}, warehouse_id = ${warehouses[warehouse] ?? null}, quantity = quantity + 1
      where ${near} moved_on between ${on}::date - 20 and ${on}::date + 20`
  if (kind === 'remove') await sql`delete from products.stock_movements where ${near} moved_on between ${on}::date - 15 and ${on}`
  if (kind === 'forget') await sql`delete from products.stock_counts where ${near} as_of between ${on}::date - 15 and ${on}`
}

/** The cells with all that was appended folded in, as text. */
async function cells(): Promise<string[]> {
  const rows = await supply.database.admin.begin(async (session) => {
    // The subgraph folds too, once a second, and what another folds is left to them.
    await session`select pg_advisory_xact_lock(products.rollup_fold_lock(${tenant}::uuid))`
    await session`select products.fold_rollups()`
    return session<{ cell: string }[]>`
      select concat_ws(' | ', grain, bucket, product_id, warehouse, entries, trim_scale(quantity), trim_scale(reserved)) as cell
      from products.stock_rollups
      union all
      select concat_ws(' | ', dimension, grain, bucket, member, entries, trim_scale(quantity), trim_scale(reserved),
        trim_scale(cost_value), costed_entries, trim_scale(list_value), listed_entries)
      from products.stock_totals where (entries, quantity, reserved) <> (0, 0, 0) order by 1`
  })
  return rows.map(({ cell }) => cell)
}

/** The cells as they were kept, and as one pass over counts and movements makes them. */
async function keptAndAnew(): Promise<[string[], string[]]> {
  const kept = await cells()
  await supply.database.admin.begin(async (session) => {
    await session`select set_config('app.tenant_id', ${tenant}, true)`
    await session`select products.rebuild_rollups()`
  })
  return [kept, await cells()]
}

const statuses = ['out_of_stock', 'below_reorder_point', 'overstock', 'ok']

test('what is kept summed of stock is what counts and movements say, whatever was moved, counted, changed and taken back', async () => {
  const question = fc.record({
    from: fc.nat({ max: 150 }),
    length: fc.nat({ max: 120 }),
    grain: fc.constantFrom('DAY', 'MONTH', 'WEEK', null),
    by: fc.subarray(['CATEGORY', 'WAREHOUSE'], { maxLength: 1 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(write, { minLength: 1, maxLength: 8 }), question, async (writes, { from, length, grain, by }) => {
      for (const each of writes) await run(supply.database.admin, each)
      const query = {
        metrics: ['STOCK_UNITS', 'STOCK_VALUE', 'AVAILABLE_UNITS'],
        period: { from: addDays('2025-01-20', from), to: addDays('2025-01-20', from + length) },
        grain,
        by,
      }
      // A stock status depends on the day, so that each day is worked out from counts and movements by itself.
      const byItself = await supply.figures({ ...query, where: [{ dimension: 'STOCK_STATUS', in: statuses }] })
      expect(await supply.figures(query)).toEqual(byItself)
    }),
    { numRuns: 25 },
  )
  const [kept, anew] = await keptAndAnew()
  expect(kept).toEqual(anew)
  expect(kept.length).toBeGreaterThan(30)
})

test('it is where one counts a shelf while another moves what is on it', async () => {
  const { admin } = supply.database
  const shelf = { product: 1, warehouse: 0, after: false, units: 7 }
  const moved = Promise.withResolvers<void>()
  const released = Promise.withResolvers<void>()
  const mover = admin.begin(async (session) => {
    await run(session, { kind: 'move', day: 100, ...shelf })
    moved.resolve()
    await released.promise
  })
  await moved.promise
  // The count waits for the movement, which it takes in though it does not see it yet.
  const counter = admin.begin((session) => run(session, { kind: 'count', day: 110, ...shelf }))
  setTimeout(released.resolve, 200)
  await Promise.all([mover, counter])
  const [kept, anew] = await keptAndAnew()
  expect(kept).toEqual(anew)
})
