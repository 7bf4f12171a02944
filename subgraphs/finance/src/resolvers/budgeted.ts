import type { Serving } from '@aems/kit/serving.ts'
import type { BudgetRow } from '../data/ledger-entries.ts'
import type { BudgetedResolvers } from '../graph.generated.ts'
import { referenceTo } from './elsewhere.ts'

export const Budgeted: Serving<BudgetedResolvers, BudgetRow> = {
  account: ({ accountId }, _, { finance }) => finance.accounts.byId(accountId),
  orgUnit: ({ orgUnitId }) => referenceTo(orgUnitId),
}
