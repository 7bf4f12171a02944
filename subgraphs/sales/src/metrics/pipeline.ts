import { opportunities, opportunityStages } from '@aems/drizzle/sales/tables.ts'
import { additive, ratio } from '@aems/kit/metrics/definition.ts'
import { type SQL, sql } from 'drizzle-orm'
import type { SalesDimension } from '../graph.generated.ts'
import { openOpportunities, settledOpportunities } from './facts.ts'

const isWon = sql`${opportunities.stage} = 'won'`
const isLost = sql`${opportunities.stage} = 'lost'`

const one = () => sql`1`
const amount = () => opportunities.amount

export const PIPELINE = additive<SalesDimension>({ kind: 'sum', fact: openOpportunities, value: amount })

const settledShare = sql`count(*) filter (where ${isWon})::numeric / nullif(count(*), 0)`
const isEnded = sql`(${isWon} or ${isLost})`

/** For each stage, the share won of all that ever came to it and are won or lost; and the share won of all that are. */
const winRates = {
  table: 'sales.opportunity_stages',
  join: ([stage]: readonly SQL[]): SQL => sql`left join (
      select came.stage, ${settledShare} as share
      from (select distinct opportunity_id, stage from ${opportunityStages}) came
      join ${opportunities} on ${opportunities.id} = came.opportunity_id
      where ${isEnded} group by came.stage) of_stage on of_stage.stage = ${stage}
    cross join (select ${settledShare} as share from ${opportunities} where ${isEnded}) of_all`,
}

const isRated = sql`(${opportunities.probability} is not null)`

/** An opportunity weighs as much as it is likely to be won: by its own probability, else by what became of others. */
export const WEIGHTED_PIPELINE = additive<SalesDimension>({
  kind: 'grouped',
  fact: openOpportunities,
  per: [opportunities.stage, isRated],
  sums: sql`${opportunities.amount} * coalesce(${opportunities.probability}, 1)`,
  beside: winRates,
  aggregate: ({ per: [, rated], sum }) =>
    sql`sum(${sum} * case when ${rated} then 1 else coalesce(of_stage.share, of_all.share) end)`,
})

export const OPEN_OPPORTUNITIES = additive<SalesDimension>({ kind: 'sum', fact: openOpportunities, value: one })

export const OPPORTUNITIES_WON = additive<SalesDimension>({ kind: 'sum', fact: settledOpportunities, value: one, where: isWon })

export const OPPORTUNITIES_LOST = additive<SalesDimension>({ kind: 'sum', fact: settledOpportunities, value: one, where: isLost })

export const WON_AMOUNT = additive<SalesDimension>({ kind: 'sum', fact: settledOpportunities, value: amount, where: isWon })

const settled = additive<SalesDimension>({
  kind: 'sum',
  fact: settledOpportunities,
  value: one,
  where: isEnded,
})

export const WIN_RATE = ratio({ of: OPPORTUNITIES_WON, to: settled })

/** Opportunities won whose amount nobody has said are left out of the mean. */
const wonWithAmount = additive<SalesDimension>({
  kind: 'sum',
  fact: settledOpportunities,
  value: one,
  where: sql`${isWon} and ${opportunities.amount} is not null`,
})

export const AVERAGE_DEAL_SIZE = ratio({ of: WON_AMOUNT, to: wonWithAmount })

/** Opportunities are engaged before they are won, else created. */
const began = sql`coalesce(${opportunities.engagedOn}, ${opportunities.createdOn})`
const wonWithDays = sql`${isWon} and ${opportunities.closedOn} is not null and ${began} is not null`

const daysToWin = additive<SalesDimension>({
  kind: 'sum',
  fact: settledOpportunities,
  value: () => sql`${opportunities.closedOn} - ${began}`,
  where: wonWithDays,
})

const winsWithDays = additive<SalesDimension>({ kind: 'sum', fact: settledOpportunities, value: one, where: wonWithDays })

export const SALES_CYCLE_DAYS = ratio({ of: daysToWin, to: winsWithDays })
