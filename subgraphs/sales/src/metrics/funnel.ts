import { opportunities } from '@aems/drizzle/sales/tables.ts'
import { additive, formula, ratio, reachingBack } from '@aems/kit/metrics/definition.ts'
import { type SQL, sql } from 'drizzle-orm'
import type { SalesDimension } from '../graph.generated.ts'
import { dueOpportunities, enteredStages, isSettled, movedOn, opportunityBegan } from './facts.ts'
import { AVERAGE_DEAL_SIZE, OPEN_OPPORTUNITIES, SALES_CYCLE_DAYS, WIN_RATE, WON_AMOUNT } from './pipeline.ts'
import { QUOTA } from './quota.ts'

/** An opportunity that comes to a stage twice has entered it twice. */
const entered = additive<SalesDimension>({ kind: 'sum', fact: enteredStages, value: () => sql`1` })

const left = additive<SalesDimension>({ kind: 'sum', fact: enteredStages, value: () => sql`1`, where: movedOn })

export const STAGE_CONVERSION = ratio({ of: left, to: entered })

const due = additive<SalesDimension>({ kind: 'sum', fact: dueOpportunities, value: () => sql`1` })

/** What says of an opportunity whether it was open on a day. */
const perOpportunity = [opportunities.id, opportunities.closedOn, isSettled, opportunityBegan]

/** Those won or lost on a day that nobody noted were closed in time. */
const isOpenAt = ([, closedOn, settled]: readonly SQL[], day: SQL) =>
  sql`(${closedOn} > ${day} or (${closedOn} is null and not ${settled}))`

const slipped = additive<SalesDimension>({
  kind: 'grouped',
  fact: dueOpportunities,
  per: perOpportunity,
  aggregate: ({ per }, { to }) => sql`count(*) filter (where ${isOpenAt(per, to)})`,
})

/** Of a period that is not over, the days up to today: what is due later can't have slipped. */
const untilToday = { months: 0 }

export const SLIPPAGE_RATE = reachingBack(ratio({ of: slipped, to: due }), untilToday)

const openAndDue = additive<SalesDimension>({
  kind: 'grouped',
  fact: dueOpportunities,
  per: perOpportunity,
  sums: opportunities.amount,
  aggregate: ({ per, sum }, { to }) => {
    const [, , , began] = per
    return sql`sum(${sum}) filter (where ${isOpenAt(per, to)} and (${began} is null or ${began} <= ${to}))`
  },
})

/** Pipeline over what is missing to quota; once nothing is, there is nothing to cover. */
export const PIPELINE_COVERAGE = formula({
  parts: { pipeline: openAndDue, quota: QUOTA, won: WON_AMOUNT },
  value: ({ pipeline, quota, won }) => sql`${pipeline} / nullif(greatest(${quota} - ${won}, 0), 0)`,
})

/** What is won a day: opportunities × win rate × deal size ÷ cycle. */
export const SALES_VELOCITY = formula({
  parts: { open: OPEN_OPPORTUNITIES, winRate: WIN_RATE, size: AVERAGE_DEAL_SIZE, days: SALES_CYCLE_DAYS },
  value: ({ open, winRate, size, days }) => sql`${open} * ${winRate} * ${size} / nullif(${days}, 0)`,
})
