import { z } from 'zod'
import type { LinkedAccounts, ProviderTokenRow } from './data/linked-accounts.ts'
import { hashOfToken, newToken } from './mailed-token.ts'
import { flowSchema } from './providers.ts'
import { keyFor, seal, unseal } from './sealing.ts'

/** What a token of each kind is about. */
const contents = {
  /** A browser is at the provider. */
  state: flowSchema,
  /** Somebody who is signed in wants to link an account of theirs. */
  link: z.object({ provider: z.string() }),
  /** Somebody came back whose address has an account here: its password links them. */
  offer: z.object({ issuer: z.string(), subject: z.string(), email: z.string() }),
}
type Kind = ProviderTokenRow['kind']
type Content<Of extends Kind> = z.infer<(typeof contents)[Of]>

const minutes: Readonly<Record<Kind, number>> = { state: 10, link: 5, offer: 10 }

/** What is remembered of sign-ins at providers. */
export interface ProviderTokens {
  /** @param token default: a new one. @returns the token. */
  give<Of extends Kind>(kind: Of, userId: string | null, content: Content<Of>, token?: string): Promise<string>
  /** Uses it up. Null: it was used or has run out. */
  take<Of extends Kind>(kind: Of, token: string): Promise<{ userId: string | null; content: Content<Of> } | null>
  /** As `take`, and keeps it. */
  look<Of extends Kind>(kind: Of, token: string): Promise<{ userId: string | null; content: Content<Of> } | null>
}

/** @param secret the installation's: what is remembered is sealed with it. */
export function providerTokensOf(accounts: LinkedAccounts, secret: string): ProviderTokens {
  const sealing = keyFor(secret, 'sign-ins at providers')
  const place = (kind: Kind, hash: Buffer) => `${kind} ${hash.toString('hex')}`
  const open = <Of extends Kind>(kind: Of, row: ProviderTokenRow | null) =>
    row && {
      userId: row.userId,
      content: contents[kind].parse(
        JSON.parse(unseal(row.contentSealed, sealing, place(kind, row.tokenHash)).toString()),
      ) as Content<Of>,
    }
  return {
    give: async (kind, userId, content, token = newToken().token) => {
      const tokenHash = hashOfToken(token)
      const contentSealed = seal(Buffer.from(JSON.stringify(content)), sealing, place(kind, tokenHash))
      const expiresAt = new Date(Date.now() + minutes[kind] * 60_000)
      await accounts.remember({ tokenHash, kind, userId, contentSealed, expiresAt })
      return token
    },
    take: async (kind, token) => open(kind, await accounts.take(kind, hashOfToken(token))),
    look: async (kind, token) => open(kind, await accounts.look(kind, hashOfToken(token))),
  }
}
