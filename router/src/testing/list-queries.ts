import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from 'graphql'

/** A query of two levels: a list, and one field of what is in it. */
export interface ListQuery {
  /** Such as `Customer.orders`. */
  readonly name: string
  readonly operation: string
}

type Field = GraphQLField<unknown, unknown>

/** How a list is reached: the fields from the root on, and what is in the last. */
interface Reached {
  readonly path: readonly Field[]
  readonly item: GraphQLObjectType
}

/** So many rows of a list at most, where its field lets one say so. */
const pageSize = 200

/**
 * A query for each field of objects of each type that some list of the graph holds: found by walking the schema, so that a
 * new domain is walked without anybody's doing. Fields that need an argument are left out.
 */
export function listQueries(schema: GraphQLSchema): ListQuery[] {
  const reached = new Map<string, Reached>()
  const waiting = listsOf(schema.getQueryType(), [])
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (reached.has(next.item.name)) continue
    reached.set(next.item.name, next)
    waiting.push(...listsOf(next.item, next.path))
  }
  return [...reached.values()].flatMap(({ path, item }) =>
    fieldsOf(item)
      .filter((field) => isObjectType(getNamedType(field.type)))
      .map((field) => ({ name: `${item.name}.${field.name}`, operation: `{ ${nested([...path, field])} }` })),
  )
}

const fieldsOf = (type: GraphQLObjectType): Field[] =>
  Object.values(type.getFields()).filter((field) => !field.args.some(isRequiredArgument))

function listsOf(type: GraphQLObjectType | null | undefined, path: readonly Field[]): Reached[] {
  if (!type) return []
  return fieldsOf(type).flatMap((field) => {
    const item = itemOf(field.type)
    return item ? [{ path: [...path, field], item }] : []
  })
}

/** What a list or a connection holds, where that is an object. */
function itemOf(type: GraphQLOutputType): GraphQLObjectType | null {
  const bare = getNullableType(type)
  const named = getNamedType(bare)
  if (!isObjectType(named)) return null
  if (isListType(bare)) return named
  const nodes = named.getFields()['nodes']
  const item = nodes && getNamedType(nodes.type)
  return isObjectType(item) ? item : null
}

/** The fields within each other; of the last, what can be read without going further. */
function nested([field, ...rest]: readonly Field[]): string {
  if (!field) return ''
  const paged = field.args.some(({ name }) => name === 'first') ? `(first: ${pageSize})` : ''
  const named = getNamedType(field.type)
  if (!isObjectType(named)) return ''
  const isConnection = !isListType(getNullableType(field.type)) && itemOf(field.type) !== null
  const item = isConnection ? (itemOf(field.type) ?? named) : named
  const selected = rest.length > 0 ? nested(rest) : leaves(item)
  if (!isConnection) return `${field.name}${paged} { ${selected} }`
  const count = rest.length === 0 && 'totalCount' in named.getFields() ? 'totalCount ' : ''
  return `${field.name}${paged} { ${count}nodes { ${selected} } }`
}

const leaves = (type: GraphQLObjectType): string =>
  ['__typename', ...fieldsOf(type).flatMap((field) => (isLeafType(getNamedType(field.type)) ? [field.name] : []))].join(' ')
