import { contractMilestones, contracts } from '@aems/drizzle/finance/tables.ts'
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { FinanceFact } from './facts.ts'

const { amount, startsOn, endsOn, billingInterval, recognition, cancelledOn } = contracts

/** Milestones of a contract that were reached by a day. */
const reachedTo = (day: SQLWrapper): SQL =>
  sql`case when ${recognition} <> 'milestone' then 0 else coalesce((select sum(${contractMilestones.amount}) from ${contractMilestones}
    where ${contractMilestones.contractId} = ${contracts.id} and ${contractMilestones.reachedOn} <= ${day}), 0) end`

const terms = sql`${amount}, ${startsOn}, ${endsOn}, ${billingInterval}, ${recognition}, ${cancelledOn}`

/** What of a contract is earned by the end of a day. */
export const recognizedTo = (day: SQLWrapper): SQL => sql`(finance.recognized_to(${terms}, ${day}) + ${reachedTo(day)})`

/** What of a contract is billed by the end of a day; milestones are billed as they are reached, unless by an interval. */
export const billedTo = (day: SQLWrapper): SQL => sql`(finance.billed_to(${terms}, ${day})
  + case when coalesce(${billingInterval}, 'once') = 'once' then ${reachedTo(day)} else 0 end)`

/** What a contract brings by its terms in all, as far as they are agreed on a day: of one without end, the intervals begun. */
export const agreedTo = (day: SQLWrapper): SQL => sql`case
  when ${cancelledOn} <= ${day} then ${recognizedTo(day)}
  when ${endsOn} is not null or finance.interval_months(${billingInterval}) is null then ${amount}
  else ${billedTo(day)} end`

/** The monthly value of a contract that renews; null for others. */
export const monthlyAmount = sql`finance.monthly_amount(${amount}, ${startsOn}, ${endsOn}, ${billingInterval}, ${recognition})`

/** That a contract holds on a day. */
export const holdsOn = (day: SQLWrapper): SQL =>
  sql`${startsOn} <= ${day} and (${endsOn} is null or ${endsOn} >= ${day}) and (${cancelledOn} is null or ${cancelledOn} > ${day})`

const common = {
  tables: ['finance.contracts'],
  from: sql`${contracts}`,
  dimensions: { CUSTOMER: { key: contracts.customerId } },
  known: sql`exists (select from ${contracts})`,
} satisfies Partial<FinanceFact>

/** Contracts over the days in which they may earn or bill; milestones may be reached after the term. */
export const contractFacts: FinanceFact = {
  ...common,
  name: 'contracts',
  timing: {
    kind: 'over',
    first: startsOn,
    last: sql`case when ${recognition} = 'milestone' then 'infinity'::date
      else least(coalesce(${endsOn}, 'infinity'), coalesce(${cancelledOn}, 'infinity')) end`,
  },
}

/** Contracts that have begun by a day. */
export const begunContracts: FinanceFact = {
  ...common,
  name: 'contracts that have begun',
  timing: { kind: 'asOf', counts: (day) => sql`${startsOn} <= ${day}`, earliest: sql`min(${startsOn})` },
}

/** Contracts that hold on a day. */
export const activeContracts: FinanceFact = {
  ...common,
  name: 'contracts that hold',
  timing: { kind: 'asOf', counts: holdsOn, earliest: sql`min(${startsOn})` },
}

/** Contracts that hold at some time from the eve of the days asked about to their end: what a bridge between the two needs. */
export const bridgedContracts: FinanceFact = {
  ...common,
  name: 'contracts that hold at the beginning or the end',
  timing: {
    kind: 'over',
    first: startsOn,
    last: sql`least(coalesce(${endsOn} + 1, 'infinity'), coalesce(${cancelledOn}, 'infinity'))`,
  },
}
