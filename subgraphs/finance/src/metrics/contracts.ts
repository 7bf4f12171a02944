import { contracts } from '@aems/drizzle/finance/tables.ts'
import { additive, formula, type Measure, opening, type WindowSql } from '@aems/kit/metrics/definition.ts'
import { type SQL, sql } from 'drizzle-orm'
import type { FinanceDimension } from '../graph.generated.ts'
import {
  activeContracts,
  agreedTo,
  begunContracts,
  billedTo,
  bridgedContracts,
  contractFacts,
  holdsOn,
  monthlyAmount,
  recognizedTo,
} from './contract-facts.ts'

/** A figure that needs to know its first and last day, so that everything there is reaches to today. */
const overDays = (measure: Measure<FinanceDimension>) =>
  formula<FinanceDimension, 'figure'>({ parts: { figure: measure }, value: ({ figure }) => figure })

/** What a running sum gained over the days asked about. */
const gained =
  (sumTo: (day: SQL) => SQL) =>
  ({ from, to }: WindowSql): SQL =>
    sql`(${sumTo(to)} - ${sumTo(sql`(${from} - 1)`)})`

export const RECOGNIZED_REVENUE = overDays(additive({ kind: 'sum', fact: contractFacts, value: gained(recognizedTo) }))

export const BILLINGS = overDays(additive({ kind: 'sum', fact: contractFacts, value: gained(billedTo) }))

/** ASC 606-10-45-2: a contract liability where more is billed than earned. */
export const DEFERRED_REVENUE = additive<FinanceDimension>({
  kind: 'sum',
  fact: begunContracts,
  value: ({ to }) => sql`greatest(${billedTo(to)} - ${recognizedTo(to)}, 0)`,
})

/** ASC 606-10-50-13: the transaction price of what is promised and not yet delivered. */
export const REMAINING_PERFORMANCE_OBLIGATION = additive<FinanceDimension>({
  kind: 'sum',
  fact: begunContracts,
  value: ({ to }) => sql`greatest(${agreedTo(to)} - ${recognizedTo(to)}, 0)`,
})

export const MRR = additive<FinanceDimension>({
  kind: 'sum',
  fact: activeContracts,
  where: sql`${monthlyAmount} is not null`,
  value: () => monthlyAmount,
})

export const ARR = formula<FinanceDimension, 'mrr'>({ parts: { mrr: MRR }, value: ({ mrr }) => sql`${mrr} * 12` })

/** What a customer's contracts that renew come to on a day. */
const mrrOf = (customer: SQL, day: SQL): SQL => sql`(select coalesce(sum(${monthlyAmount}), 0) from ${contracts}
  where ${contracts.customerId} = ${customer} and ${holdsOn(day)})`

const perCustomer = [contracts.customerId]

/**
 * A part of the bridge from opening to closing: each customer is new, expanded, contracted, churned or as before, so that
 * opening + new + expansion − contraction − churned = closing.
 */
const bridge = (part: (opened: SQL, closed: SQL) => SQL) =>
  overDays({
    kind: 'measure',
    sources: [
      {
        kind: 'grouped',
        fact: bridgedContracts,
        per: perCustomer,
        aggregate: ({ per: [customer = sql`null`] }, { from, to }) =>
          sql`sum((select ${part(sql`opened`, sql`closed`)}
            from (select ${mrrOf(customer, sql`(${from} - 1)`)} as opened, ${mrrOf(customer, to)} as closed) balances))`,
      },
    ],
    empty: 'zero',
  })

export const NEW_MRR = bridge((opened, closed) => sql`case when ${opened} = 0 then ${closed} else 0 end`)

export const EXPANSION_MRR = bridge(
  (opened, closed) => sql`case when ${opened} > 0 then greatest(${closed} - ${opened}, 0) else 0 end`,
)

export const CONTRACTION_MRR = bridge(
  (opened, closed) => sql`case when ${closed} > 0 then greatest(${opened} - ${closed}, 0) else 0 end`,
)

export const CHURNED_MRR = bridge((opened, closed) => sql`case when ${closed} = 0 then ${opened} else 0 end`)

const openingMrr = opening(MRR)

export const NET_REVENUE_RETENTION = formula<FinanceDimension, 'opened' | 'expanded' | 'contracted' | 'churned'>({
  parts: { opened: openingMrr, expanded: EXPANSION_MRR, contracted: CONTRACTION_MRR, churned: CHURNED_MRR },
  value: ({ opened, expanded, contracted, churned }) =>
    sql`(${opened} + ${expanded} - ${contracted} - ${churned}) / nullif(${opened}, 0)`,
})

export const GROSS_REVENUE_RETENTION = formula<FinanceDimension, 'opened' | 'contracted' | 'churned'>({
  parts: { opened: openingMrr, contracted: CONTRACTION_MRR, churned: CHURNED_MRR },
  value: ({ opened, contracted, churned }) => sql`(${opened} - ${contracted} - ${churned}) / nullif(${opened}, 0)`,
})
