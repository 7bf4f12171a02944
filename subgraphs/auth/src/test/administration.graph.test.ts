import { setTimeout as delay } from 'node:timers/promises'
import { newId } from '@aems/drizzle/ids.ts'
import { openGraph, type TestGraph } from '@aems/router/testing/graph.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { askedWith, membersOf, type SignedInMember } from './members-over-http.ts'

let graph: TestGraph
let keyMaker: Promise<SignedInMember>
beforeAll(async () => {
  graph = await openGraph()
  await graph.importCompany('tea')
  keyMaker = member('owner')
}, 60_000)
afterAll(() => graph?.close())

const member = (role: string) => membersOf(graph, 'tea')(role)

const setting = `mutation ($memberId: ID!, $roles: [String!]!) {
  result: setMemberRoles(input: { memberId: $memberId, roles: $roles }) { __typename ... on UserError { message } } }`
const linking = `mutation ($input: LinkMemberInput!) { result: linkMember(input: $input) {
  __typename ... on MemberChanged { member { employeeId salesPersonId } } ... on UserError { message } } }`

test('within a second a member has the rights of the roles that they were given, and no others', async () => {
  const [owner, jo] = [await member('owner'), await member('viewer')]
  const orders = '{ orders { totalCount } }'
  expect((await jo.ask(orders)).status).toBe(200)
  expect((await owner.ask(setting, { memberId: jo.id, roles: ['administrator'] })).data).toEqual({
    result: { __typename: 'MemberChanged' },
  })
  await delay(1_000)
  expect((await jo.ask(orders)).status).toBe(403)
  expect((await jo.ask('{ members { totalCount } }')).status).toBe(200)
})

const peopleSchema = z.object({
  employees: z.object({ nodes: z.array(z.object({ id: z.string(), name: z.string() })) }),
  salesPeople: z.array(z.object({ id: z.string(), name: z.string() })),
})

test('a manager sees the people of the employee that they are said to be; who says so must see that employee', async () => {
  const [owner, admin, manager] = [await member('owner'), await member('administrator'), await member('manager')]
  const people = peopleSchema.parse(
    (await owner.ask('{ employees(first: 100) { nodes { id name } } salesPeople { id name } }')).data,
  )
  const nora = people.employees.nodes.find(({ name }) => name === 'Nora Falk')?.id
  const maria = people.salesPeople.find(({ name }) => name === 'Maria Sommer')?.id
  const names = async () => {
    const { data } = await manager.ask('{ employees(first: 100) { nodes { name } } }')
    return z.object({ employees: z.object({ nodes: z.array(z.object({ name: z.string() })) }) }).parse(data).employees.nodes
  }
  expect(await names()).toEqual([])
  const link = (by: typeof owner, input: object) => by.ask(linking, { input: { memberId: manager.id, ...input } })
  expect((await link(admin, { employeeId: nora })).data).toMatchObject({
    result: { message: expect.stringContaining('can not see') },
  })
  expect((await link(owner, { employeeId: newId() })).data).toEqual({
    result: { __typename: 'LinkMemberRefused', message: 'There is no such employee.' },
  })
  expect((await link(owner, { employeeId: nora, salesPersonId: maria })).data).toEqual({
    result: { __typename: 'MemberChanged', member: { employeeId: nora, salesPersonId: maria } },
  })
  const naming = 'query ($id: ID!) { member(id: $id) { employee { name } salesPerson { name } } }'
  expect((await owner.ask(naming, { id: manager.id })).data).toEqual({
    member: { employee: { name: 'Nora Falk' }, salesPerson: { name: 'Maria Sommer' } },
  })
  await delay(1_000)
  const seen = (await names()).map(({ name }) => name)
  expect(seen).toContain('Maria Sommer')
  expect(seen).not.toContain('Ute Lang')
})

const creating = `mutation ($input: CreateApiKeyInput!) { result: createApiKey(input: $input) {
  ... on ApiKeyMade { secret apiKey { id } } ... on UserError { message } } }`
const expiresAt = new Date(Date.now() + 86_400_000).toISOString()

async function key(input: object) {
  const owner = await keyMaker
  const { data } = await owner.ask(creating, { input: { name: 'Webshop', expiresAt, ...input } })
  const { secret, apiKey } = z.object({ secret: z.string(), apiKey: z.object({ id: z.string() }) }).parse(data?.['result'])
  return { id: apiKey.id, ask: askedWith(graph, secret) }
}

