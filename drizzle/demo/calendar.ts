import type postgres from 'postgres'
import { launchedCategory, orderSeasons, slumpCategory } from './company.ts'
import type { DemoProduct } from './nouns.ts'

/** The days that the demo company's history is made of, `YYYY-MM-DD`. */
export interface DemoDays {
  readonly first: string
  /** Today: its last day. */
  readonly last: string
  /** The day of the product launch: ten months before the last month. */
  readonly launch: string
  /** Two months, seven and six before the last one, in which a category was out of stock in one group of territories. */
  readonly slumpFrom: string
  readonly slumpTo: string
  /** Two months, four and three before the last one, in which a warehouse had half its people. */
  readonly thinFrom: string
  readonly thinTo: string
}

/** Three years up to today. */
export function demoDays(today: string): DemoDays {
  const month = (offset: number, day = 1): string => {
    const date = new Date(`${today.slice(0, 7)}-01T00:00:00Z`)
    date.setUTCMonth(date.getUTCMonth() + offset, day)
    return date.toISOString().slice(0, 10)
  }
  return {
    first: month(-36),
    last: today,
    launch: month(-10),
    slumpFrom: month(-7),
    slumpTo: month(-5, 0),
    thinFrom: month(-4),
    thinTo: month(-2, 0),
  }
}

/** Makes temporary tables of days, with their numbers of orders, and of what is picked from in each month. */
export async function makeCalendar(session: postgres.TransactionSql, days: DemoDays, orders: number): Promise<void> {
  await session.unsafe(`
    create temporary table demo_days on commit drop as
    with weighted as (
      select day::date as day,
        exp(0.17 * (day::date - date '${days.first}') / 365.25)
        * (array[${orderSeasons.join(', ')}])[extract(month from day)::integer]
        * (array[0.97, 1.02, 1.04, 1.08, 1.18, 0.9, 0.81])[extract(isodow from day)::integer] as weight
      from generate_series(date '${days.first}', date '${days.last}', interval '1 day') day),
    shares as (
      select day, sum(weight) over (order by day) / sum(weight) over () as reached,
        (sum(weight) over (order by day) - weight) / sum(weight) over () as before from weighted)
    select day, round(before * ${orders})::bigint as before, (round(reached * ${orders}) - round(before * ${orders}))::integer as orders
    from shares`)
}

/** How many slots each month's products share by their demand. */
export const slots = 2_000

/** Makes the table of which product a slot stands for, by month and by whether the slump's group of territories buys. */
export async function makeAssortment(
  session: postgres.TransactionSql,
  days: DemoDays,
  products: readonly DemoProduct[],
): Promise<void> {
  await session.unsafe(
    `create temporary table demo_products (id uuid, category text, list_price numeric, standard_cost numeric, demand float8, season float8[]) on commit drop`,
  )
  for (const { id, category, listPrice, standardCost, demand, season } of products) {
    await session`insert into demo_products values (${id}, ${category}, ${listPrice}, ${standardCost}, ${demand}, ${[...season]}::float8[])`
  }
  await session.unsafe(`
    create temporary table demo_slots on commit drop as
    with demands as (
      select month::date as month, hit, p.*,
        p.demand * p.season[extract(month from month)::integer]
        * case when p.category = '${launchedCategory}' then least(greatest((month::date - date '${days.launch}') / 60.0 + 0.3, 0), 2) else 1 end
        * case when p.category = '${launchedCategory}' and month < date '${days.launch}' then 0 else 1 end
        * case when hit and p.category = '${slumpCategory}' and month between date '${days.slumpFrom}' and date '${days.slumpTo}' then 0.12 else 1 end
        as weight
      from generate_series(date_trunc('month', date '${days.first}'), date '${days.last}', interval '1 month') month,
        (values (false), (true)) hits (hit), demo_products p),
    reached as (
      select *, sum(weight) over (partition by month, hit order by id) / sum(weight) over (partition by month, hit) as upto,
        (sum(weight) over (partition by month, hit order by id) - weight) / sum(weight) over (partition by month, hit) as since
      from demands)
    select month, hit, slot, id as product_id,
      -- Prices go up by 3 and costs by 2.5 % a year.
      round(list_price * (1 - 0.03 * (date_trunc('month', date '${days.last}')::date - month) / 365.25), 2) as unit_price,
      round(standard_cost * (1 - 0.025 * (date_trunc('month', date '${days.last}')::date - month) / 365.25), 2) as unit_cost
    from reached, lateral generate_series(ceil(since * ${slots})::integer, ceil(upto * ${slots})::integer - 1) slot
    where weight > 0;
    analyze demo_slots`)
}
