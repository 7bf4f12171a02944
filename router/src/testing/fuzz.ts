import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql'

/** An operation as a client might send it. */
export interface Fuzzed {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Values that are on the edge of what their type can be, or beyond it. */
const strange: readonly unknown[] = [
  null,
  '',
  ' ',
  '0',
  '-1',
  'NaN',
  '\u0000',
  '😀',
  "'; drop table users; --",
  '%',
  '\\',
  '{}',
  '٣',
  '1e9',
  '9'.repeat(400),
  'a'.repeat(5_000),
  '2014-02-30',
  '0000-00-00',
  '2014-06-30',
  '9999-12-31',
  '-infinity',
  '00000000-0000-0000-0000-000000000000',
  0,
  1,
  -1,
  2_147_483_647,
  -2_147_483_648,
  4_294_967_296,
  1.5,
  1e308,
  true,
  false,
  [],
  {},
  [[null]],
  { id: 1 },
]

/**
 * Makes operations that the schema allows, with variables of which most are what their types ask for and some are not.
 * @param random numbers in [0, 1).
 */
export function fuzzer(schema: GraphQLSchema, random: () => number): () => Fuzzed {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const chance = (share: number): boolean => random() < share

  const value = (type: GraphQLInputType, depth: number): unknown => {
    if (chance(0.015)) return pick(strange)
    if (isNonNullType(type)) return value(type.ofType, depth)
    if (chance(0.05)) return null
    if (isListType(type)) return Array.from({ length: Math.floor(random() * 3) }, () => value(type.ofType, depth + 1))
    if (isEnumType(type)) return pick(type.getValues()).name
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) || chance(depth > 3 ? 0.1 : 0.4))
      return Object.fromEntries(fields.map((field) => [field.name, value(field.type, depth + 1)]))
    }
    if (chance(0.12)) return pick(strange)
    switch (type.name) {
      case 'Int':
        return Math.floor(random() * 60) - 5
      case 'Float':
        return random() * 1_000
      case 'Boolean':
        return chance(0.5)
      case 'Date':
        return pick(['2014-01-01', '2013-06-30', '2012-02-29'])
      case 'DateTime':
        return '2014-01-01T12:00:00Z'
      case 'Decimal':
      case 'Money':
        return pick(['0', '12.50', '-3', '1000000'])
      case 'ID':
        return pick(['00000000-0000-4000-8000-000000000001', 'x', '7'])
      default:
        return pick(['north', 'a', 'NET_REVENUE', 'net revenue', 'Bikes'])
    }
  }

  return () => {
    const variables: Record<string, unknown> = {}
    const definitions: string[] = []
    const argument = ({ name, type }: GraphQLArgument): string => {
      const variable = `v${definitions.length}`
      definitions.push(`$${variable}: ${String(type)}`)
      variables[variable] = value(type, 0)
      return `${name}: $${variable}`
    }
    const field = (asked: GraphQLField<unknown, unknown>, depth: number): string => {
      const given = asked.args.filter(({ type }) => isNonNullType(type) || chance(0.4)).map(argument)
      const below = selection(asked.type, depth + 1)
      return `${asked.name}${given.length > 0 ? `(${given.join(', ')})` : ''}${below}`
    }
    const fields = (type: GraphQLOutputType, depth: number): string => {
      const named = getNamedType(type)
      if (!isObjectType(named)) return ''
      const all = Object.values(named.getFields()).filter((each) => depth < 5 || !isCompositeType(getNamedType(each.type)))
      const most = Math.max(1, Math.ceil(random() * 4))
      return Array.from({ length: most }, () => (all.length > 0 ? field(pick(all), depth) : '')).join(' ')
    }
    const selection = (type: GraphQLOutputType, depth: number): string => {
      const named = getNamedType(type)
      if (isUnionType(named)) {
        const parts = named.getTypes().map((each) => `... on ${each.name} { __typename ${depth < 5 ? fields(each, depth) : ''} }`)
        return ` { ${parts.join(' ')} }`
      }
      return isCompositeType(named) ? ` { __typename ${fields(named, depth)} }` : ''
    }
    const kind = chance(0.25) && schema.getMutationType() ? 'mutation' : 'query'
    const root = kind === 'mutation' ? schema.getMutationType() : schema.getQueryType()
    const asked = root ? field(pick(Object.values(root.getFields())), 0) : ''
    return { query: `${kind}${definitions.length > 0 ? ` (${definitions.join(', ')})` : ''} { ${asked} }`, variables }
  }
}
