import type postgres from 'postgres'
import { importedId } from '../ids.ts'
import type { DemoDays } from './calendar.ts'
import { launchedCategory, slumpCategory } from './company.ts'
import type { DemoProduct } from './nouns.ts'
import { idOn, quoted, whole } from './random.ts'

/** Where the demo company keeps its stock, and what share of each product's sales leaves from there. */
const warehouses = [
  { ref: 'HAM', name: 'Hamburg Hub', country: 'DE', share: 0.5, lane: 'EU' },
  { ref: 'LYS', name: 'Lyon Depot', country: 'FR', share: 0.25, lane: 'EU' },
  { ref: 'RNO', name: 'Reno Hub', country: 'US', share: 0.25, lane: 'US' },
] as const

/** Whom the demo company buys from, and what. The maker of footwear was late before the slump: its cause. */
const suppliers = [
  { ref: 'V-1', name: 'Saigon Footwear Works', country: 'VN', rating: 3, categories: [slumpCategory] },
  { ref: 'V-2', name: 'Nordtex Mills', country: 'PT', rating: 4.5, categories: ['Clothing', 'Sleeping'] },
  { ref: 'V-3', name: 'Alpine Gear Forge', country: 'AT', rating: 4, categories: ['Tents', 'Backpacks', 'Cooking'] },
  { ref: 'V-4', name: 'Harbour Trading', country: 'NL', rating: 4, categories: ['Accessories'] },
  { ref: 'V-5', name: 'Sunleaf Cells', country: 'CN', rating: 4, categories: [launchedCategory] },
] as const

const leadTimeDays = 30

const supplierOf = (category: string) => suppliers.find((supplier) => supplier.categories.some((each) => each === category))

/**
 * Writes suppliers, warehouses, what was ordered from them month by month, and the stock that came of it, as products.
 * Each month's order covers what was sold in the month after, so that stock never falls below zero. What was ordered of
 * footwear for the American warehouse before the slump came two months late, and its shelves stood empty meanwhile.
 */
export async function writeSupply(
  session: postgres.TransactionSql,
  companyId: string,
  days: DemoDays,
  products: readonly DemoProduct[],
): Promise<void> {
  await writeNouns(session, companyId, products)
  await session.unsafe(`
    create temporary table demo_places (warehouse_id uuid, share numeric, lane text) on commit drop;
    create temporary table demo_supplied (product_id uuid, supplier_id uuid, category text, cost numeric, month date, units numeric) on commit drop`)
  for (const { ref, share, lane } of warehouses) {
    await session`insert into demo_places values (${importedId(companyId, 'warehouse', ref)}, ${share}, ${lane})`
  }
  await session.unsafe(`
    insert into demo_supplied
    select p.id, p.supplier_id, p.category, p.standard_cost, month::date, coalesce(sum(s.units), 0)
    from products.products p
    cross join generate_series(date_trunc('month', date '${days.first}'), date '${days.last}', interval '1 month') month
    left join products.projected_sales s on s.tenant_id = p.tenant_id and s.product_id = p.id
      and s.sold_on >= month and s.sold_on < month + interval '1 month'
    where p.tenant_id = '${companyId}' group by p.id, p.supplier_id, p.category, p.standard_cost, month;
    create temporary table demo_shelves on commit drop as
    select s.*, w.warehouse_id, w.lane, s.category = ${quoted(slumpCategory)} and w.lane = 'US'
        and month between date '${days.slumpFrom}' and date '${days.slumpTo}' as empty,
      -- While American shelves stood empty, all that was sold left from the others.
      ceil(units * case when s.category = ${quoted(slumpCategory)} and month between date '${days.slumpFrom}' and date '${days.slumpTo}'
        then case when w.lane = 'US' then 0 else w.share / 0.75 end else w.share end) as left_units
    from demo_supplied s cross join demo_places w`)
  await writePurchases(session, companyId, days)
  await writeStock(session, companyId, days)
}

async function writeNouns(session: postgres.TransactionSql, companyId: string, products: readonly DemoProduct[]): Promise<void> {
  await session`insert into products.warehouses ${session(
    warehouses.map(({ ref, name, country }) => ({
      tenant_id: companyId,
      id: importedId(companyId, 'warehouse', ref),
      ref,
      name,
      country_code: country,
    })),
  )}`
  await session`insert into products.suppliers ${session(
    suppliers.map(({ ref, name, country, rating }) => ({
      tenant_id: companyId,
      id: importedId(companyId, 'supplier', ref),
      ref,
      name,
      country_code: country,
      rating,
      preferred: rating >= 4,
    })),
  )}`
  for (const { id, category } of products) {
    const supplier = supplierOf(category)
    if (supplier === undefined) throw new Error(`Nobody supplies ${category}.`)
    const supplierId = importedId(companyId, 'supplier', supplier.ref)
    await session`update products.products set supplier_id = ${supplierId}, lead_time_days = ${leadTimeDays}
      where tenant_id = ${companyId} and id = ${id}`
  }
}

