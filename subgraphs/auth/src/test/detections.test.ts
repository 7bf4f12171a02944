import { newId } from '@aems/drizzle/ids.ts'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { AuditEntry } from '../data/audit.ts'
import { networkOf } from '../networks.ts'
import { openParts } from '../parts.ts'
import { freshAuth } from './asking.ts'
import { mailbox } from './mailbox.ts'

/** Acme with an owner, who reads the log, and Jo, an analyst. */
async function acme() {
  const auth = await freshAuth()
  const [owner, jo] = [await auth.user('owner@a.example'), await auth.user('jo@a.example')]
  const companyId = await auth.company('acme', { [owner]: 'owner', [jo]: 'analyst' })
  const { audit } = openParts(auth.fresh.open('auth'), auth.fresh.secret)
  const add = (entry: Partial<AuditEntry> & Pick<AuditEntry, 'action'>) =>
    audit.add({ userId: jo, companyId, address: '203.0.113.7', correlationId: newId(), ...entry })
  const alerts = async () => {
    const rows = await auth.fresh.admin<{ subject: Record<string, unknown> }[]>`
      select subject from auth.audit_log where action = 'alert' order by at`
    return rows.map(({ subject: { entryId: _, ...subject } }) => subject)
  }
  return { ...auth, ...mailbox(auth), owner, jo, companyId, add, alerts }
}

test('a sign-in from a network that somebody never came from alerts whoever reads the log; the first one is no news', async () => {
  const { add, alerts, letters, fresh } = await acme()
  await add({ action: 'signed-in' })
  await add({ action: 'signed-in', address: '203.0.113.200' })
  await add({ action: 'signed-in', address: '127.0.0.1' })
  expect(await alerts()).toEqual([])
  await add({ action: 'signed-in', address: '198.51.100.1' })
  expect(await alerts()).toEqual([{ kind: 'new-network', network: '198.51.100.0/24' }])
  const [letter, ...others] = await letters()
  expect([letter?.to, others]).toEqual(['owner@a.example', []])
  expect(letter?.text).toContain('Jo Example (jo@a.example) signed in from a network that they did not come from before')
  expect(await fresh.admin`select type from auth.outbox`).toEqual([{ type: 'SecurityAlert' }])
})

test('twenty refused fields within five minutes are a burst, told once', async () => {
  const { add, alerts, fresh } = await acme()
  const refused = (count: number) => add({ action: 'fields-refused', subject: { fields: ['Query.employees'], count } })
  await refused(19)
  await fresh.admin`update auth.audit_log set at = at - interval '6 minutes'`
  await refused(19)
  expect(await alerts()).toEqual([])
  await Promise.all([refused(1), refused(1), refused(30)])
  expect(await alerts()).toMatchObject([{ kind: 'burst-of-refusals' }])
})

test('exports are summed up: many rows within an hour are told', async () => {
  const { add, alerts } = await acme()
  await add({ action: 'exported', subject: { rows: 60_000 } })
  expect(await alerts()).toEqual([])
  await add({ action: 'exported', subject: { rows: 60_000 } })
  expect(await alerts()).toEqual([{ kind: 'mass-export', rows: 120_000 }])
})

test('a role that is raised to what few have is told each time, and any other is not', async () => {
  const { ask, signIn, jo, alerts } = await acme()
  const token = await signIn('owner@a.example')
  const set = (role: string) =>
    ask(
      'mutation ($id: ID!, $roles: [String!]!) { setMemberRoles(input: { memberId: $id, roles: $roles }) { __typename } }',
      { id: jo, roles: [role] },
      { token },
    )
  await set('manager')
  expect(await alerts()).toEqual([])
  await set('executive')
  await set('administrator')
  expect(await alerts()).toMatchObject([
    { kind: 'role-raised', memberId: jo, gained: ['finance:payroll:read', 'hr:pay:aggregate', 'risk:approve'] },
    { kind: 'role-raised', gained: ['keys:manage', 'roles:manage', 'settings:write', 'users:manage'] },
  ])
})

const pageSchema = z.object({
  auditEvents: z.object({
    nodes: z.array(z.looseObject({ action: z.string(), actor: z.object({ email: z.string() }).nullable() })),
    pageInfo: z.object({ endCursor: z.string().nullable() }),
    totalCount: z.number(),
  }),
})
const reading = `query ($actions: [String!], $actorId: ID, $from: DateTime, $to: DateTime, $first: Int, $after: String) {
  auditEvents(actions: $actions, actorId: $actorId, from: $from, to: $to, first: $first, after: $after) {
    nodes { id at action isAlert subject address actor { email } } pageInfo { endCursor } totalCount } }`

test('whoever may reads the log of their company, newest first, filtered and page by page; and how members sign in', async () => {
  const { add, ask, signIn, user, company, jo, fresh } = await acme()
  const stranger = await user('only@z.example')
  await company('zenith', { [stranger]: 'owner' })
  await add({ action: 'signed-in' })
  await ask('mutation { signIn(input: { email: "jo@a.example", password: "wrong" }) { __typename } }')
  await ask('mutation { signIn(input: { email: "only@z.example", password: "wrong" }) { __typename } }')
  await ask('mutation { signIn(input: { email: "unknown@a.example", password: "wrong" }) { __typename } }')
  const token = await signIn('owner@a.example')
  const read = async (variables: Record<string, unknown> = {}) =>
    pageSchema.parse((await ask(reading, variables, { token })).data).auditEvents
  const all = await read()
  expect(all.nodes.map(({ action, actor }) => [action, actor?.email])).toEqual([
    ['signed-in', 'owner@a.example'],
    ['sign-in-refused', 'jo@a.example'],
    ['signed-in', 'jo@a.example'],
  ])
  expect((await read({ actions: ['sign-in-refused', 'alert'] })).totalCount).toBe(1)
  expect((await read({ actorId: jo })).totalCount).toBe(2)
  expect((await read({ actorId: 'made up' })).totalCount).toBe(0)
  await fresh.admin`update auth.audit_log set at = '2026-01-05T10:00:00Z' where action = 'sign-in-refused'`
  expect((await read({ from: '2026-01-05T10:00:00Z', to: '2026-01-05T10:00:01Z' })).totalCount).toBe(1)
  const first = await read({ first: 1 })
  expect((await read({ first: 1, after: first.pageInfo.endCursor })).nodes).toMatchObject([
    { action: 'signed-in', actor: { email: 'jo@a.example' } },
  ])
  expect((await ask(reading, {}, { token: await signIn('jo@a.example') })).codes).toEqual(['FORBIDDEN'])
})

test('networks are told by the first 24 bits of one kind of address, and 48 of the other', () => {
  expect(networkOf('203.0.113.7')).toBe('203.0.113.0/24')
  expect(networkOf('::ffff:203.0.113.7')).toBe('203.0.113.0/24')
  expect(networkOf('2001:db8::1')).toBe(networkOf('2001:0db8:0:ffff::2'))
  expect(networkOf('2001:db8:1::1')).not.toBe(networkOf('2001:db8:2::1'))
  for (const address of ['', 'nowhere', '127.0.0.1', '::1']) expect(networkOf(address)).toBeNull()
})
