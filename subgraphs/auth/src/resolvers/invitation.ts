import { orRefused } from '@aems/kit/refusal.ts'
import type { Serving } from '@aems/kit/serving.ts'
import { acceptInvitation, invitationFor } from '../commands/accept-invitation.ts'
import { inviteMember, resendInvitation, revokeInvitation } from '../commands/invite-member.ts'
import { signedIn } from '../context.ts'
import type { InvitationRow } from '../data/invitations.ts'
import type { InvitationResolvers, MutationResolvers, QueryResolvers } from '../graph.generated.ts'

const shown = 200

export const invitationQueries: Pick<Serving<QueryResolvers, object>, 'invitations' | 'invitation'> = {
  invitations: (_, __, context) => context.parts.invitations.ofCompany(signedIn(context).company.id, shown),
  invitation: async (_, { token }, { parts }) => {
    const found = await invitationFor(parts, token)
    return found && { ...found, expiresAt: found.expiresAt.toISOString() }
  },
}

export const Invitation: Serving<InvitationResolvers, InvitationRow> = {
  status: ({ acceptedAt, revokedAt, expiresAt }) =>
    acceptedAt ? 'ACCEPTED' : revokedAt ? 'REVOKED' : expiresAt.getTime() <= Date.now() ? 'EXPIRED' : 'OPEN',
  invitedBy: ({ invitedBy }, _, { people }) => (invitedBy === null ? null : people.person(invitedBy)),
  createdAt: ({ createdAt }) => createdAt.toISOString(),
  expiresAt: ({ expiresAt }) => expiresAt.toISOString(),
}

type Names = 'inviteMember' | 'resendInvitation' | 'revokeInvitation' | 'acceptInvitation'

export const invitationMutations: Pick<Serving<MutationResolvers, object>, Names> = {
  inviteMember: (_, { input: { email, roles, employeeId, salesPersonId } }, context) =>
    orRefused(
      'InvitationRefused',
      inviteMember(context.parts, context.request, signedIn(context), {
        email,
        roles,
        employeeId: employeeId ?? null,
        salesPersonId: salesPersonId ?? null,
      }).then((saved) => ({ __typename: 'InvitationSaved' as const, ...saved })),
    ),
  resendInvitation: (_, { input }, context) =>
    orRefused(
      'InvitationRefused',
      resendInvitation(context.parts, context.request, signedIn(context), input.id).then((saved) => ({
        __typename: 'InvitationSaved' as const,
        ...saved,
      })),
    ),
  revokeInvitation: (_, { input }, context) =>
    orRefused(
      'InvitationRefused',
      revokeInvitation(context.parts, context.request, signedIn(context), input.id).then((saved) => ({
        __typename: 'InvitationSaved' as const,
        ...saved,
      })),
    ),
  acceptInvitation: (_, { input: { token, name, password } }, { parts, request, viewer }) =>
    orRefused(
      'AcceptInvitationRefused',
      acceptInvitation(parts, request, viewer, { token, name: name ?? null, password: password ?? null }).then((accepted) =>
        'company' in accepted
          ? { __typename: 'CompanyJoined' as const, ...accepted }
          : { __typename: 'SignedIn' as const, ...accepted },
      ),
    ),
}
