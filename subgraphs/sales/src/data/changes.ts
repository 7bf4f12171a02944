import { changes } from '@aems/drizzle/sales/tables.ts'
import { changesIn } from '@aems/kit/changes.ts'

/** What commands did to orders, opportunities, customers and targets. */
export const { changeData, noteChange } = changesIn(changes)
