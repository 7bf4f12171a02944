import { GraphQLScalarType, Kind, valueFromASTUntyped } from 'graphql'
import { badInput } from './errors.ts'

/**
 * A scalar that travels as a string.
 * @param accepts says whether a text is one.
 * @param wanted what one looks like, for whoever sent something else.
 */
function textScalar(name: string, accepts: (text: string) => boolean, wanted: string): GraphQLScalarType<string, string> {
  const refused = (value: unknown) => badInput(`${JSON.stringify(value)} is no ${name}: write ${wanted}.`)
  const read = (value: unknown): string => {
    if (typeof value === 'string' && accepts(value)) return value
    throw refused(value)
  }
  return new GraphQLScalarType<string, string>({
    name,
    parseValue: read,
    parseLiteral: (node) => {
      if (node.kind === Kind.STRING) return read(node.value)
      throw refused('value' in node ? node.value : node.kind)
    },
    serialize: (value) => {
      if (typeof value === 'string' && accepts(value)) return value
      throw new TypeError(`A resolver gave ${JSON.stringify(value)} for a ${name}.`)
    },
  })
}

/** Whether a text is a day of the calendar, YYYY-MM-DD. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

const isInstant = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) &&
  isDate(text.slice(0, 10)) &&
  !Number.isNaN(Date.parse(text))

const isDecimal = (text: string): boolean => /^-?\d{1,30}(\.\d{1,20})?$/.test(text)

/** Instants leave as ISO 8601 in UTC, whether a resolver has them as a Date or as text. */
function instantScalar(): GraphQLScalarType<string, string> {
  const scalar = textScalar('DateTime', isInstant, 'an instant with its offset, such as "2026-03-31T18:00:00Z"')
  const { serialize } = scalar
  scalar.serialize = (value) => serialize(value instanceof Date ? value.toISOString() : value)
  return scalar
}

const json = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
  serialize: (value) => value,
})

/** How every subgraph reads and writes the scalars of common.graphql. */
export const sharedResolvers = {
  Date: textScalar('Date', isDate, 'a day of the calendar, such as "2026-03-31"'),
  DateTime: instantScalar(),
  Decimal: textScalar('Decimal', isDecimal, 'a decimal number as a string, such as "1234.5"'),
  Money: textScalar('Money', isDecimal, 'a decimal number as a string, such as "1234.50"'),
  JSON: json,
}
