import { randomBytes, randomUUID } from 'node:crypto'
import { freshDatabase } from '@aems/drizzle/testing.ts'
import { expect, test } from 'vitest'
import { dataKeyData } from '../data/data-keys.ts'
import { keyRing, secretPlace } from '../key-ring.ts'
import { openParts } from '../parts.ts'
import { rotateKeys } from '../rotate-keys.ts'
import { keyFor, seal } from '../sealing.ts'

const silent = () => {}
const master = () => randomBytes(32).toString('base64')

async function freshRing(masterKeys: readonly string[] = []) {
  const fresh = await freshDatabase()
  const database = fresh.open('auth')
  const ring = (keys: readonly string[] = masterKeys) => keyRing(dataKeyData(database), fresh.secret, keys)
  const person = async (sealed: Buffer) => {
    const id = randomUUID()
    await fresh.admin`insert into auth.users ${fresh.admin({ id, email: `${id}@example.com`, name: 'Somebody', password_hash: 'none' })}`
    await fresh.admin`insert into auth.second_factors ${fresh.admin({ user_id: id, secret_sealed: sealed })}`
    return id
  }
  const secretOf = async (id: string): Promise<Buffer> => {
    const [row] = await fresh.admin<
      { sealed: Buffer }[]
    >`select secret_sealed as sealed from auth.second_factors where user_id = ${id}`
    return row?.sealed ?? Buffer.alloc(0)
  }
  return { ...fresh, database, ring, person, secretOf }
}

test('what is sealed opens at its place alone, in every process, and not where a bit of it has changed', async () => {
  const { ring } = await freshRing()
  const [one, other] = [ring(), ring()]
  const sealed = await one.seal(Buffer.from('a secret'), secretPlace('somebody'))
  expect(sealed.includes('a secret')).toBe(false)
  expect((await other.unseal(sealed, secretPlace('somebody'))).toString()).toBe('a secret')
  await expect(other.unseal(sealed, secretPlace('somebody else'))).rejects.toThrow()
  for (const at of [5, 20, sealed.length - 1]) {
    const changed = Buffer.from(sealed)
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
    await expect(one.unseal(changed, secretPlace('somebody'))).rejects.toThrow()
  }
})

test('processes that seal first at once agree on one key', async () => {
  const { ring, admin } = await freshRing()
  await Promise.all(Array.from({ length: 8 }, () => ring().seal(Buffer.from('x'), 'somewhere')))
  expect((await admin`select id from auth.data_keys`).length).toBe(1)
})

test('the database alone opens nothing, nor does another master key', async () => {
  const key = master()
  const { ring, admin } = await freshRing([key])
  const sealed = await ring().seal(Buffer.from('a secret'), 'somewhere')
  await expect(ring([]).unseal(sealed, 'somewhere')).rejects.toThrow('No master key opens data key')
  await expect(ring([master()]).unseal(sealed, 'somewhere')).rejects.toThrow('AEMS_MASTER_KEY')
  const [row] = await admin<{ wrapped: Buffer }[]>`select wrapped from auth.data_keys`
  expect(row?.wrapped.length).toBe(12 + 16 + 32)
})

test('rotating seals every secret anew, older ones too, tells how far it is, and all of them open as before', async () => {
  const { ring, person, secretOf, database, secret, admin } = await freshRing()
  const before = ring()
  const people: string[] = []
  for (let each = 0; each < 5; each += 1) {
    const id = await person(Buffer.alloc(1))
    const sealed = await before.seal(Buffer.from(`secret ${each}`), secretPlace(id))
    await admin`update auth.second_factors set secret_sealed = ${sealed} where user_id = ${id}`
    people.push(id)
  }
  const old = await person(Buffer.alloc(1))
  const older = seal(Buffer.from('secret 5'), keyFor(secret, 'second factors'), `second factor of ${old}`)
  await admin`update auth.second_factors set secret_sealed = ${older} where user_id = ${old}`
  people.push(old)
  const kept = await Promise.all(people.map(secretOf))

  const heard: string[] = []
  expect(await rotateKeys(database, secret, [], (done, all) => heard.push(`${done} of ${all}`))).toBe(6)
  expect(heard.at(-1)).toBe('6 of 6')
  const after = ring()
  for (const [index, id] of people.entries()) {
    const sealed = await secretOf(id)
    expect(sealed.equals(kept[index] ?? sealed)).toBe(false)
    expect(await after.isCurrent(sealed)).toBe(true)
    expect((await after.unseal(sealed, secretPlace(id))).toString()).toBe(`secret ${index}`)
    // A process that runs meanwhile finds the new key by itself.
    expect((await before.unseal(sealed, secretPlace(id))).toString()).toBe(`secret ${index}`)
  }
  expect(await rotateKeys(database, secret, [], silent)).toBe(6)
})

test('a master key is changed by rotating: the old one is needed until then, and not after', async () => {
  const [oldKey, newKey] = [master(), master()]
  const { ring, database, secret } = await freshRing([oldKey])
  const sealed = await ring().seal(Buffer.from('a secret'), 'somewhere')
  await rotateKeys(database, secret, [newKey, oldKey], silent)
  expect((await ring([newKey]).unseal(sealed, 'somewhere')).toString()).toBe('a secret')
  await expect(ring([oldKey]).unseal(sealed, 'somewhere')).rejects.toThrow()
})

test('a key that nothing needs any more is forgotten, but not while a process may seal with it', async () => {
  const { ring, database, secret, admin } = await freshRing()
  await ring().seal(Buffer.from('x'), 'somewhere')
  await rotateKeys(database, secret, [], silent)
  expect((await admin`select id from auth.data_keys`).length).toBe(2)
  await admin`update auth.data_keys set retired_at = now() - interval '1 hour' where retired_at is not null`
  await rotateKeys(database, secret, [], silent)
  expect((await admin`select id from auth.data_keys`).length).toBe(2)
})

test('codes of a second factor work across a rotation', async () => {
  const { database, secret, person, secretOf, admin } = await freshRing()
  const { codes } = openParts(database, secret)
  const id = await person(Buffer.alloc(1))
  const { sealed } = await codes.newSecret({ id, email: 'somebody@example.com' })
  await admin`update auth.second_factors set secret_sealed = ${sealed} where user_id = ${id}`
  await rotateKeys(database, secret, [], silent)
  expect(await codes.stepOf(id, await secretOf(id), '000000')).toBeNull()
})
