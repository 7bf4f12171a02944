import type postgres from 'postgres'
import { holdsRows } from '../import/upsert.ts'
import { appRole } from '../roles.ts'

const sums = ['units', 'net_revenue', 'cost', 'uncosted_units', 'gross_profit', 'shippable_units', 'shipped_units']

/**
 * Brings what products know of sales in line with the company's order lines, in the transaction that wrote them: sums of each
 * product and day, as sales, into the projection, as products. Rows that are right already stay as they are.
 * @param orders only the products and days of these orders; without them, all.
 */
export async function projectSales(
  session: postgres.TransactionSql,
  companyId: string,
  orders?: readonly string[],
): Promise<void> {
  await session.unsafe(`set local role ${appRole('sales')}`)
  if (orders === undefined) await session`set local enable_nestloop = off`
  else await gatherTouched(session, companyId, orders)
  const touched = (product: string, day: string) =>
    orders === undefined ? '' : `and (${product}, ${day}) in (select product_id, sold_on from pg_temp.touched_sales)`
  await session.unsafe(`
    create temporary table sold_products on commit drop as
    select l.product_id, l.ordered_on as sold_on, sum(l.quantity) as units, sum(l.net_amount) as net_revenue,
      coalesce(sum(l.quantity * l.unit_cost), 0) as cost,
      coalesce(sum(l.quantity) filter (where l.unit_cost is null), 0) as uncosted_units,
      coalesce(sum(l.net_amount - l.quantity * l.unit_cost), 0) as gross_profit,
      coalesce(sum(l.quantity) filter (where l.shipped_quantity is not null), 0) as shippable_units,
      coalesce(sum(l.shipped_quantity), 0) as shipped_units
    from sales.order_lines l
    join sales.orders o on o.tenant_id = l.tenant_id and o.id = l.order_id and o.status <> 'cancelled'
    where l.tenant_id = '${companyId}' and o.tenant_id = '${companyId}' ${touched('l.product_id', 'l.ordered_on')}
    group by l.product_id, l.ordered_on;
    grant select on sold_products to ${appRole('products')};
    analyze sold_products`)
  await session.unsafe(`set local role ${appRole('products')}`)
  const columns = ['product_id', 'sold_on', ...sums]
  // In order of days, by which blocks of the table are found.
  const insert = `insert into products.projected_sales as p (tenant_id, ${columns.join(', ')})
     select '${companyId}', ${columns.join(', ')} from pg_temp.sold_products order by sold_on, product_id`
  if (await holdsRows(session, 'products.projected_sales', companyId)) {
    await session.unsafe(
      `delete from products.projected_sales p where p.tenant_id = '${companyId}' ${touched('p.product_id', 'p.sold_on')}
       and not exists (select from pg_temp.sold_products s where s.product_id = p.product_id and s.sold_on = p.sold_on)`,
    )
    await session.unsafe(
      `${insert}
       on conflict (tenant_id, product_id, sold_on) do update
       set ${sums.map((column) => `${column} = excluded.${column}`).join(', ')}, projected_at = now()
       where (${sums.map((column) => `p.${column}`).join(', ')}) is distinct from (${sums.map((column) => `excluded.${column}`).join(', ')})`,
    )
  } else {
    await session.unsafe(insert)
  }
  await session`set local role none`
}

async function gatherTouched(session: postgres.TransactionSql, companyId: string, orders: readonly string[]): Promise<void> {
  await session.unsafe(
    `create temporary table touched_sales (product_id uuid, sold_on date) on commit drop;
     grant select on touched_sales to ${appRole('products')}`,
  )
  await session.unsafe(
    `insert into pg_temp.touched_sales
     select distinct l.product_id, l.ordered_on
     from sales.orders o
     join sales.order_lines l on l.tenant_id = o.tenant_id and l.ordered_on = o.ordered_on and l.order_id = o.id
     where o.tenant_id = '${companyId}' and o.id = any($1)`,
    [[...orders]],
  )
}
