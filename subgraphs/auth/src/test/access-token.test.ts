import { createPrivateKey } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { newId } from '@aems/drizzle/ids.ts'
import { freshDatabase } from '@aems/drizzle/testing.ts'
import { type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { accessTokens } from '../access-tokens.ts'
import { signingKeyData } from '../data/signing-keys.ts'
import { keyFor, unseal } from '../sealing.ts'

const claims = { userId: newId(), companyId: newId(), sessionId: newId(), acting: false }
const soon = () => new Date(Date.now() + 60_000)

/** Tokens over a database of the test's own, and a way to sign anything with the very key that they are signed with. */
async function signing() {
  const { open, admin, secret } = await freshDatabase()
  const tokens = accessTokens(signingKeyData(open('auth')), secret)
  const signed = async (payload: JWTPayload, header: Partial<JWTHeaderParameters> = {}): Promise<string> => {
    const [key] = await admin<{ id: string; sealed: Buffer }[]>`
      select id, private_key_encrypted as sealed from auth.signing_keys order by created_at`
    if (!key) throw new Error('No key was made yet.')
    const pem = unseal(key.sealed, keyFor(secret, 'signing keys'), key.id).toString('utf8')
    return new SignJWT({ iss: 'a-ems', aud: 'a-ems', sub: claims.userId, sid: claims.sessionId, company: null, ...payload })
      .setProtectedHeader({ alg: 'EdDSA', kid: key.id, typ: 'at+jwt', ...header })
      .sign(createPrivateKey(pem))
  }
  /** As another process has them, which reads the keys anew. */
  const elsewhere = () => accessTokens(signingKeyData(open('auth')), secret)
  return { admin, tokens, signed, elsewhere }
}

test('a token says again what was signed', async () => {
  const { tokens } = await signing()
  for (const said of [claims, { ...claims, companyId: null, acting: true }]) {
    expect(await tokens.read(await tokens.sign(said, soon()))).toEqual(said)
  }
})

test('a token for another audience, of another issuer, of another kind, or without an end is refused, though our key signed it', async () => {
  const { tokens, signed } = await signing()
  await tokens.keySet()
  const exp = Math.floor(Date.now() / 1000) + 60
  expect(await tokens.read(await signed({ exp }))).not.toBeNull()
  for (const token of [
    await signed({ exp, aud: 'sales' }),
    await signed({ exp, iss: 'a-ems router' }),
    await signed({ exp }, { typ: 'JWT' }),
    await signed({ exp }, { kid: 'another' }),
    await signed({}),
    await signed({ exp: exp - 120 }),
    await signed({ exp, sub: 'nobody' }),
  ]) {
    expect(await tokens.read(token)).toBeNull()
  }
})

test('when a new key is there, tokens are signed with it, other processes know it within a second, and the retired one holds on for a while', async () => {
  const { admin, tokens, elsewhere } = await signing()
  const before = await tokens.sign(claims, soon())
  await admin`update auth.signing_keys set retired_at = now()`
  const other = elsewhere()
  const after = await other.sign(claims, soon())
  await delay(1_000)
  expect(await tokens.read(after)).toEqual(claims)
  expect(await other.read(before)).toEqual(claims)
  expect(await other.read(after)).toEqual(claims)
  expect((await other.keySet()).keys).toHaveLength(2)
  await admin`update auth.signing_keys set retired_at = now() - interval '1 hour' where retired_at is not null`
  const later = elsewhere()
  expect(await later.read(before)).toBeNull()
  expect(await later.read(after)).toEqual(claims)
})

test('processes that make the first key at once agree on it, however long making it takes', async () => {
  const { open, admin } = await freshDatabase()
  let made = 0
  const make = async () => {
    made += 1
    await delay(100)
    return { id: `key ${made}`, publicJwk: {}, privateKeyEncrypted: Buffer.from('sealed') }
  }
  const found = await Promise.all(Array.from({ length: 4 }, () => signingKeyData(open('auth')).usable(make)))
  expect(new Set(found.map(([key]) => key?.id))).toEqual(new Set(['key 1']))
  expect(await admin`select id from auth.signing_keys`).toHaveLength(1)
})
