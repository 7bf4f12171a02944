import type postgres from 'postgres'
import { importedId } from '../ids.ts'
import { type DemoDays, slots } from './calendar.ts'
import { demoTerritories } from './company.ts'
import { thinGroup } from './people-lists.ts'
import { idOn, uniform, whole } from './random.ts'

/** Makes the orders and lines of one month, each order with the sum of its lines. */
export async function writeMonth(
  session: postgres.TransactionSql,
  companyId: string,
  days: DemoDays,
  month: string,
): Promise<void> {
  const shippedThin = demoTerritories
    .filter(({ group }) => group === thinGroup)
    .map(({ ref }) => `'${importedId(companyId, 'territory', ref)}'`)
  const slump = `hit and day between date '${days.slumpFrom}' and date '${days.slumpTo}'`
  await session.unsafe(`
    create temporary table demo_orders on commit drop as
    select o.n, o.day, ${idOn('o.day', 'o.n', 50)} as id, c.id as customer_id, c.kind, c.territory_id, c.hit,
      case when c.kind = 'company' and o.channel_draw < 0.88 then c.sales_person_id end as sales_person_id,
      case when c.kind = 'company' and o.channel_draw < 0.88 then 'reseller' else 'online' end as channel
    from (
      select d.day, d.before + k as n, ${uniform('d.before + k', 43)} as channel_draw, crowd.companies, crowd.persons
      from demo_days d join demo_crowd crowd using (day), lateral generate_series(1, d.orders) k
      where d.day >= date '${month}' and d.day < date '${month}' + interval '1 month') o
    join demo_customers picked on picked.kind = case when ${uniform('o.n', 41)} < 0.38 then 'company' else 'person' end
      -- Squared, so that those who came first buy most often.
      and picked.rank = floor(power(${uniform('o.n', 42)}, 1.6)
        * case when ${uniform('o.n', 41)} < 0.38 then o.companies else o.persons end)::bigint
    -- Whoever has stopped buying is stood in for by the customer who came before them.
    join demo_customers c on c.kind = picked.kind
      and c.rank = case when picked.churned_on <= o.day and picked.rank > 0 then picked.rank - 1 else picked.rank end
    where c.churned_on is null or c.churned_on > o.day`)
  await session.unsafe('analyze demo_orders')
  await session.unsafe(`
    insert into sales.order_lines (tenant_id, ordered_on, order_id, line, product_id, quantity, unit_price, discount, net_amount, unit_cost)
    select '${companyId}', day, id, line, product_id, quantity, unit_price, nullif(discount, 0), quantity * unit_price - discount, unit_cost
    from (
      select *, round(quantity * unit_price * case
          when channel = 'reseller' then 0.1 + 0.01 * ${whole('draw', 63, 0, 10)}
          when extract(month from day) = 11 then 0.1
          else 0 end, 2) as discount
      from (
        select o.*, s.product_id, s.unit_price, s.unit_cost,
          case when o.channel = 'reseller' then ${whole('draw', 62, 3, 14)} else ${whole('draw', 62, 1, 2)} end as quantity
        from (
          select o.*, line, o.n * 8 + line as draw
          from demo_orders o, lateral generate_series(1, case when o.channel = 'reseller' then ${whole('o.n', 60, 2, 5)} else ${whole('o.n', 60, 1, 3)} end) line) o
        join demo_slots s on s.month = date '${month}' and s.hit = o.hit and s.slot = floor(${uniform('draw', 61)} * ${slots})::integer) priced) sold`)
  await session.unsafe(`
    insert into sales.orders (tenant_id, id, ref, customer_id, ordered_on, due_on, shipped_on, status, channel, territory_id, sales_person_id, currency, net_amount, tax, freight)
    select '${companyId}', id, 'SO-' || lpad(n::text, 7, '0'), customer_id, day, day + 7,
      case when status in ('shipped', 'returned') then least(day + ${whole('n', 70, 1, 9)}
        -- Where few do the work of many, most of it takes days longer.
        + case when territory_id in (${shippedThin.join(', ')}) and day between date '${days.thinFrom}' and date '${days.thinTo}'
            and ${uniform('n', 74)} < 0.8 then ${whole('n', 75, 2, 7)} else 0 end, date '${days.last}') end,
      status, channel, territory_id, sales_person_id, 'EUR', net_amount, round(net_amount * 0.19, 2), case when channel = 'online' then 4.90 end
    from (
      select o.*, sums.net_amount, case
          when ${slump} and ${uniform('n', 71)} < 0.38 then 'cancelled'
          when ${uniform('n', 71)} < 0.03 then 'cancelled'
          when ${uniform('n', 72)} < 0.75 and day > date '${days.last}' - 6 then 'open'
          when ${uniform('n', 73)} < case when channel = 'online' then 0.05 else 0.015 end then 'returned'
          else 'shipped' end as status
      from demo_orders o
      join (select order_id, sum(net_amount) as net_amount from sales.order_lines
            where tenant_id = '${companyId}' and ordered_on >= date '${month}' and ordered_on < date '${month}' + interval '1 month'
            group by order_id) sums on sums.order_id = o.id) settled`)
  await session.unsafe('drop table demo_orders')
}
