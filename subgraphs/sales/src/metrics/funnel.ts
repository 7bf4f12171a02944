import { opportunities } from '@aems/drizzle/sales/tables.ts'
import { additive, ratio } from '@aems/kit/metrics/definition.ts'
import { sql } from 'drizzle-orm'
import type { SalesDimension } from '../graph.generated.ts'
import { dueOpportunities, enteredStages, isSettled, movedOn } from './facts.ts'

/** An opportunity that comes to a stage twice has entered it twice. */
const entered = additive<SalesDimension>({ kind: 'sum', fact: enteredStages, value: () => sql`1` })

const left = additive<SalesDimension>({ kind: 'sum', fact: enteredStages, value: () => sql`1`, where: movedOn })

export const STAGE_CONVERSION = ratio({ of: left, to: entered })

const due = additive<SalesDimension>({ kind: 'sum', fact: dueOpportunities, value: () => sql`1` })

/** Opportunities won or lost on a day that nobody noted were closed in time. */
const slipped = additive<SalesDimension>({
  kind: 'grouped',
  fact: dueOpportunities,
  per: [opportunities.id, opportunities.closedOn, isSettled],
  aggregate: ({ per: [, closedOn, settled] }, { to }) =>
    sql`count(*) filter (where ${closedOn} > ${to} or (${closedOn} is null and not ${settled}))`,
})

export const SLIPPAGE_RATE = ratio({ of: slipped, to: due })
