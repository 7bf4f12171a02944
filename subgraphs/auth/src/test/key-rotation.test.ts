import { freshDatabase } from '@aems/drizzle/testing.ts'
import { decodeProtectedHeader } from 'jose'
import { expect, test } from 'vitest'
import { accessTokens } from '../access-tokens.ts'
import { signingKeyData } from '../data/signing-keys.ts'

const claims = { userId: '0197d1a0-0000-7000-8000-000000000001', companyId: null, sessionId: 'a session', acting: false }

test('a key that has signed for 30 days gives way to one that is announced first, and no token fails anywhere', async () => {
  const { open, secret, admin } = await freshDatabase()
  /** Another process: it has read no keys yet. */
  const process = () => accessTokens(signingKeyData(open('auth')), secret)
  const sign = (by = process()) => by.sign(claims, new Date(Date.now() + 600_000))
  const kid = (token: string) => decodeProtectedHeader(token).kid
  const longRunning = process()
  const before = await sign(longRunning)
  expect(await process().rotate()).toBe(false)
  await admin`update auth.signing_keys set created_at = now() - interval '31 days'`
  const rotated = await Promise.all(Array.from({ length: 10 }, () => process().rotate()))
  expect(rotated.filter(Boolean)).toHaveLength(1)

  // Announced: it is in the key set, and does not sign. A process that read its keys a moment ago knows every token.
  expect((await process().keySet()).keys).toHaveLength(2)
  const meanwhile = await sign()
  expect(kid(meanwhile)).toBe(kid(before))
  expect(await longRunning.read(meanwhile)).toMatchObject({ sessionId: 'a session' })

  await admin`update auth.signing_keys set created_at = created_at - interval '2 minutes', retired_at = retired_at - interval '2 minutes'`
  const after = await sign()
  expect(kid(after)).not.toBe(kid(before))
  for (const token of [before, meanwhile, after]) expect(await process().read(token)).not.toBeNull()

  // The old key goes once no token that it signed can hold.
  await admin`update auth.signing_keys set retired_at = retired_at - interval '20 minutes' where retired_at is not null`
  expect(await process().read(before)).toBeNull()
  expect(await process().read(after)).not.toBeNull()
  expect((await process().keySet()).keys).toHaveLength(1)
})
