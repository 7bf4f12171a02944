import { catalogue } from '@aems/schema/catalogue.ts'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { freshAuth } from './asking.ts'

const asking = `query ($field: String, $metric: String) { whoCanSee(field: $field, metric: $metric) {
  isPublic demands members { user { email } scopes roles } keys { name scopes } } }`
const sightSchema = z.object({
  whoCanSee: z.object({
    isPublic: z.boolean(),
    demands: z.array(z.array(z.array(z.string()))),
    members: z.array(
      z.object({ user: z.object({ email: z.string() }), scopes: z.array(z.string()), roles: z.array(z.string()) }),
    ),
    keys: z.array(z.object({ name: z.string(), scopes: z.array(z.string()) })),
  }),
})

test('who can see a field or a metric is told, with the scope and the role that let them; suspended members and others are not', async () => {
  const { user, company, signIn, ask, fresh } = await freshAuth()
  const people = {
    [await user('owner@a.example')]: 'owner',
    [await user('admin@a.example')]: 'administrator',
    [await user('viewer@a.example')]: 'viewer',
    [await user('gone@a.example')]: 'analyst',
  }
  const companyId = await company('acme', people)
  await company('zenith', { [await user('only@z.example')]: 'owner' })
  await fresh.admin`update auth.memberships set suspended_at = now() where roles = '{analyst}'`
  await fresh.admin`insert into auth.roles (tenant_id, name, scopes) values (${companyId}, 'seller', '{sales:read}')`
  await fresh.admin`update auth.memberships set roles = '{administrator,seller}' where roles = '{administrator}'`
  const token = await signIn('owner@a.example')
  const see = async (variables: object) => {
    const { data, codes } = await ask(asking, { ...variables }, { token })
    return codes[0] ?? sightSchema.parse(data).whoCanSee
  }
  const orders = z.looseObject({ members: z.array(z.unknown()) }).parse(await see({ field: 'Query.orders' }))
  expect(orders).toMatchObject({ isPublic: false, demands: expect.arrayContaining([[['sales:read']]]), keys: [] })
  expect(orders.members).toHaveLength(3)
  expect(orders.members).toContainEqual({ user: { email: 'admin@a.example' }, scopes: ['sales:read'], roles: ['seller'] })
  expect(orders.members).toContainEqual({ user: { email: 'viewer@a.example' }, scopes: ['sales:read'], roles: ['viewer'] })
  expect(await see({ field: 'AuditEvent.subject' })).toMatchObject({
    members: [{ roles: ['owner'] }, { roles: ['administrator'] }],
  })
  expect(await see({ field: 'Mutation.signIn' })).toMatchObject({ isPublic: true, demands: [] })
  expect(await see({ metric: 'sales.NET_REVENUE' })).toMatchObject({ members: [{}, {}, {}] })
  for (const nothing of [
    {},
    { field: 'Order.nothing' },
    { metric: 'sales.NOTHING' },
    { field: 'Query.orders', metric: 'sales.ORDERS' },
  ])
    expect(await see(nothing)).toBe('BAD_INPUT')
  expect((await ask(asking, { field: 'Query.orders' }, { token: await signIn('viewer@a.example') })).codes).toEqual(['FORBIDDEN'])
})

test('a metric that asks for more than its domain is seen by those alone who have it', async () => {
  const { user, company, signIn, ask } = await freshAuth()
  await company('acme', { [await user('owner@a.example')]: 'owner', [await user('viewer@a.example')]: 'viewer' })
  const metric = catalogue().metrics.find(({ domain, scopes }) => domain === 'hr' && scopes.length > 0)
  if (!metric) throw new Error('No metric of hr asks for more.')
  const { data } = await ask(asking, { metric: `hr.${metric.name}` }, { token: await signIn('owner@a.example') })
  expect(sightSchema.parse(data).whoCanSee.members.map(({ user: { email } }) => email)).toEqual(['owner@a.example'])
})
