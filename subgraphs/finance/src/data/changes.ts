import { changes } from '@aems/drizzle/finance/tables.ts'
import { changesIn } from '@aems/kit/changes.ts'

/** What commands did to journals, budgets, claims, invoices and bills. */
export const { changeData, noteChange } = changesIn(changes)
