import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { newId } from '@aems/drizzle/ids.ts'
import { membershipData } from './data/memberships.ts'
import { userData } from './data/users.ts'
import { normalized } from './domain/password.ts'
import { hashPassword, oneTimePassword } from './passwords.ts'

export interface FirstUser {
  readonly id: string
  readonly email: string
  /** Shown once, and replaced at first sign-in; null where they have a password of their own. */
  readonly oneTimePassword: string | null
  /** Whether they were made just now. */
  readonly isNew: boolean
}

export interface FirstUserOptions {
  readonly database: DomainDatabase
  /** Where there is nobody yet, the first user gets this e-mail. */
  readonly email: string
  /** Without it, they get a one-time password. */
  readonly password?: string | undefined
}

/** Finds the first user, or makes them where there is nobody yet. */
export async function ensureFirstUser({ database, email, password }: FirstUserOptions): Promise<FirstUser> {
  const users = userData(database)
  const known = await users.first()
  if (known) return { id: known.id, email: known.email, oneTimePassword: null, isNew: false }
  const once = password === undefined ? oneTimePassword() : null
  const user = await users.add({
    id: newId(),
    email: email.trim(),
    name: nameFrom(email),
    passwordHash: await hashPassword(normalized(password ?? once ?? '')),
    mustChangePassword: once !== null,
  })
  if (user) return { id: user.id, email: user.email, oneTimePassword: once, isNew: true }
  // Another process was quicker.
  return ensureFirstUser({ database, email, password })
}

/** Makes someone an owner of a company. */
export async function makeOwner(database: DomainDatabase, companyId: string, userId: string): Promise<void> {
  await membershipData(database).set(companyId, userId, ['owner'])
}

/** `jane.doe@example.com` → `Jane Doe`, until they say what they are called. */
function nameFrom(email: string): string {
  const words = (email.split('@')[0] ?? '').split(/[._-]+/).filter((word) => word !== '')
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || email
}
