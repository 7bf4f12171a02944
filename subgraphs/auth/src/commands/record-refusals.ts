import { noCompany, type Viewer } from '@aems/kit/viewer.ts'
import type { Parts } from '../parts.ts'
import type { Request } from './begin-session.ts'

/** Records that the router refused fields to the viewer, as it counted them. */
export async function recordRefusals(
  { audit }: Parts,
  { client, correlationId }: Request,
  { user, company }: Viewer,
  { fields, count }: { fields: readonly string[]; count: number },
): Promise<void> {
  if (company.id === noCompany.id) return
  await audit.add({
    action: 'fields-refused',
    userId: user.id,
    companyId: company.id,
    subject: { fields, count },
    address: client.address,
    correlationId,
  })
}
