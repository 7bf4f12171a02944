import { opportunities } from '@aems/drizzle/sales/tables.ts'
import { additive, ratio } from '@aems/kit/metrics/definition.ts'
import { sql } from 'drizzle-orm'
import type { SalesDimension } from '../graph.generated.ts'
import { openOpportunities, settledOpportunities } from './facts.ts'

const isWon = sql`${opportunities.stage} = 'won'`
const isLost = sql`${opportunities.stage} = 'lost'`

const one = () => sql`1`
const amount = () => opportunities.amount

export const PIPELINE = additive<SalesDimension>({ kind: 'sum', fact: openOpportunities, value: amount })

export const OPEN_OPPORTUNITIES = additive<SalesDimension>({ kind: 'sum', fact: openOpportunities, value: one })

export const OPPORTUNITIES_WON = additive<SalesDimension>({ kind: 'sum', fact: settledOpportunities, value: one, where: isWon })

export const OPPORTUNITIES_LOST = additive<SalesDimension>({ kind: 'sum', fact: settledOpportunities, value: one, where: isLost })

export const WON_AMOUNT = additive<SalesDimension>({ kind: 'sum', fact: settledOpportunities, value: amount, where: isWon })

const settled = additive<SalesDimension>({
  kind: 'sum',
  fact: settledOpportunities,
  value: one,
  where: sql`(${isWon} or ${isLost})`,
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
