import { buildSchema, type GraphQLField, isObjectType } from 'graphql'
import { expect, test } from 'vitest'
import { apiSdl } from '../sdl.ts'

const schema = buildSchema(apiSdl())
const typeName = (field: GraphQLField<unknown, unknown>) => String(field.type).replace(/!$/, '')
const isList = (field: GraphQLField<unknown, unknown>) => typeName(field).endsWith('Connection')

/** Searching is for the list of all; what belongs to something is few enough to be read. */
const limits = (field: GraphQLField<unknown, unknown>) =>
  field.args.filter(({ name }) => name !== 'search').map(({ name, type }) => `${name}: ${String(type)}`)

test('a list that belongs to something takes the conditions, period, state and order of the list of all', () => {
  const ofAll = new Map(
    Object.values(schema.getQueryType()?.getFields() ?? {})
      .filter(isList)
      .map((field) => [typeName(field), limits(field)]),
  )
  const nested = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => name !== 'Query' && !name.startsWith('__'))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => isList(field) && ofAll.has(typeName(field)))
        .map((field) => ({ name: `${type.name}.${field.name}`, takes: limits(field), wanted: ofAll.get(typeName(field)) })),
    )
  expect(nested.length).toBeGreaterThan(20)
  for (const { name, takes, wanted } of nested) expect(takes, name).toEqual(wanted)
})
