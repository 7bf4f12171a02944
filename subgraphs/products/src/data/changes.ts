import { changes } from '@aems/drizzle/products/tables.ts'
import { changesIn } from '@aems/kit/changes.ts'

/** What commands did to products and purchase orders. */
export const { changeData, noteChange } = changesIn(changes)
