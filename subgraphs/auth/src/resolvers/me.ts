import type { Serving } from '@aems/kit/serving.ts'
import { noCompany, type Viewer } from '@aems/kit/viewer.ts'
import { provenUntil } from '../commands/prove-identity.ts'
import { isOperator } from '../context.ts'
import { isActing } from '../domain/session.ts'
import type { MeResolvers } from '../graph.generated.ts'

export const Me: Serving<MeResolvers, Omit<Viewer, 'company' | 'scopes'>> = {
  company: ({ company }) => (company.id === noCompany.id ? null : company),
  companies: async ({ user }, _, { parts }) => {
    const belongs = await parts.memberships.ofUser(user.id)
    return belongs.map(({ company }) => company).sort((a, b) => a.name.localeCompare(b.name))
  },
  scopes: ({ scopes }) => [...scopes].sort(),
  mustChangePassword: async ({ user, sessionId }, _, { parts }) =>
    !isActing(sessionId) && ((await parts.users.byId(user.id))?.mustChangePassword ?? false),
  isEmailVerified: async ({ user }, _, { parts }) => (await parts.users.byId(user.id))?.emailVerifiedAt != null,
  passkeys: ({ user }, _, { parts }) => parts.passkeys.ofUser(user.id),
  linkedAccounts: ({ user }, _, { parts }) => parts.linkedAccounts.ofUser(user.id),
  isOperator: ({ user }, _, context) => isOperator(context, { user }),
  provenUntil: async ({ sessionId }, _, { parts }) => (await provenUntil(parts, sessionId))?.toISOString() ?? null,
  sessions: ({ user }, _, { parts }) => parts.sessions.ofUser(user.id),
  secondFactor: async ({ user }, _, { parts: { secondFactors } }) => {
    const factor = await secondFactors.ofUser(user.id)
    if (!factor?.confirmedAt) return null
    return { confirmedAt: factor.confirmedAt.toISOString(), backupCodesLeft: await secondFactors.backupCodesLeft(user.id) }
  },
}
