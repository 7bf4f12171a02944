import { orders, salesTargets } from '@aems/drizzle/sales/tables.ts'
import { additive, ratio, type WindowSql } from '@aems/kit/metrics/definition.ts'
import { sql } from 'drizzle-orm'
import type { SalesDimension } from '../graph.generated.ts'
import { isTargeted, targetedOrders, targetFacts } from './facts.ts'

/** Days of the target that lie in the window. */
const overlap = ({ from, to }: WindowSql) =>
  sql`(least(${salesTargets.endsOn}, ${to}) - greatest(${salesTargets.startsOn}, ${from}) + 1)`

export const QUOTA = additive<SalesDimension>({
  kind: 'sum',
  fact: targetFacts,
  value: (window) => sql`${salesTargets.amount} * ${overlap(window)} / (${salesTargets.endsOn} - ${salesTargets.startsOn} + 1)`,
})

/** What everyone with a target in the period sold in it. A target is a person's or a territory's. */
const revenueOfTargeted = additive<SalesDimension>({
  kind: 'grouped',
  fact: targetedOrders,
  per: [orders.salesPersonId, orders.territoryId],
  where: isTargeted,
  sums: orders.netAmount,
  aggregate: ({ per: [salesPerson, territory], sum }, { from, to }) => sql`sum(${sum}) filter (where exists (
    select from ${salesTargets}
    where (${salesTargets.salesPersonId} = ${salesPerson} or ${salesTargets.territoryId} = ${territory})
      and ${salesTargets.startsOn} <= ${to} and ${salesTargets.endsOn} >= ${from}))`,
})

export const QUOTA_ATTAINMENT = ratio({ of: revenueOfTargeted, to: QUOTA })
