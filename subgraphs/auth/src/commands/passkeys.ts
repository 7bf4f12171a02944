import { newId } from '@aems/drizzle/ids.ts'
import { Refusal } from '@aems/kit/refusal.ts'
import { isId } from '@aems/kit/rows.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import type { AuditEntry } from '../data/audit.ts'
import type { PasskeyRow } from '../data/passkeys.ts'
import { passkeyAddedLetter, passkeyRemovedLetter } from '../domain/letters.ts'
import { type Begun, challengeMs, isActing, provenMs } from '../domain/session.ts'
import type { Parts } from '../parts.ts'
import { membershipIn } from '../viewers.ts'
import { beginSession, type Request } from './begin-session.ts'
import { requireProof } from './prove-identity.ts'

const longestName = 80
const most = 20

/**
 * Asks the viewer's authenticator for a new passkey.
 * @throws Refusal where they have too many, or have not proven who they are.
 */
export async function beginPasskey(parts: Parts, viewer: Viewer): Promise<{ options: object }> {
  await requireProof(parts, viewer)
  const { passkeys, authenticators } = parts
  const known = await passkeys.ofUser(viewer.user.id)
  if (known.length >= most) throw new Refusal(`You have ${most} passkeys. Remove one that you no longer use.`)
  const { options, challengeHash } = await authenticators.toAdd(viewer.user, known)
  await passkeys.ask(challengeHash, viewer.user.id, new Date(Date.now() + challengeMs))
  return { options }
}

/**
 * Adds the passkey that the viewer's authenticator made; they are told by mail.
 * @throws Refusal where it is not what was asked for, or they have not proven who they are.
 */
export async function addPasskey(
  parts: Parts,
  request: Request,
  viewer: Viewer,
  { name, response }: { name: string; response: unknown },
): Promise<{ passkey: PasskeyRow }> {
  await requireProof(parts, viewer)
  const { passkeys, authenticators, post } = parts
  const { id: userId, email, name: person } = viewer.user
  const called = checkedName(name)
  const made = await authenticators.added(response, (challengeHash) => passkeys.answer(challengeHash, userId))
  if (!made)
    throw new Refusal('That is not the passkey that was asked for, or it took too long. Begin again.', ['input', 'response'])
  const passkey = await passkeys.add(
    { id: newId(), userId, name: called, ...made },
    post.letter(email, passkeyAddedLetter(person, called)),
  )
  if (!passkey) throw new Refusal('That passkey is known already.', ['input', 'response'])
  post.send()
  await record(parts, request, userId, 'passkey-added', passkey.id)
  return { passkey }
}

/** @throws Refusal where the viewer has no such passkey, or the name will not do. */
export async function renamePasskey(
  parts: Parts,
  viewer: Viewer,
  { id, name }: { id: string; name: string },
): Promise<{ passkey: PasskeyRow }> {
  requireOwn(viewer)
  const called = checkedName(name)
  const passkey = isId(id) ? await parts.passkeys.rename(viewer.user.id, id, called) : null
  if (!passkey) throw noSuchPasskey()
  return { passkey }
}

/** @throws Refusal where the viewer has no such passkey, or has not proven who they are. */
export async function removePasskey(parts: Parts, request: Request, viewer: Viewer, id: string): Promise<{ id: string }> {
  await requireProof(parts, viewer)
  const { passkeys, post } = parts
  const { id: userId, email, name } = viewer.user
  if (!(isId(id) && (await passkeys.remove(userId, id, post.letter(email, passkeyRemovedLetter(name)))))) throw noSuchPasskey()
  post.send()
  await record(parts, request, userId, 'passkey-removed', id)
  return { id }
}

/** Asks whoever wants to sign in for a passkey, whichever they have. */
export async function beginPasskeySignIn({ passkeys, authenticators }: Parts): Promise<{ options: object }> {
  const { options, challengeHash } = await authenticators.toUse()
  await passkeys.ask(challengeHash, null, new Date(Date.now() + challengeMs))
  return { options }
}

/**
 * Signs someone in by a passkey: it is in their hands and knows them, so that no code is asked for.
 * @throws Refusal where it is not what was asked for, is not known here, or its owner may not sign in.
 */
export async function finishPasskeySignIn(parts: Parts, request: Request, response: unknown): Promise<Begun> {
  const passkey = await usedPasskey(parts, response)
  const user = passkey && (await parts.users.byId(passkey.userId))
  if (!user || user.disabledAt) {
    await record(parts, request, user?.id ?? null, 'sign-in-refused', passkey?.id ?? null)
    throw new Refusal('That passkey does not sign you in here, or it took too long. Try again, or use your password.', [
      'input',
      'response',
    ])
  }
  const membership = membershipIn(await parts.memberships.ofUser(user.id), null)
  const begun = await beginSession(parts, request, user, membership)
  await record(parts, request, user.id, 'signed-in', passkey.id, membership?.company.id)
  return begun
}

/**
 * Proves by a passkey who holds a session.
 * @throws Refusal where it is none of theirs, or not what was asked for.
 */
export async function provePasskey(
  parts: Parts,
  request: Request,
  viewer: Viewer,
  response: unknown,
): Promise<{ until: string }> {
  requireOwn(viewer)
  const passkey = await usedPasskey(parts, response)
  if (passkey?.userId !== viewer.user.id) {
    await record(parts, request, viewer.user.id, 'identity-not-proven', null)
    throw new Refusal('That is none of your passkeys, or it took too long. Try again.', ['input', 'response'])
  }
  await parts.sessions.prove(viewer.sessionId)
  await record(parts, request, viewer.user.id, 'identity-proven', passkey.id)
  return { until: new Date(Date.now() + provenMs).toISOString() }
}

async function usedPasskey({ passkeys, authenticators }: Parts, response: unknown): Promise<PasskeyRow | null> {
  const credentialId = authenticators.claimed(response)
  const passkey = credentialId && (await passkeys.byCredential(credentialId))
  if (!passkey) return null
  const used = await authenticators.used(response, passkey, (challengeHash) => passkeys.answer(challengeHash, null))
  return used && (await passkeys.use(passkey.id, passkey.counter, used)) ? passkey : null
}

function checkedName(name: string): string {
  const text = name.trim()
  if (text.length > 0 && text.length <= longestName) return text
  throw new Refusal(`Give it a name of up to ${longestName} characters, such as that of the device.`, ['input', 'name'], 'value')
}

function requireOwn({ sessionId }: Viewer): void {
  if (isActing(sessionId)) throw new Refusal("Nobody uses passkeys on another's behalf. Sign in as yourself.")
}

const noSuchPasskey = () => new Refusal('You have no such passkey.', ['input', 'id'], 'reference')

const record = (
  { audit }: Pick<Parts, 'audit'>,
  { client, correlationId }: Request,
  userId: string | null,
  action: AuditEntry['action'],
  passkeyId: string | null,
  companyId: string | null = null,
): Promise<void> => audit.add({ action, userId, companyId, subject: { passkeyId }, address: client.address, correlationId })
