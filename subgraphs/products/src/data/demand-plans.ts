import type { ViewerTransaction } from '@aems/drizzle/client.ts'
import { demandPlanState, demandPlans, products, projectedSales, purchaseOrders } from '@aems/drizzle/products/tables.ts'
import { type LoadOne, loadOne } from '@aems/kit/loaders.ts'
import type { Read } from '@aems/kit/rows.ts'
import { today, type Viewer } from '@aems/kit/viewer.ts'
import { inArray, sql } from 'drizzle-orm'
import { abcClasses } from '../domain/classes.ts'
import { planOf } from '../domain/demand-plan.ts'

export type DemandPlanRow = typeof demandPlans.$inferSelect

/** What is reckoned of products' demand, as of the company's today. */
export interface DemandPlanData {
  readonly ofProduct: LoadOne<string, DemandPlanRow>
  /** Makes the plans anew where sales, products or the day have moved on since they were made. */
  refresh(): Promise<void>
}

export function demandPlanData(read: Read, viewer: Viewer): DemandPlanData {
  let refreshed: Promise<void> | undefined
  const refresh = () => {
    refreshed ??= read((tx) => makeWhereStale(tx, viewer.company.id, today(viewer.company)))
    return refreshed
  }
  return {
    refresh,
    ofProduct: loadOne(
      async (ids) => {
        await refresh()
        return read((tx) =>
          tx
            .select()
            .from(demandPlans)
            .where(inArray(demandPlans.productId, [...ids])),
        )
      },
      (row) => row.productId,
    ),
  }
}

async function makeWhereStale(tx: ViewerTransaction, tenantId: string, day: string): Promise<void> {
  const stale = async () => {
    const [found] = await tx.execute<{ made_of: string; is_made: boolean }>(sql`
      with made_of (made_of) as (select concat_ws(' ',
        (select concat(count(*), ' ', max(${projectedSales.projectedAt})) from ${projectedSales}),
        (select md5(string_agg(concat_ws(' ', ${products.id}, ${products.leadTimeDays}, ${products.standardCost}), ',' order by ${products.id}))
          from ${products}),
        (select concat(count(*), ' ', sum(${purchaseOrders.freight})) from ${purchaseOrders})))
      select made_of, exists (select from ${demandPlanState} s
        where s.made_for = ${day}::date and s.made_of = made_of.made_of) as is_made from made_of`)
    return found?.is_made === false ? found.made_of : null
  }
  if ((await stale()) === null) return
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`demand plans ${tenantId}`}, 0))`)
  // Whoever waited finds them made.
  const madeOf = await stale()
  if (madeOf === null) return
  const rows = await plans(tx, tenantId, day)
  await tx.delete(demandPlans)
  for (let start = 0; start < rows.length; start += 1_000) await tx.insert(demandPlans).values(rows.slice(start, start + 1_000))
  await tx
    .insert(demandPlanState)
    .values({ tenantId, madeFor: day, madeOf })
    .onConflictDoUpdate({ target: demandPlanState.tenantId, set: { madeFor: day, madeOf, madeAt: sql`now()` } })
}

/** Products with their whole months of demand up to the day, three years at most, and their revenue of the last year. */
async function plans(tx: ViewerTransaction, tenantId: string, day: string): Promise<(typeof demandPlans.$inferInsert)[]> {
  const sold = await tx.execute<{
    id: string
    lead: number | null
    cost: string | null
    months: number[] | null
    revenue: number
  }>(sql`
    with bounds as (select date_trunc('month', ${day}::date + 1)::date as until),
    months as (
      select ${projectedSales.productId} as product_id, date_trunc('month', ${projectedSales.soldOn})::date as month,
        sum(${projectedSales.units})::float8 as units
      from ${projectedSales}, bounds
      where ${projectedSales.soldOn} < until and ${projectedSales.soldOn} >= until - interval '36 months' group by 1, 2),
    series as (
      select firsts.product_id, array_agg(coalesce(m.units, 0) order by month.month) as months
      from (select product_id, min(month) as first from months group by 1) firsts cross join bounds
      cross join lateral generate_series(firsts.first::timestamp, until - interval '1 month', interval '1 month') month (month)
      left join months m on m.product_id = firsts.product_id and m.month = month.month::date
      group by firsts.product_id),
    revenues as (
      select ${projectedSales.productId} as product_id, sum(${projectedSales.netRevenue})::float8 as revenue from ${projectedSales}
      where ${projectedSales.soldOn} <= ${day}::date and ${projectedSales.soldOn} > (${day}::date - interval '12 months') group by 1)
    select ${products.id} as id, ${products.leadTimeDays} as lead, ${products.standardCost} as cost, months,
      coalesce(revenue, 0)::float8 as revenue
    from ${products} left join series on series.product_id = ${products.id} left join revenues on revenues.product_id = ${products.id}`)
  const [costs] = await tx.execute<{ order_cost: number | null }>(
    sql`select avg(${purchaseOrders.freight})::float8 as order_cost from ${purchaseOrders} where ${purchaseOrders.freight} > 0`,
  )
  const orderCost = costs?.order_cost ?? null
  const abc = abcClasses(new Map(sold.map(({ id, revenue }) => [id, revenue])))
  return sold.map(({ id, lead, cost, months }) => {
    const standardCost = cost === null ? null : Number(cost)
    const plan = planOf({ months: months ?? [], leadTimeDays: lead, standardCost, orderCost })
    const { forecast } = plan
    return {
      tenantId,
      productId: id,
      abcClass: months === null ? null : (abc.get(id) ?? null),
      xyzClass: plan.xyz,
      monthlyMean: plan.monthlyMean.toFixed(4),
      monthlyDeviation: plan.monthlyDeviation.toFixed(4),
      leadTimeDays: lead,
      safetyStock: fixed(plan.safetyStock),
      reorderPoint: fixed(plan.reorderPoint),
      annualDemand: plan.annualDemand.toFixed(4),
      orderCost: fixed(orderCost),
      holdingCost: fixed(plan.holdingCost),
      economicOrderQuantity: fixed(plan.economicOrderQuantity),
      method: forecast?.method ?? null,
      forecast: fixed(forecast?.next),
      low: fixed(forecast?.low),
      high: fixed(forecast?.high),
      absoluteError: fixed(forecast?.error.absolute),
      signedError: fixed(forecast?.error.signed),
      actual: fixed(forecast?.error.actual),
      scaledError: forecast?.error.scaled?.toFixed(6) ?? null,
    }
  })
}

const fixed = (value: number | null | undefined): string | null => value?.toFixed(4) ?? null