test('a partner with a key reads and pushes what the key allows, and nothing else', async () => {
  const { ask } = await key({ scopes: ['sales:read', 'import:write'] })
  const read = await ask('{ orders { totalCount } me { user { name } roles companies { key } sessions { id } } }')
  expect(read.data).toMatchObject({
    orders: { totalCount: expect.any(Number) },
    me: { user: { name: 'Webshop' }, roles: ['partner'] },
  })
  expect(read.data?.['me']).toMatchObject({ companies: [], sessions: [] })
  const files = [{ file: 'customers.csv', rows: [{ ref: 'PUSHED', name: 'Pushed by key' }] }]
  const pushing =
    'mutation ($files: [FileRowsInput!]!) { importRows(input: { files: $files }) { __typename ... on Import { status faults { message } failure } ... on UserError { message } } }'
  expect((await ask(pushing, { files })).data).toMatchObject({ importRows: { status: 'DONE' } })
  expect((await ask('{ customers(search: "PUSHED") { nodes { name } } }')).data).toEqual({
    customers: { nodes: [{ name: 'Pushed by key' }] },
  })
  for (const operation of ['{ employees { totalCount } }', '{ members { totalCount } }', '{ apiKeys { id } }']) {
    expect((await ask(operation)).status).toBe(403)
  }
  const changing =
    'mutation { changePassword(input: { currentPassword: "x", newPassword: "y" }) { ... on UserError { message } } }'
  expect((await ask(changing)).data).toMatchObject({
    changePassword: { message: expect.stringContaining('Sign in as yourself') },
  })
  expect((await ask('mutation { beginSecondFactor { __typename } }')).data).toEqual({
    beginSecondFactor: { __typename: 'SecondFactorRefused' },
  })
})

test('an ended key is refused within a second, and so is one from elsewhere; why is said', async () => {
  const { id, ask } = await key({ scopes: ['sales:read'] })
  expect((await ask('{ orders { totalCount } }')).status).toBe(200)
  await (await keyMaker).ask('mutation ($id: ID!) { endApiKey(input: { id: $id }) { __typename } }', { id })
  await delay(1_000)
  const refused = await ask('{ orders { totalCount } }')
  expect([refused.status, refused.errors[0]?.message]).toEqual([401, expect.stringContaining('This key does not hold')])
  const elsewhere = await key({ scopes: ['sales:read'], addresses: ['203.0.113.7'] })
  expect((await elsewhere.ask('{ orders { totalCount } }')).status).toBe(401)
  const here = await key({ scopes: ['sales:read'], addresses: ['127.0.0.1', '::1'] })
  expect((await here.ask('{ orders { totalCount } }')).status).toBe(200)
})

test('a key that asks more often than it may is told to wait', async () => {
  const { ask } = await key({ scopes: ['sales:read'], requestsPerMinute: 3 })
  const answers = await Promise.all(Array.from({ length: 5 }, () => ask('{ me { roles } }')))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429, 429])
  const limited = answers.find(({ status }) => status === 429)
  expect(limited?.errors[0]).toMatchObject({
    extensions: { code: 'RATE_LIMITED' },
    message: expect.stringContaining('Try again in'),
  })
  expect(Number(limited?.headers.get('retry-after'))).toBeGreaterThan(0)
})

const eventsSchema = z.object({
  auditEvents: z.object({ nodes: z.array(z.object({ action: z.string(), subject: z.looseObject({}), isSealed: z.boolean() })) }),
})

test('a burst of refused fields is in the audit log, once a second and as an alert, and sealed soon after', async () => {
  const [owner, viewer] = [await member('owner'), await member('viewer')]
  await Promise.all(Array.from({ length: 25 }, () => viewer.ask('{ members { totalCount } }')))
  const read = async () => {
    const { data } = await owner.ask(
      'query ($by: ID!) { auditEvents(actorId: $by, actions: ["fields-refused", "alert"]) { nodes { action subject isSealed } } }',
      { by: viewer.id },
    )
    return eventsSchema.parse(data).auditEvents.nodes
  }
  const until = Date.now() + 15_000
  let found = await read()
  while (!(found.length > 1 && found.every(({ isSealed }) => isSealed)) && Date.now() < until) {
    await delay(200)
    found = await read()
  }
  expect(found.filter(({ action }) => action === 'alert')).toMatchObject([{ subject: { kind: 'burst-of-refusals' } }])
  const refused = found.filter(({ action }) => action === 'fields-refused')
  expect(refused.length).toBeLessThan(10)
  expect(refused.reduce((sum, { subject }) => sum + Number(subject['count']), 0)).toBe(25)
  expect(found.every(({ isSealed }) => isSealed)).toBe(true)
})
