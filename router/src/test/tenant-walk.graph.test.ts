import { apiSdl, type Domain, domains, subgraphSdl, supergraphSdl } from '@aems/schema/sdl.ts'
import { buildSchema, getNamedType, isLeafType, isObjectType, isRequiredArgument, Kind, parse } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openGraph, type Person, type TestGraph } from '../testing/graph.ts'
import { listQueries } from '../testing/list-queries.ts'

let graph: TestGraph
let own: Person
let other: Person
let empty: Person

// Two companies with the same files, so that nothing but the tenant tells their rows apart; and one with none.
beforeAll(async () => {
  graph = await openGraph()
  own = (await graph.importCompany('own')).owner
  other = (await graph.importCompany('other')).owner
  empty = (await graph.company('empty')).owner
}, 60_000)
afterAll(() => graph?.close())

const schema = buildSchema(apiSdl())
/** All of them where the subgraphs are in one process; of several, a third tells whether the way to them keeps companies apart. */
const queries = listQueries(schema).filter((_, index) => process.env['AEMS_SHAPE'] !== 'distributed' || index % 3 === 0)

/** Every id in an answer, with the type of what it identifies. */
function idsIn(value: unknown, found = new Map<string, string>()): Map<string, string> {
  if (Array.isArray(value)) for (const item of value) idsIn(item, found)
  else if (typeof value === 'object' && value !== null) {
    const { id, __typename: type } = value as Record<string, unknown>
    if (typeof id === 'string' && typeof type === 'string') found.set(id, type)
    for (const part of Object.values(value)) idsIn(part, found)
  }
  return found
}

/** Queries at once: a page's worth. */
const atOnce = 8

const seen = new Map<Person, Map<string, string>>()

/** Every id that somebody sees by any list of the graph, with whatever is beneath it. */
async function idsOf(person: Person): Promise<Map<string, string>> {
  const known = seen.get(person) ?? new Map<string, string>()
  if (known.size === 0) {
    for (let at = 0; at < queries.length; at += atOnce) {
      const asked = queries.slice(at, at + atOnce).map(({ operation }) => graph.ask(operation, {}, person))
      for (const answer of await Promise.all(asked)) idsIn(answer, known)
    }
  }
  seen.set(person, known)
  return known
}

test('whatever list is asked for, with whatever is beneath it, no row of another company is in it', async () => {
  const [ours, theirs] = [await idsOf(own), await idsOf(other)]
  expect(ours.size).toBeGreaterThan(50)
  expect(theirs.size).toBe(ours.size)
  expect([...ours.keys()].filter((id) => theirs.has(id))).toEqual([])
  expect((await idsOf(empty)).size).toBeLessThan(5)
}, 60_000)

test('a company without rows has no figures, whoever else has', async () => {
  const metrics = schema.getQueryType()?.getFields() ?? {}
  for (const name of ['salesMetrics', 'financeMetrics', 'productsMetrics', 'hrMetrics', 'riskMetrics'].filter(
    (each) => metrics[each],
  )) {
    const type = schema.getType(`${name.charAt(0).toUpperCase()}${name.slice(1, -'Metrics'.length)}Metric`)
    const values = type && 'getValues' in type ? type.getValues().map((value) => value.name) : []
    expect(values.length).toBeGreaterThan(5)
    for (let at = 0; at < values.length; at += 10) {
      const asked = values.slice(at, at + 10).join(', ')
      const operation = `{ ${name}(query: { metrics: [${asked}], period: { all: true } }) { totals { metric value } } }`
      const { data, errors } = await graph.send(operation, {}, { as: empty })
      expect(errors, asked).toEqual([])
      const { totals } = (data as Record<string, { totals: { metric: string; value: string | null }[] }>)[name] ?? { totals: [] }
      expect(totals.filter(({ value }) => value !== null && Number(value) !== 0)).toEqual([])
    }
  }
})

/** Root fields that give one thing by its id. */
const byId = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
  ({ args, type }) =>
    isObjectType(getNamedType(type)) && args.filter(isRequiredArgument).length === 1 && args.some(({ name }) => name === 'id'),
)

test('what another company has is not found by its id', async () => {
  const theirs = await idsOf(other)
  expect(byId.length).toBeGreaterThan(10)
  for (const { name, type } of byId) {
    const id = [...theirs].find(([, found]) => found === getNamedType(type).name)?.[0]
    if (id === undefined) continue
    const operation = `query ($id: ID!) { ${name}(id: $id) { __typename } }`
    expect(await graph.ask(operation, { id }, own), name).toEqual({ [name]: null })
    expect(await graph.ask(operation, { id }, other), name).not.toEqual({ [name]: null })
  }
})

/** Types that a subgraph gives by their id, with what can be read of them without going further. */
function entitiesOf(domain: Domain): { readonly type: string; readonly fields: string }[] {
  const api = schema.getTypeMap()
  return parse(subgraphSdl(domain)).definitions.flatMap((node) => {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION || !node.directives?.some(({ name }) => name.value === 'key')) return []
    const type = api[node.name.value]
    if (!isObjectType(type)) return []
    const fields = (node.fields ?? [])
      .map((field) => type.getFields()[field.name.value])
      .filter(
        (field) => field && field.name !== 'id' && !field.args.some(isRequiredArgument) && isLeafType(getNamedType(field.type)),
      )
      .map((field) => field?.name)
    return [{ type: type.name, fields: fields.join(' ') }]
  })
}

const isResolvable = (type: string, domain: Domain): boolean =>
  new RegExp(`type ${type}\\b[^{]*@join__type\\(graph: ${domain.toUpperCase()}, key: "id"(?![^)]*resolvable: false)`).test(
    supergraphSdl(),
  )

test.each(domains)('%s, past the router, gives no entity of another company', async (domain) => {
  const theirs = await idsOf(other)
  for (const { type, fields } of entitiesOf(domain).filter((entity) => isResolvable(entity.type, domain))) {
    const ids = [...theirs]
      .filter(([, found]) => found === type)
      .map(([id]) => id)
      .slice(0, 20)
    if (ids.length === 0 || fields === '') continue
    const fetch = {
      query: `query ($them: [_Any!]!) { _entities(representations: $them) { ... on ${type} { ${fields} } } }`,
      variables: { them: ids.map((id) => ({ __typename: type, id })) },
    }
    const strangers = await graph.fetchFrom(domain, fetch, own)
    const values = JSON.stringify(strangers.data?.['_entities'] ?? []).match(/:"(?!")[^"]*"|:-?\d/g) ?? []
    expect(values, `${domain} gives ${type}: ${JSON.stringify(strangers).slice(0, 300)}`).toEqual([])
    const members = await graph.fetchFrom(domain, fetch, other)
    expect(JSON.stringify(members.data ?? null), `${domain} gives its own ${type}`).not.toBe(
      JSON.stringify(strangers.data ?? null),
    )
  }
})
