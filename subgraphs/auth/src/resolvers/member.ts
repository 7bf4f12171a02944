import { orRefused } from '@aems/kit/refusal.ts'
import type { Serving } from '@aems/kit/serving.ts'
import { endMemberSessions } from '../commands/end-member-sessions.ts'
import { linkMember } from '../commands/link-member.ts'
import { setMemberRoles } from '../commands/set-member-roles.ts'
import { suspendMember } from '../commands/suspend-member.ts'
import { type Context, signedIn } from '../context.ts'
import type { MemberRow } from '../data/members.ts'
import type { MemberResolvers, MutationResolvers } from '../graph.generated.ts'

export const Member: Serving<MemberResolvers, MemberRow> = {
  employee: ({ employeeId }) => (employeeId === null ? null : { id: employeeId }),
  salesPerson: ({ salesPersonId }) => (salesPersonId === null ? null : { id: salesPersonId }),
  sessions: async ({ id }, _, { members }) => (await members.sessionsOf(id)).slice(0, 100),
}

type Commands = 'suspendMember' | 'restoreMember' | 'setMemberRoles' | 'linkMember' | 'endMemberSessions'

/** What an administrator does about members of the company. */
export const memberMutations: Pick<Serving<MutationResolvers, object>, Commands> = {
  suspendMember: (_, { input }, context) =>
    orRefused(
      'SuspendMemberRefused',
      suspend(context, input.email, true).then((changed) => ({ __typename: 'MemberSuspended' as const, ...changed })),
    ),
  restoreMember: (_, { input }, context) =>
    orRefused(
      'SuspendMemberRefused',
      suspend(context, input.email, false).then((changed) => ({ __typename: 'MemberRestored' as const, ...changed })),
    ),
  setMemberRoles: (_, { input }, context) =>
    orRefused(
      'SetMemberRolesRefused',
      setMemberRoles(context.parts, context.request, signedIn(context), input).then((done) => changed(context, done)),
    ),
  linkMember: (_, { input: { memberId, employeeId = null, salesPersonId = null } }, context) =>
    orRefused(
      'LinkMemberRefused',
      linkMember(context.parts, context.request, signedIn(context), { memberId, employeeId, salesPersonId }).then((done) =>
        changed(context, done),
      ),
    ),
  endMemberSessions: (_, { input: { memberId, sessionId = null } }, context) =>
    orRefused(
      'EndMemberSessionsRefused',
      endMemberSessions(context.parts, context.request, signedIn(context), { memberId, sessionId }).then((ended) => ({
        __typename: 'MemberSessionsEnded' as const,
        ...ended,
      })),
    ),
}

const suspend = (context: Context, email: string, suspended: boolean) =>
  suspendMember(context.parts, context.request, signedIn(context), { email, suspended })

async function changed({ members }: Context, { memberId }: { memberId: string }) {
  const member = await members.byId(memberId)
  if (member === null) throw new TypeError('A member was changed who is none.')
  return { __typename: 'MemberChanged' as const, member }
}
