import { setTimeout as delay } from 'node:timers/promises'
import { newId } from '@aems/drizzle/ids.ts'
import { openGraph, type TestGraph } from '@aems/router/testing/graph.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { membersOf } from './members-over-http.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openGraph()
  await graph.importCompany('tea')
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