/** One order a month to each supplier for each lane, placed on the 10th of the month before, expected on the 10th. */
async function writePurchases(session: postgres.TransactionSql, companyId: string, days: DemoDays): Promise<void> {
  await session.unsafe(`
    create temporary table demo_purchases on commit drop as
    select ${idOn('ordered_on', 'n', 900)} as id, o.*, case when empty then date '${days.slumpTo}' + 1 + ${whole('n', 901, 0, 2)}
      else expected_on + ${whole('n', 902, -3, 1)} end as came_on
    from (
      select row_number() over (order by month, supplier_id, lane) as n, month, supplier_id, lane, bool_or(empty) as empty,
        (month - interval '1 month')::date + 9 as ordered_on, month + 9 as expected_on
      from demo_shelves group by month, supplier_id, lane) o;
    insert into products.purchase_orders (tenant_id, id, ref, supplier_id, ordered_on, expected_on, received_on, status, freight)
    select '${companyId}', id, 'PO-' || lpad(n::text, 4, '0'), supplier_id, ordered_on, expected_on,
      case when came_on <= date '${days.last}' then came_on end,
      case when came_on <= date '${days.last}' then 'complete' else 'pending' end, 180 + ${whole('n', 903, 0, 90)}
    from demo_purchases;
    create temporary table demo_receipts on commit drop as
    select p.id as order_id, p.n, p.came_on, s.product_id, s.warehouse_id, s.cost, s.month,
      -- What the month after will ask for; of empty shelves, what they would have sold too.
      greatest(coalesce(lead(s.left_units) over (partition by s.product_id, s.warehouse_id order by s.month), s.left_units),
        case when s.empty then ceil(s.units * 0.25) else 0 end) as units
    from demo_shelves s join demo_purchases p on p.month = s.month and p.supplier_id = s.supplier_id and p.lane = s.lane;
    insert into products.purchase_order_lines (tenant_id, id, order_id, line, product_id, quantity, received, rejected, unit_price)
    select '${companyId}', ${idOn('came_on', 'n * 100 + line', 910)}, order_id, line, product_id, quantity + rejects,
      case when came_on <= date '${days.last}' then quantity + rejects end, case when came_on <= date '${days.last}' then rejects end,
      round(cost * (0.97 + 0.01 * ${whole('n * 100 + line', 911, 0, 6)}), 2)
    from (
      select l.*, case when ${whole('n * 100 + line', 912, 1, 20)} = 1 then ceil(quantity * 0.04) else 0 end as rejects
      from (
        select order_id, n, came_on, cost, product_id, sum(units) as quantity,
          (row_number() over (partition by order_id order by product_id))::integer as line
        from demo_receipts where units > 0 group by order_id, n, came_on, cost, product_id) l) priced`)
}

/** An opening count, what came in, what left week by week, and the empty shelves as they were counted. */
async function writeStock(session: postgres.TransactionSql, companyId: string, days: DemoDays): Promise<void> {
  const opening = `(date_trunc('month', date '${days.first}') - interval '1 day')::date`
  await session.unsafe(`
    insert into products.stock_counts (tenant_id, id, product_id, warehouse_id, as_of, on_hand, reserved)
    select '${companyId}', ${idOn(opening, 'n', 920)}, product_id, warehouse_id, ${opening}, on_hand, 0
    from (select row_number() over (order by product_id, warehouse_id) as n, product_id, warehouse_id,
        ceil(sum(left_units) filter (where month <= date '${days.first}') * 1.3) + 5 as on_hand
      from demo_shelves group by product_id, warehouse_id) counted;
    insert into products.stock_counts (tenant_id, id, product_id, warehouse_id, as_of, on_hand, reserved)
    select '${companyId}', ${idOn(`date '${days.slumpFrom}'`, 'n', 921)}, product_id, warehouse_id, date '${days.slumpFrom}', 0, 0
    from (select row_number() over (order by product_id) as n, product_id, warehouse_id from demo_shelves
      where empty and month = date '${days.slumpFrom}') counted;
    insert into products.stock_movements (tenant_id, id, ref, product_id, warehouse_id, moved_on, kind, quantity)
    select '${companyId}', ${idOn('moved_on', 'n', 930)}, 'M-' || lpad(n::text, 7, '0'), product_id, warehouse_id, moved_on, kind, quantity
    from (
      select row_number() over (order by moved_on, product_id, warehouse_id, kind) as n, moves.* from (
        select product_id, warehouse_id, came_on as moved_on, 'receipt' as kind, units as quantity
        from demo_receipts where units > 0 and came_on <= date '${days.last}'
        union all
        select product_id, warehouse_id, least((month + interval '1 month - 1 day')::date, month + 7 * week), 'sale',
          -(floor(left_units * week / 4) - floor(left_units * (week - 1) / 4))
        from demo_shelves cross join generate_series(1, 4) week
        where left_units > 0) moves
      where quantity <> 0 and moved_on <= date '${days.last}') numbered`)
}
