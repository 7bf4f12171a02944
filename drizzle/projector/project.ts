import type { Domain } from '@aems/schema/sdl.ts'
import type postgres from 'postgres'
import { loadedFiles } from '../import/format.ts'
import { type Projection, projections } from '../projections.ts'
import { appRole } from '../roles.ts'
import { setViewer } from '../row-viewer.ts'
import { type Event, markProjected } from './events.ts'
import { projectSales } from './projected-sales.ts'

/**
 * Brings projections in line with what events of one company tell of: its rows are read as they are now, so that an event
 * that comes twice, or late, does no harm. In one transaction with the note that it is done.
 */
export async function projectEvents(session: postgres.TransactionSql, domain: Domain, events: readonly Event[]): Promise<void> {
  const [first] = events
  if (first === undefined) return
  const { tenantId } = first
  // As an import: every row of the company, whoever changed it.
  await setViewer(session, { tenantId, userId: null, scopes: ['import:write'] })
  await session`select pg_advisory_xact_lock(hashtextextended(${`project ${domain} ${tenantId}`}, 0))`
  for (const projection of projections.filter(({ owner, reader }) => owner === domain && reader !== domain)) {
    const ids = subjects(events, nounOf(projection.table))
    if (ids.length > 0) await copyRows(session, projection, ids)
  }
  const orders = domain === 'sales' ? subjects(events, 'order') : []
  if (orders.length > 0) await projectSales(session, tenantId, orders)
  await markProjected(session, domain, events)
}

const nounOf = (table: string): string | undefined => loadedFiles.find((file) => file.table === table)?.noun

/** Ids of the nouns of a kind that events tell of, each once. */
const subjects = (events: readonly Event[], noun: string | undefined): string[] => [
  ...new Set(events.flatMap(({ type, subjectId }) => (subjectId !== null && type.startsWith(`${noun}.`) ? [subjectId] : []))),
]

async function copyRows(session: postgres.TransactionSql, projection: Projection, ids: readonly string[]): Promise<void> {
  const { owner, reader, table, projected, columns } = projection
  await session.unsafe(`set local role ${appRole(owner)}`)
  const [found] = await session.unsafe<{ rows: unknown }[]>(
    `select jsonb_agg(to_jsonb(t)) as rows from (select ${columns.join(', ')} from ${table} where id = any($1)) t`,
    [[...ids]],
  )
  await session.unsafe(`set local role ${appRole(reader)}`)
  const attributes = columns.filter((column) => column !== 'tenant_id' && column !== 'id')
  const list = (of: string) => attributes.map((column) => `${of}.${column}`).join(', ')
  await session.unsafe(
    `insert into ${projected} as p (${columns.join(', ')})
     select ${columns.join(', ')} from jsonb_populate_recordset(null::${projected}, $1::text::jsonb)
     on conflict (tenant_id, id) do update
     set ${attributes.map((column) => `${column} = excluded.${column}`).join(', ')}, projected_at = now()
     where (${list('p')}) is distinct from (${list('excluded')})`,
    [JSON.stringify(found?.rows ?? [])],
  )
  await session`set local role none`
}
