import { Refusal } from '@aems/kit/refusal.ts'
import { isId } from '@aems/kit/rows.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { providerUnlinkedLetter } from '../domain/letters.ts'
import type { Parts } from '../parts.ts'
import type { Request } from './begin-session.ts'
import { requireProof } from './prove-identity.ts'

/**
 * Lets the viewer link an account of theirs at a provider.
 * @returns where their browser goes to for that, within five minutes, on the web application.
 * @throws Refusal where there is no such provider, or they have not proven who they are.
 */
export async function beginAccountLink(parts: Parts, viewer: Viewer, provider: string): Promise<{ path: string }> {
  await requireProof(parts, viewer)
  if (!parts.providers.known(provider)) {
    throw new Refusal(
      `Nobody signs in by "${provider}" here. The query waysToSignIn lists the providers.`,
      ['input', 'provider'],
      'reference',
    )
  }
  const token = await parts.providerTokens.give('link', viewer.user.id, { provider })
  return { path: `/auth/oidc/${provider}?link=${token}` }
}

/**
 * Unlinks an account at a provider: it signs the viewer in no more.
 * @throws Refusal where they have none such, or have not proven who they are.
 */
export async function unlinkAccount(parts: Parts, request: Request, viewer: Viewer, id: string): Promise<{ id: string }> {
  await requireProof(parts, viewer)
  const { id: userId, email, name } = viewer.user
  const notice = parts.post.letter(email, providerUnlinkedLetter(name))
  if (!(isId(id) && (await parts.linkedAccounts.unlink(userId, id, notice)))) {
    throw new Refusal('You have no such linked account.', ['input', 'id'], 'reference')
  }
  parts.post.send()
  await parts.audit.add({
    action: 'provider-unlinked',
    userId,
    companyId: null,
    subject: { linkedAccountId: id },
    address: request.client.address,
    correlationId: request.correlationId,
  })
  return { id }
}
