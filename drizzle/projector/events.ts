import type { Domain } from '@aems/schema/sdl.ts'
import type postgres from 'postgres'
import { appRole } from '../roles.ts'

/** Something that happened in a domain, as its outbox tells it. */
export interface Event {
  readonly id: string
  readonly tenantId: string
  /** The noun and what became of it, such as employee.hired. */
  readonly type: string
  /** Id of the noun. */
  readonly subjectId: string | null
}

/** The next events of a domain that are not projected, company by company; none: all of them are. */
export async function unprojectedEvents(session: postgres.Sql, domain: Domain): Promise<Map<string, Event[]>> {
  const rows = await session.begin(async (transaction) => {
    await transaction.unsafe(`set local role ${appRole(domain)}`)
    return transaction.unsafe<{ tenant_id: string; id: string; type: string; subject_id: string | null }[]>(
      `select tenant_id, id, type, subject_id from ${domain}.unprojected_events()`,
    )
  })
  const byTenant = new Map<string, Event[]>()
  for (const { tenant_id: tenantId, id, type, subject_id: subjectId } of rows) {
    byTenant.set(tenantId, [...(byTenant.get(tenantId) ?? []), { id, tenantId, type, subjectId }])
  }
  return byTenant
}

/** Notes that events are projected, in the transaction that did so. */
export async function markProjected(session: postgres.TransactionSql, domain: Domain, events: readonly Event[]): Promise<void> {
  await session.unsafe(`set local role ${appRole(domain)}`)
  await session.unsafe(`update ${domain}.outbox set projected_at = now() where tenant_id = $1 and id = any($2)`, [
    events[0]?.tenantId ?? null,
    events.map(({ id }) => id),
  ])
  await session`set local role none`
}
