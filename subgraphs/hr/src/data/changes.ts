import { changes } from '@aems/drizzle/hr/tables.ts'
import { changesIn } from '@aems/kit/changes.ts'

/** What commands did to employees, requisitions, candidates, surveys, goals and org units. */
export const { changeData, noteChange } = changesIn(changes)
