import type { Viewer } from '@aems/kit/viewer.ts'
import { type Metric, satisfies } from '@aems/schema/catalogue.ts'
import { type Classification, classify } from '@aems/schema/classification.ts'
import { apiSdl, supergraphSdl } from '@aems/schema/sdl.ts'
import {
  buildSchema,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import type { RecordField, RecordType } from '../domain/records/plan.ts'

let schema: GraphQLSchema | undefined
let classified: Classification | undefined

/** What an answer has no use for: keys of the machine, amounts in other currencies, and when people were born. */
const skipped = /^(id|custom|currency.*|exchangeRate|born.*|.*Id)$/

/** The records behind a figure, with those of their fields that the viewer may see; undefined where no list holds them. */
export function recordTypeOf(metric: Metric, viewer: Viewer): RecordType | undefined {
  schema ??= buildSchema(apiSdl(), { assumeValidSDL: true })
  classified ??= classify(supergraphSdl())
  const { records, domain } = metric
  const query = records && schema.getQueryType()?.getFields()[records.field]
  const connection = query && getNamedType(query.type)
  const node = isObjectType(connection) ? getNamedType(connection.getFields()['nodes']?.type ?? connection) : undefined
  if (!records || !query || !isObjectType(node) || node === connection) return undefined
  const order = query.args.find(({ name }) => name === 'orderBy')?.type
  const orderType = order && getNamedType(order)
  return {
    domain,
    name: node.name,
    field: records.field,
    state: records.state ?? null,
    fields: Object.values(node.getFields()).flatMap((field) => fieldOf(node.name, field, viewer) ?? []),
    orders: isEnumType(orderType) ? orderType.getValues().map(({ name }) => name) : [],
  }
}

function maySee(type: string, field: string, { scopes }: Viewer): boolean {
  const access = classified?.get(type)?.get(field) ?? []
  return access.length > 0 && access.every((each) => each.kind !== 'scopes' || satisfies(scopes, each.anyOf))
}

const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type)

const kinds: Readonly<Record<string, RecordField['kind']>> = {
  Date: 'day',
  DateTime: 'day',
  Money: 'money',
  Decimal: 'number',
  Int: 'number',
}

function fieldOf(
  type: string,
  { name, type: output, args }: GraphQLField<unknown, unknown>,
  viewer: Viewer,
): RecordField | undefined {
  if (skipped.test(name) || args.length > 0 || isList(output) || !maySee(type, name, viewer)) return undefined
  const leaf = getNamedType(output)
  const kind = kinds[leaf.name] ?? (leaf.name === 'String' || isEnumType(leaf) ? 'text' : undefined)
  if (kind) return { name, kind, named: null }
  const label = isObjectType(leaf)
    ? ['name', 'title', 'label'].find((one) => leaf.getFields()[one] !== undefined && maySee(leaf.name, one, viewer))
    : undefined
  return label === undefined ? undefined : { name, kind: 'text', named: label }
}
