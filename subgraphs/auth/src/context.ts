import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { unauthenticated } from '@aems/kit/errors.ts'
import type { SubgraphRequest } from '@aems/kit/subgraph.ts'
import { noCompany, type Viewer } from '@aems/kit/viewer.ts'
import type { RunningImports } from './commands/import.ts'
import type { OperatorKey } from './commands/operator.ts'
import { type AuditEvents, auditEventData } from './data/audit-events.ts'
import { type Members, memberData } from './data/members.ts'
import { type People, peopleData } from './data/people.ts'
import type { Parts } from './parts.ts'

/** What resolvers work with, made anew for each request. */
export interface Context {
  readonly viewer: Viewer | null
  readonly request: SubgraphRequest
  readonly parts: Parts
  /** People and companies that the viewer may know of. */
  readonly people: People
  /** Members of the viewer's company. */
  readonly members: Members
  /** The security audit log of the viewer's company. */
  readonly auditEvents: AuditEvents
  /** Null: nobody imports through this server. */
  readonly imports: RunningImports | null
  readonly operatorKey: OperatorKey
}

export type Lasting = Pick<Context, 'parts' | 'imports' | 'operatorKey'> & { readonly database: DomainDatabase }

export function authContext({ database, ...lasting }: Lasting, request: SubgraphRequest): Context {
  const { viewer } = request
  const people = peopleData(database, viewer)
  const { id: companyId } = viewer?.company ?? noCompany
  const ofCompany = { members: memberData(database, companyId), auditEvents: auditEventData(database, companyId) }
  return { ...lasting, viewer, request, people, ...ofCompany }
}

/** Whether someone set this server up: they were there first, and beside an embedded server they hold its operator key. */
export async function isOperator({ parts }: Pick<Context, 'parts'>, { user }: Pick<Viewer, 'user'>): Promise<boolean> {
  return (await parts.users.first())?.id === user.id
}

/** @throws GraphError where nobody is signed in. */
export function signedIn({ viewer }: Pick<Context, 'viewer'>): Viewer {
  if (!viewer) throw unauthenticated()
  return viewer
}
