import { roleNames, scopesOf } from '@aems/auth/domain/roles.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { satisfies } from '@aems/schema/catalogue.ts'
import { type Access, classify } from '@aems/schema/classification.ts'
import { apiSdl, domains, subgraphSdl, supergraphSdl } from '@aems/schema/sdl.ts'
import { buildSchema, GraphQLError, isObjectType, parse } from 'graphql'
import { expect, inject, onTestFinished, test } from 'vitest'
import { checkAccess } from '../access/check.ts'
import { fieldPaths } from '../testing/paths.ts'
import { withSubgraph } from '../testing/subgraphs.ts'

const nobody = 'nobody who is signed in'
const callers = [...roleNames, nobody]

function viewerOf(role: string): Viewer | null {
  if (role === nobody) return null
  const id = '00000000-0000-4000-8000-000000000001'
  return {
    user: { id, name: role, email: `${role}@example.com` },
    company: { id, key: 'own', name: 'Own', currency: 'EUR', fiscalYearStartMonth: 1, timeZone: 'UTC', asOf: null },
    roles: [role],
    scopes: scopesOf([role]),
    salesPersonId: null,
    employeeId: null,
    sessionId: id,
  } as Viewer
}

/** What becomes of someone who asks for what has these demands. */
function verdict(demands: readonly Access[], viewer: Viewer | null): string | null {
  for (const demand of demands) {
    if (demand.kind === 'public') continue
    if (!viewer) return 'UNAUTHENTICATED'
    if (demand.kind === 'scopes' && !satisfies(viewer.scopes, demand.anyOf)) return 'FORBIDDEN'
  }
  return null
}

const refusalOf = (error: unknown): unknown => (error instanceof GraphQLError ? error.extensions['code'] : null)

const refused = (work: () => unknown): unknown => {
  try {
    work()
    return null
  } catch (error) {
    return refusalOf(error)
  }
}

test('through the router, every field of the graph answers to exactly the roles whose scopes it asks for', () => {
  const schema = buildSchema(apiSdl())
  const access = classify(supergraphSdl())
  const paths = fieldPaths(schema)
  expect(paths.length).toBeGreaterThan(1_000)
  const wrong: string[] = []
  const counts = new Map<string, number>()
  for (const { type, field, way, operation } of paths) {
    const document = parse(operation)
    const demands = way.flatMap((step) => {
      const [typeName = '', fieldName = ''] = step.split('.')
      return access.get(typeName)?.get(fieldName) ?? [{ kind: 'scopes', anyOf: [['nobody has said who may']] } as const]
    })
    for (const role of callers) {
      const viewer = viewerOf(role)
      const expected = verdict(demands, viewer)
      if (expected === null) counts.set(role, (counts.get(role) ?? 0) + 1)
      const found = refused(() => checkAccess(document, schema, access, viewer))
      if (found !== expected) wrong.push(`${type}.${field} as ${role}: ${found} instead of ${expected}`)
    }
  }
  expect(wrong.slice(0, 20)).toEqual([])
  // Owners reach everything; whoever is not signed in only what signs them in; the others lie between.
  expect(counts.get('owner')).toBe(paths.length)
  expect(counts.get(nobody)).toBeLessThan(paths.length / 10)
  expect(counts.get('viewer')).toBeLessThan(paths.length)
})

/** What a page asks that signs people in: no others may be open to everyone without being added here. */
const openQueries = ['invitation', 'waysToSignIn']

test('whoever is not signed in reads nothing but what signing in needs', () => {
  const access = classify(supergraphSdl())
  const open = (type: string) =>
    [...(access.get(type) ?? [])].filter(([, demands]) => verdict(demands, null) === null).map(([name]) => name)
  const known = Object.keys(buildSchema(apiSdl()).getQueryType()?.getFields() ?? {})
  expect(known.length).toBeGreaterThan(50)
  expect(open('Query').filter((name) => known.includes(name) && !openQueries.includes(name))).toEqual([])
  expect(open('Subscription')).toEqual([])
  // With the operator key alone.
  expect(open('Mutation')).toEqual(expect.arrayContaining(['actAs', 'startImport', 'signIn']))
})

/** A subgraph's context that says who asks, and tells when anything else of it is looked at. */
class PastTheGuard extends Error {}
const contextOf = (viewer: Viewer | null): unknown =>
  new Proxy(
    { viewer },
    {
      get: (target, key) => {
        if (key === 'viewer') return target.viewer
        throw new PastTheGuard()
      },
    },
  )

test.each(domains)(
  'in %s, past the router, every field refuses whoever lacks what it asks for, and nobody else',
  async (domain) => {
    const schema = await withSubgraph(
      domain,
      { adminUrl: inject('adminUrl'), secret: inject('secret'), operatorKey: 'none', onStatement: () => {} },
      (subgraph) => {
        onTestFinished(() => subgraph.close())
        return subgraph.schema
      },
    )
    const access = classify(subgraphSdl(domain))
    const wrong: string[] = []
    let refusals = 0
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type) || type.name.startsWith('_')) continue
      for (const [name, field] of Object.entries(type.getFields())) {
        if (name.startsWith('_')) continue
        for (const role of callers) {
          const viewer = viewerOf(role)
          const expected = verdict(access.get(type.name)?.get(name) ?? [], viewer)
          if (expected === null && !field.resolve) continue
          const found = refused(() => {
            const given = field.resolve?.({}, {}, contextOf(viewer), { fieldName: name } as never)
            if (given instanceof Promise) given.catch(() => {})
          })
          if (expected !== null) refusals += 1
          // A refusal for another reason than the caller's scopes comes from the resolver: the guard let them pass.
          const passed = expected === null && found !== 'UNAUTHENTICATED'
          if (found !== expected && !passed) wrong.push(`${type.name}.${name} as ${role}: ${found} instead of ${expected}`)
        }
      }
    }
    expect(wrong.slice(0, 20)).toEqual([])
    expect(refusals).toBeGreaterThan(10)
  },
)
