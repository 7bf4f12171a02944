import { randomBytes } from 'node:crypto'
import { newId } from '@aems/drizzle/ids.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import type { AuditEntry } from '../data/audit.ts'
import type { UserRow } from '../data/users.ts'
import { providerLinkedLetter } from '../domain/letters.ts'
import { nameOf } from '../domain/person.ts'
import type { Asked, Begun } from '../domain/session.ts'
import type { Parts } from '../parts.ts'
import { hashPassword } from '../passwords.ts'
import { type Identity, ProviderRefusal } from '../providers.ts'
import { membershipIn } from '../viewers.ts'
import { beginSession, type Request } from './begin-session.ts'
import { askForCode } from './finish-sign-in.ts'
import { tryPassword } from './password-attempt.ts'

/** Why a page is shown again; the page says it in words. */
type Problem = 'unavailable' | 'expired' | 'cancelled' | 'failed' | 'no-account' | 'linked-elsewhere'

/** Where a browser goes next, on the web application. What only it may know stands after #. */
interface Next {
  readonly to: string
}

const problemAt = (path: string, problem: Problem): Next => ({ to: `${path}#problem=${problem}` })

/**
 * Sends a browser to an identity provider, to sign in or, with the token of `beginAccountLink`, to link an account.
 * @returns also the state, which the browser must bring back in a cookie.
 */
export async function beginProviderSignIn(
  parts: Parts,
  { provider: id, link }: { provider: string; link: string | null },
): Promise<Next & { state: string | null }> {
  const { providers, providerTokens } = parts
  const linking = link === null ? null : await providerTokens.take('link', link)
  const provider = providers.known(id)
  if (!provider || (link !== null && linking?.content.provider !== id)) return { ...problemAt('/login', 'expired'), state: null }
  try {
    const { url, state, flow } = await providers.begin(provider)
    await providerTokens.give('state', linking?.userId ?? null, flow, state)
    return { to: url, state }
  } catch {
    return { ...problemAt('/login', 'unavailable'), state: null }
  }
}

/**
 * Receives a browser back from a provider, whose state was in its cookie: signs in who is linked, asks for a code where they
 * have a second factor, and for the password where their address has an account here that is not linked yet.
 */
export async function finishProviderSignIn(
  parts: Parts,
  request: Request,
  viewer: Viewer | null,
  { state, query }: { state: string; query: string },
): Promise<Next> {
  const flow = await parts.providerTokens.take('state', state)
  if (!flow) return problemAt('/login', 'expired')
  const page = flow.userId === null ? '/login' : '/settings/security'
  let identity: Identity
  try {
    identity = await parts.providers.finish(flow.content, state, query)
  } catch (error) {
    if (error instanceof ProviderRefusal) return problemAt(page, error.cancelled ? 'cancelled' : 'failed')
    return problemAt(page, 'unavailable')
  }
  if (flow.userId === null) return signInAs(parts, request, identity)
  // Whoever began to link must still be there: nobody links another's browser to their own account.
  if (viewer?.user.id !== flow.userId) return problemAt(page, 'expired')
  return linkTo(parts, request, viewer, identity)
}

async function signInAs(parts: Parts, request: Request, identity: Identity): Promise<Next> {
  const { linkedAccounts, users, providerTokens } = parts
  const linked = await linkedAccounts.of(identity.issuer, identity.subject)
  if (linked) {
    const user = await users.byId(linked.userId)
    if (!user || user.disabledAt) return problemAt('/login', 'no-account')
    await linkedAccounts.used(linked.id)
    return enter(parts, request, user)
  }
  if (identity.email === null || !identity.emailVerified) return problemAt('/login', 'no-account')
  const known = await users.byEmail(identity.email)
  if (!known) return registerAs(parts, request, { ...identity, email: identity.email })
  if (known.disabledAt) return problemAt('/login', 'no-account')
  const { issuer, subject } = identity
  return { to: `/login#link=${await providerTokens.give('offer', known.id, { issuer, subject, email: identity.email })}` }
}

