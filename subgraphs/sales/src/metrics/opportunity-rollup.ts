import { opportunityRollupDeltas as deltas, opportunityRollups as rollups } from '@aems/drizzle/sales/tables.ts'
import type { Grain } from '@aems/kit/metrics/cover.ts'
import { measuresOf } from '@aems/kit/metrics/definition.ts'
import { type RolledSum, type Rollup, rolledSums } from '@aems/kit/metrics/rollups.ts'
import type { SalesDimension } from '../graph.generated.ts'
import { AVERAGE_DEAL_SIZE, OPPORTUNITIES_LOST, OPPORTUNITIES_WON, SALES_CYCLE_DAYS, WIN_RATE, WON_AMOUNT } from './pipeline.ts'
import { seesEveryOrder } from './rollups.ts'

const everyGrain: readonly Grain[] = ['day', 'month', 'year']

const count = (column: string): RolledSum => ({ value: column, facts: column })

const [, settled] = measuresOf(WIN_RATE)
const [, wonWithAmount] = measuresOf(AVERAGE_DEAL_SIZE)
const [daysToWin, winsWithDays] = measuresOf(SALES_CYCLE_DAYS)
if (!settled || !wonWithAmount || !daysToWin || !winsWithDays) throw new TypeError('A ratio has two parts.')

/** What became of opportunities, by the day that they were won or lost. */
export const opportunityRollup: Rollup<SalesDimension> = {
  cells: { name: 'sales.opportunity_rollups', table: rollups },
  deltas,
  splits: [
    { dimension: '', grains: everyGrain, deltas: {}, reaches: () => ({}) },
    {
      ...{ dimension: 'SALES_PERSON', grains: everyGrain, byId: true, deltas: { member: deltas.salesPersonId } },
      reaches: (key) => ({ SALES_PERSON: { key } }),
    },
  ],
  sums: rolledSums<SalesDimension>([
    [OPPORTUNITIES_WON, count('won')],
    [OPPORTUNITIES_LOST, count('lost')],
    [WON_AMOUNT, { value: 'won_amount', facts: 'won', known: 'won_with_amount' }],
    [settled, count('settled')],
    [wonWithAmount, count('won_with_amount')],
    [daysToWin, { value: 'days_to_win', facts: 'won_with_days' }],
    [winsWithDays, count('won_with_days')],
  ]),
  leavesOutUndated: true,
  serves: seesEveryOrder,
}
