import type { RowViewer } from '@aems/drizzle/client.ts'
import type { Viewer } from './viewer.ts'

/** Sees the deals and orders of every sales person, not their own alone. */
const ofEverySalesPerson = 'sales:all'

/** Whose rows the database shows to a viewer. */
export function rowViewer({ company, user, scopes, salesPersonId, employeeId }: Viewer): RowViewer {
  return {
    tenantId: company.id,
    userId: user.id,
    scopes,
    timeZone: company.timeZone,
    salesPersonId: scopes.has(ofEverySalesPerson) ? null : salesPersonId,
    employeeId,
  }
}