/** Where registration is open, a provider's word on an address is as good as a link that was mailed there. */
async function registerAs(parts: Parts, request: Request, identity: Identity & { email: string }): Promise<Next> {
  const { settings, linkedAccounts, users } = parts
  if (settings.registration !== 'open') return problemAt('/login', 'no-account')
  const { issuer, subject, email } = identity
  const id = newId()
  const name = nameOf(identity.name ?? '') ?? email
  // Nobody knows the password; they can choose one by mail.
  const passwordHash = await hashPassword(randomBytes(32).toString('base64url'))
  const made = await linkedAccounts.register(
    { id, email, name, passwordHash, emailVerifiedAt: new Date() },
    { issuer, subject, userId: id, email },
  )
  const user = made ? await users.byId(id) : null
  if (!user) return problemAt('/login', 'failed')
  await record(parts, request, id, 'registered')
  return enter(parts, request, user)
}

/** Linked accounts are as good as the password: the second factor is asked for after them. */
async function enter(parts: Parts, request: Request, user: UserRow): Promise<Next> {
  const begun = await proceed(parts, request, user)
  return { to: 'challenge' in begun ? `/login#challenge=${begun.challenge}` : '/' }
}

async function proceed(parts: Parts, request: Request, user: UserRow): Promise<Begun | Asked> {
  const factor = await parts.secondFactors.ofUser(user.id)
  if (factor?.confirmedAt) {
    await record(parts, request, user.id, 'second-factor-asked')
    return askForCode(parts, user.id)
  }
  const membership = membershipIn(await parts.memberships.ofUser(user.id), null)
  const begun = await beginSession(parts, request, user, membership)
  await record(parts, request, user.id, 'signed-in', membership?.company.id)
  return begun
}

async function linkTo(parts: Parts, request: Request, viewer: Viewer, { issuer, subject, email }: Identity): Promise<Next> {
  const page = '/settings/security'
  const notice = parts.post.letter(viewer.user.email, providerLinkedLetter(viewer.user.name, issuer))
  const linked = await parts.linkedAccounts.link({ issuer, subject, userId: viewer.user.id, email }, notice)
  if (!linked) {
    const holder = await parts.linkedAccounts.of(issuer, subject)
    return holder?.userId === viewer.user.id ? { to: `${page}#linked` } : problemAt(page, 'linked-elsewhere')
  }
  parts.post.send()
  await record(parts, request, viewer.user.id, 'provider-linked')
  return { to: `${page}#linked` }
}

/**
 * Links somebody who came back from a provider to the account with their address, by its password, and signs them in. Null:
 * the offer holds no more, or the password is wrong; which is not told.
 */
export async function linkByPassword(
  parts: Parts,
  request: Request,
  { offer, password }: { offer: string; password: string },
): Promise<Begun | Asked | null> {
  const { providerTokens, users, linkedAccounts, post } = parts
  const offered = await providerTokens.look('offer', offer)
  const user = offered?.userId ? await users.byId(offered.userId) : null
  if (!offered || !user || user.disabledAt) return null
  const outcome = await tryPassword(parts, request, { email: user.email, password, user })
  if (outcome !== 'right' || !(await providerTokens.take('offer', offer))) {
    await record(parts, request, user.id, 'sign-in-refused')
    return null
  }
  const { issuer, subject, email } = offered.content
  const notice = post.letter(user.email, providerLinkedLetter(user.name, issuer))
  if (await linkedAccounts.link({ issuer, subject, userId: user.id, email }, notice)) {
    post.send()
    await record(parts, request, user.id, 'provider-linked')
  }
  return proceed(parts, request, user)
}

const record = (
  { audit }: Pick<Parts, 'audit'>,
  { client, correlationId }: Request,
  userId: string,
  action: AuditEntry['action'],
  companyId: string | null = null,
): Promise<void> => audit.add({ action, userId, companyId, subject: { by: 'provider' }, address: client.address, correlationId })
