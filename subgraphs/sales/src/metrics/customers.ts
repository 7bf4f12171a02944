import { customers, orderLines, orders } from '@aems/drizzle/sales/tables.ts'
import {
  type Fact,
  formula,
  type GroupSql,
  type Measure,
  ratio,
  reachingBack,
  trailing,
  type WindowSql,
} from '@aems/kit/metrics/definition.ts'
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { SalesDimension } from '../graph.generated.ts'
import { orderFacts, orderLineFacts } from './facts.ts'
import { GROSS_PROFIT } from './revenue.ts'

/** One group per customer, whatever is counted of them. */
const perCustomer = [orders.customerId]

const customer = {
  table: 'sales.customers',
  join: ([id]: readonly SQL[]): SQL => sql`left join ${customers} on ${customers.id} = ${id}`,
}
const firstOrdered = customers.firstOrderedOn

/** A figure over the customers who ordered: from orders, or from lines where products are asked for. */
function overCustomers(
  empty: Measure<SalesDimension>['empty'],
  aggregate: (group: GroupSql, window: WindowSql) => SQL,
  summed?: 'revenue',
) {
  const source = (fact: Fact<SalesDimension>, netAmount: SQLWrapper) => ({
    kind: 'grouped' as const,
    fact,
    per: perCustomer,
    ...(summed && { sums: netAmount }),
    beside: customer,
    aggregate,
  })
  return {
    kind: 'measure',
    sources: [source(orderFacts, orders.netAmount), source(orderLineFacts, orderLines.netAmount)],
    empty,
  } satisfies Measure<SalesDimension>
}

export const CUSTOMERS_ORDERING = overCustomers('zero', () => sql`count(*)`)

/** Of those who ordered in the period, the ones whose first order ever falls in it. */
export const NEW_CUSTOMERS = overCustomers(
  'zero',
  (_, { from, to }) => sql`count(*) filter (where ${firstOrdered} between ${from} and ${to})`,
)

/** Who ordered in the period and before it. */
export const REPEAT_CUSTOMERS = overCustomers('zero', (_, { from }) => sql`count(*) filter (where ${firstOrdered} < ${from})`)

export const REPEAT_RATE = ratio({ of: REPEAT_CUSTOMERS, to: CUSTOMERS_ORDERING })

const year = { months: 12 }

/** Who ordered before the period, and who in the 12 months up to its end, out of all that is read of both. */
function ofOrdering(aggregate: (group: GroupSql) => SQL) {
  const source = (fact: Fact<SalesDimension>, day: SQLWrapper) => ({
    kind: 'grouped' as const,
    fact,
    per: perCustomer,
    marks: (_: WindowSql, { from, to }: WindowSql) => ({
      before: sql`${day} < ${from}`,
      lately: sql`${day} >= (${to} + 1 - interval '12 months')::date`,
    }),
    aggregate,
  })
  const measure: Measure<SalesDimension> = {
    kind: 'measure',
    sources: [source(orderFacts, orders.orderedOn), source(orderLineFacts, orderLines.orderedOn)],
    empty: 'zero',
  }
  return reachingBack(measure, year)
}

const before = ofOrdering(({ marked }) => sql`count(*) filter (where ${marked('before')})`)
const lost = ofOrdering(({ marked }) => sql`count(*) filter (where ${marked('before')} and not ${marked('lately')})`)

export const CUSTOMER_CHURN_RATE = ratio({ of: lost, to: before })

/**
 * What a customer brings in a year, for as many years as they stay: one over the share that is lost each year (Gupta and
 * Lehmann 2003, without growth and discounting).
 */
export const CUSTOMER_LIFETIME_VALUE = formula({
  parts: { profit: trailing(GROSS_PROFIT, year), customers: trailing(CUSTOMERS_ORDERING, year), lost, before },
  value: ({ profit, customers, lost, before }) => sql`${profit} / nullif(${customers}, 0) * ${before} / nullif(${lost}, 0)`,
})

/**
 * Herfindahl–Hirschman index of the customers' shares of revenue: the sum of their squares (Herfindahl 1950,
 * Hirschman 1945).
 */
export const CUSTOMER_CONCENTRATION = overCustomers(
  'absent',
  ({ sum: revenue }) => sql`sum(${revenue} * ${revenue}) / nullif(sum(${revenue}) * sum(${revenue}), 0)`,
  'revenue',
)
