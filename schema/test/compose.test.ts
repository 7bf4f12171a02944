import { readFileSync } from 'node:fs'
import { buildASTSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType, parse } from 'graphql'
import { expect, test } from 'vitest'
import { compose } from '../compose.ts'
import { type domains, subgraphSdl } from '../sdl.ts'

const read = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')

/** The graph with one domain's text changed. */
const composeWith = (domain: string, from: string, to: string): string => {
  expect(subgraphSdl(domain as (typeof domains)[number])).toContain(from)
  return compose((each) => (each === domain ? subgraphSdl(each).replace(from, to) : subgraphSdl(each))).supergraph
}

test('the committed graph is what the SDL composes to', () => {
  const { supergraph, api } = compose()
  expect(read('supergraph.graphql')).toBe(supergraph)
  expect(read('api.graphql')).toBe(api)
})

test('an enum value that one subgraph lacks fails the composition instead of vanishing', () => {
  expect(() => composeWith('auth', '  "Money, in the column\'s currency."\n  MONEY\n', '')).toThrow(/MONEY/)
})

test('a field that nobody classified fails the composition and is named', () => {
  const from = 'type Territory @key(fields: "id") @authenticated @requiresScopes(scopes: [["sales:read"]]) {'
  expect(() => composeWith('sales', from, 'type Territory @key(fields: "id") {')).toThrow(/Territory\.name/)
})

test('a root field that nobody classified fails the composition too', () => {
  expect(() => composeWith('products', 'type Query {', 'type Query {\n  "Nobody said who may."\n  loose: Boolean')).toThrow(
    /Query\.loose/,
  )
})

test('metrics and dimensions survive composition with their directives', () => {
  const { supergraph } = compose()
  expect(supergraph).toMatch(/NET_REVENUE[^@]*@join__enumValue\(graph: SALES\) @metric\(label: "Net revenue"/)
  expect(supergraph).toMatch(/TERRITORY[^@]*@join__enumValue\(graph: SALES\) @dimension\(label: "Territory"/)
})

test('everything in the graph is described', () => {
  const schema = buildASTSchema(parse(read('api.graphql')), { assumeValid: true })
  const open: string[] = []
  const note = (path: string, described: { description?: string | null | undefined }) => {
    if (!described.description) open.push(path)
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (
      type.name.startsWith('__') ||
      ['String', 'Int', 'Float', 'Boolean', 'ID', 'Query', 'Mutation', 'Subscription'].includes(type.name)
    )
      continue
    note(type.name, type)
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue
    if (isEnumType(type)) for (const value of type.getValues()) note(`${type.name}.${value.name}`, value)
    if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) note(`${type.name}.${field.name}`, field)
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        note(`${type.name}.${field.name}`, field)
        for (const argument of field.args) note(`${type.name}.${field.name}(${argument.name}:)`, argument)
      }
    }
  }
  expect(open).toEqual([])
})
