import { newId } from '@aems/drizzle/ids.ts'
import { expect, test } from 'vitest'
import { chained, chainOfNone, headSigner, originOf } from '../audit/chain.ts'
import { sealAudit } from '../audit/seal.ts'
import { verifyAudit } from '../audit/verify.ts'
import { freshAuth } from './asking.ts'

/** Acme, whose owner signed in a few times: all of it sealed. */
async function sealedLog() {
  const auth = await freshAuth()
  const { fresh } = auth
  const owner = await auth.user('owner@a.example')
  const companyId = await auth.company('acme', { [owner]: 'owner' })
  const database = fresh.open('auth')
  const signer = headSigner(fresh.secret)
  const seal = () => sealAudit(database, signer)
  for (let time = 0; time < 4; time += 1) await auth.signIn('owner@a.example')
  await seal()
  const verify = async () => {
    const found = await verifyAudit(database, signer)
    return found.flatMap(({ faults }) => faults)
  }
  const entries = async () =>
    (await fresh.admin<{ id: string }[]>`select id from auth.audit_log where tenant_id = ${companyId} order by at, id`).map(
      ({ id }) => id,
    )
  return { ...auth, companyId, database, signer, seal, verify, entries }
}

test('what was written is sealed once, of companies and of none, by however many at once, and found as it was', async () => {
  const { ask, database, signer, seal, verify, fresh, companyId, entries } = await sealedLog()
  await ask('mutation { signIn(input: { email: "nobody@a.example", password: "wrong" }) { __typename } }')
  await Promise.all([seal(), seal(), seal()])
  expect(await verify()).toEqual([])
  const found = await verifyAudit(database, signer)
  expect(found.map(({ company, unsealed }) => [company, unsealed])).toEqual([
    ['acme', 0],
    ['what concerns no company', 0],
  ])
  const sealed = await fresh.admin<{ entry_id: string }[]>`
    select entry_id from auth.audit_seals where tenant_id = ${companyId} order by number`
  expect(sealed.map((each) => each.entry_id)).toEqual(await entries())
  expect((await fresh.admin`select from auth.audit_seals where tenant_id = ${chainOfNone}`).length).toBeGreaterThan(0)
})

test('the application may add to the log, and change or remove nothing of it or of its seals', async () => {
  const { database, companyId } = await sealedLog()
  const as = (statement: string) =>
    database
      .asViewer({ tenantId: companyId, userId: null, scopes: [] }, (tx) => tx.execute(statement))
      .then(
        () => 'done',
        (error: Error) => String(error.cause ?? error),
      )
  for (const table of ['audit_log', 'audit_seals', 'audit_heads']) {
    expect(await as(`update auth.${table} set tenant_id = tenant_id`)).toMatch(/permission denied/)
    expect(await as(`delete from auth.${table}`)).toMatch(/permission denied/)
    expect(await as(`truncate auth.${table}`)).toMatch(/permission denied/)
  }
})

test('an edited row is found and named', async () => {
  const { fresh, verify, entries } = await sealedLog()
  const [, second = ''] = await entries()
  await fresh.admin`update auth.audit_log set address = '198.51.100.66' where id = ${second}`
  expect(await verify()).toEqual([{ kind: 'edited', entryId: second, message: `Entry ${second}, sealed as 2, was edited.` }])
})

test('a removed row is found and named, and so is one that was removed before its seal', async () => {
  const { fresh, verify, entries, companyId } = await sealedLog()
  const [first = ''] = await entries()
  await fresh.admin`delete from auth.audit_log where id = ${first}`
  expect(await verify()).toEqual([{ kind: 'removed', entryId: first, message: `Entry ${first}, sealed as 1, was removed.` }])
  const last = newId()
  // At once, so that it is not sealed in between.
  await fresh.admin.begin(async (session) => {
    await session`insert into auth.audit_log (tenant_id, id, action) values (${companyId}, ${last}, 'signed-in')`
    await session`delete from auth.audit_log where id = ${last}`
  })
  expect(await verify()).toContainEqual({
    kind: 'removed',
    entryId: last,
    message: `Entry ${last} was removed before it was sealed.`,
  })
})

test('swapped rows are found and named, each with the other', async () => {
  const { fresh, verify, entries } = await sealedLog()
  const [first = '', , third = ''] = await entries()
  const unused = newId()
  await fresh.admin`update auth.audit_log set id = ${unused} where id = ${first}`
  await fresh.admin`update auth.audit_log set id = ${first} where id = ${third}`
  await fresh.admin`update auth.audit_log set id = ${third} where id = ${unused}`
  const found = await verify()
  expect(found.map(({ kind, entryId }) => [kind, entryId])).toEqual([
    ['swapped', first],
    ['swapped', third],
  ])
  expect(found[0]?.message).toContain(`says what entry ${third}, sealed as 3, said`)
})

test('a row that was added past the log is found and named', async () => {
  const { fresh, verify, companyId } = await sealedLog()
  const id = newId()
  await fresh.admin.begin(async (session) => {
    await session`insert into auth.audit_log (tenant_id, id, action) values (${companyId}, ${id}, 'signed-in')`
    await session`delete from auth.audit_unsealed where entry_id = ${id}`
  })
  expect(await verify()).toMatchObject([{ kind: 'added', entryId: id }])
})

test('seals that were made anew to hide a change do not fit the signed head', async () => {
  const { fresh, verify, companyId, entries } = await sealedLog()
  const [, second = ''] = await entries()
  await fresh.admin`update auth.audit_log set action = 'signed-out' where id = ${second}`
  // Whoever has the database, and knows how seals are made, makes all of them anew.
  await fresh.admin`update auth.audit_seals s set content_hash = sha256(convert_to(jsonb_build_array(
    to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), l.tenant_id, l.user_id, l.action, l.subject, l.address,
    l.correlation_id)::text, 'UTF8')) from auth.audit_log l where l.id = s.entry_id`
  let before = originOf(companyId)
  const seals = await fresh.admin<{ number: string; entry_id: string; content_hash: Buffer }[]>`
    select number, entry_id, content_hash from auth.audit_seals where tenant_id = ${companyId} order by number`
  for (const { number, entry_id: entryId, content_hash: contentHash } of seals) {
    before = chained(before, { number: Number(number), entryId, contentHash })
    await fresh.admin`update auth.audit_seals set chain_hash = ${before} where tenant_id = ${companyId} and number = ${number}`
  }
  await fresh.admin`update auth.audit_heads h set chain_hash = s.chain_hash from auth.audit_seals s
    where s.tenant_id = h.tenant_id and s.number = h.number`
  expect(await verify()).toContainEqual({
    kind: 'head',
    entryId: null,
    message: expect.stringContaining('were made anew'),
  })
})

test('seals that are gone, in the middle or at the end, are found', async () => {
  const { fresh, verify, companyId } = await sealedLog()
  await fresh.admin`delete from auth.audit_seals where tenant_id = ${companyId} and number = 2`
  const middle = await verify()
  expect(middle).toContainEqual({ kind: 'seal', entryId: null, message: 'Seal 2 is gone.' })
  await fresh.admin`delete from auth.audit_seals where tenant_id = ${companyId} and number > 1`
  expect(await verify()).toContainEqual({
    kind: 'head',
    entryId: null,
    message: 'The last signed head is at seal 4, and the last seal is 1.',
  })
})
