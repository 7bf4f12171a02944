import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { buildSubgraph } from '@aems/kit/build.ts'
import type { Subgraph } from '@aems/kit/subgraph.ts'
import { headSigner } from './audit/chain.ts'
import { keepSealing } from './audit/seal.ts'
import { openImports } from './commands/import.ts'
import { authContext, type Context } from './context.ts'
import { type IdentitySettings, usualSettings } from './environment.ts'
import type { Resolvers, ResolversParentTypes } from './graph.generated.ts'
import type { StartImportProcess } from './import-process.ts'
import { openParts } from './parts.ts'
import { ApiKey } from './resolvers/api-key.ts'
import { AuditEvent } from './resolvers/audit-event.ts'
import { Company } from './resolvers/company.ts'
import { Import } from './resolvers/import.ts'
import { Invitation } from './resolvers/invitation.ts'
import { Mail } from './resolvers/mail.ts'
import { Me } from './resolvers/me.ts'
import { Member } from './resolvers/member.ts'
import { Mutation } from './resolvers/mutation.ts'
import { Passkey } from './resolvers/passkey.ts'
import { LinkedAccount } from './resolvers/provider.ts'
import { Query } from './resolvers/query.ts'
import { Session } from './resolvers/session.ts'
import { User } from './resolvers/user.ts'
import { keepTidy } from './upkeep.ts'

export interface AuthOptions {
  readonly database: DomainDatabase
  /** The installation's: signing keys are sealed with it. */
  readonly secret: string
  /** Default: no mail server, the web application on this machine. */
  readonly settings?: IdentitySettings | undefined
  /** Lets whoever holds it act on anyone's behalf; beside an embedded server alone. */
  readonly operatorKey?: string | undefined
  /** Without it, nothing is imported through this server. */
  readonly startImportProcess?: StartImportProcess | undefined
  /** Whether other servers may import into the same database. */
  readonly sharesImports?: boolean
}

/** People, companies, who belongs where, and who may do what. */
export function createSubgraph({
  database,
  secret,
  settings = usualSettings,
  operatorKey,
  startImportProcess,
  sharesImports = false,
}: AuthOptions): Subgraph<Context> {
  const parts = openParts(database, secret, settings)
  const imports = startImportProcess ? openImports(parts, startImportProcess, { alone: !sharesImports }) : null
  const endTidying = keepTidy(parts)
  const endSealing = keepSealing(database, headSigner(secret))
  const lasting = { database, parts, imports, operatorKey: operatorKey ?? null }
  return {
    name: 'auth',
    schema: buildSubgraph<Resolvers, ResolversParentTypes>('auth', {
      Query,
      Mutation,
      ApiKey,
      AuditEvent,
      Me,
      Member,
      Company,
      User,
      Import,
      Session,
      Mail,
      LinkedAccount,
      Passkey,
      Invitation,
    }),
    context: (request) => authContext(lasting, request),
    close: async () => {
      await imports?.close()
      endTidying()
      await endSealing()
      await parts.post.close()
      await database.close()
    },
  }
}
