import type postgres from 'postgres'
import type { DemoDays } from './calendar.ts'
import { idOn, uniform, weighted, whole } from './random.ts'

/**
 * Writes opportunities with shops over the three years: those whose time has come are won or lost, with reasons; the
 * others are open, at a stage that suits their age. In the slump, many are lost because a category was out of stock.
 */
export async function writeOpportunities(
  session: postgres.TransactionSql,
  companyId: string,
  days: DemoDays,
  count: number,
): Promise<void> {
  await session.unsafe(`
    insert into sales.opportunities (tenant_id, id, ref, customer_id, sales_person_id, product_id, stage, amount, probability,
      created_on, engaged_on, expected_close_on, closed_on, lost_reason)
    select '${companyId}', ${idOn('created_on', 'n', 90)}, 'OP-' || lpad(n::text, 5, '0'), customer_id, sales_person_id, product_id, stage,
      case stage when 'lost' then 0 else amount end,
      case stage when 'won' then 1 when 'lost' then 0 when 'prospecting' then 0.1 when 'engaging' then 0.25 when 'proposal' then 0.5 else 0.7 end,
      created_on, case when stage <> 'prospecting' then least(created_on + ${whole('n', 94, 1, 12)}, date '${days.last}') end,
      case when stage in ('won', 'lost') then closes_on + ${whole('n', 95, -10, 14)} else greatest(closes_on, date '${days.last}' + ${whole('n', 95, 3, 60)}) end,
      case when stage in ('won', 'lost') then least(closes_on, date '${days.last}') end,
      case when stage = 'lost' then
        case when slumped and ${uniform('n', 96)} < 0.65 then 'out of stock'
          else ${weighted('n', 97, { price: 38, competitor: 27, 'no budget': 18, timing: 12, 'out of stock': 2 })} end end
    from (
      select o.*, c.id as customer_id, c.sales_person_id, s.product_id,
        c.hit and o.closes_on between date '${days.slumpFrom}' and date '${days.slumpTo}' + 20 as slumped,
        round((1200 + 30000 * power(${uniform('o.n', 84)}, 3))::numeric, -2) as amount,
        case
          when o.closes_on > date '${days.last}' and ${uniform('o.n', 85)} < 0.02 then 'lost'
          when o.closes_on > date '${days.last}' then case
            when date '${days.last}' - o.created_on < 14 then 'prospecting'
            when (date '${days.last}' - o.created_on)::float8 / (o.closes_on - o.created_on) < 0.45 then 'engaging'
            when (date '${days.last}' - o.created_on)::float8 / (o.closes_on - o.created_on) < 0.75 then 'proposal'
            else 'negotiation' end
          when ${uniform('o.n', 86)} < case when c.hit and o.closes_on between date '${days.slumpFrom}' and date '${days.slumpTo}' + 20 then 0.14 else 0.37 end then 'won'
          else 'lost' end as stage
      from (
        select n, created_on, created_on + ${whole('n', 82, 18, 130)} as closes_on
        from (select n, date '${days.first}' + floor((date '${days.last}' - date '${days.first}' + 1) * power(${uniform('n', 81)}, 0.85))::integer as created_on
              from generate_series(1, ${count}) n) created) o
      join demo_crowd crowd on crowd.day = o.created_on
      join demo_customers c on c.kind = 'company' and c.rank = floor(${uniform('o.n', 83)} * crowd.companies)::bigint
      join demo_slots s on s.month = date_trunc('month', o.created_on)::date and s.hit = c.hit and s.slot = ${whole('o.n', 87, 0, 1999)}) made`)
}

/**
 * Writes quotas by person and quarter. They are worked back from what was sold, so that attainment lies between 70 and
 * 120 %; that of the quarter under way goes by its share of days.
 */
export async function writeTargets(session: postgres.TransactionSql, companyId: string, days: DemoDays): Promise<void> {
  await session.unsafe(`
    insert into sales.sales_targets (tenant_id, id, sales_person_id, starts_on, ends_on, amount)
    select '${companyId}', ${idOn('starts_on', 'n', 100)}, sales_person_id, starts_on, ends_on,
      greatest(round((sold / attained * (ends_on - starts_on + 1) / (least(ends_on, date '${days.last}') - starts_on + 1))::numeric, -2), 100)
    from (
      select *, (starts_on + interval '3 months - 1 day')::date as ends_on,
        0.72 + 0.46 * ${uniform('n', 101)} as attained
      from (
        select *, row_number() over (order by starts_on, sales_person_id) as n
        from (
          select sales_person_id, date_trunc('quarter', ordered_on)::date as starts_on, sum(net_amount) as sold
          from sales.orders where tenant_id = '${companyId}' and status <> 'cancelled' and sales_person_id is not null
          group by 1, 2) sales) numbered) quarters`)
}
