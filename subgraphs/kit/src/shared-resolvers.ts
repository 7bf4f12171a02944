import { GraphQLScalarType, Kind, type ValueNode, valueFromASTUntyped } from 'graphql'
import { badInput } from './errors.ts'
import { isDay } from './metrics/days.ts'

const decimal = /^-?\d+(\.\d+)?$/
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

const shown = (value: unknown): string => (typeof value === 'string' ? `"${value}"` : JSON.stringify(value))

const Date_ = textScalar('Date', {
  read: (value) => (typeof value === 'string' && isDay(value) ? value : null),
  write: (value) => (typeof value === 'string' && isDay(value) ? value : null),
  wanted: 'a day as YYYY-MM-DD, such as "2026-03-31"',
})

const DateTime = textScalar('DateTime', {
  read: (value) => (typeof value === 'string' && instant.test(value) ? isoOf(value) : null),
  write: (value) => (value instanceof Date || typeof value === 'string' ? isoOf(value) : null),
  wanted: 'an instant with its offset, such as "2026-03-31T12:00:00Z"',
})

const exactNumber = (wanted: string) => ({
  read: (value: unknown) => (typeof value === 'string' && decimal.test(value) ? value : wholeNumber(value)),
  write: (value: unknown) => (typeof value === 'string' && decimal.test(value) ? value : wholeNumber(value)),
  wanted,
})

const Decimal = textScalar('Decimal', exactNumber('an exact decimal number as a string, such as "1234.5"'))
const Money = textScalar('Money', exactNumber('an exact amount as a decimal string, such as "1234.50"'))

const JSON_ = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
})

/** The scalars that every subgraph shares. */
export const sharedResolvers = { Date: Date_, DateTime, Decimal, Money, JSON: JSON_ }

interface Text {
  /** What a client sent, as resolvers get it; null: it can't be used. */
  readonly read: (value: unknown) => string | null
  /** What a resolver gave, as clients get it; null: it can't be used. */
  readonly write: (value: unknown) => string | null
  readonly wanted: string
}

/** A scalar that is a string on both sides. */
function textScalar(name: string, { read, write, wanted }: Text): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    const found = read(value)
    if (found === null) throw badInput(`${shown(value)} is not a ${name}: write ${wanted}.`)
    return found
  }
  return new GraphQLScalarType<string, string>({
    name,
    parseValue: parse,
    // A literal's digits are taken as they are written, so that 0.1 stays exact.
    parseLiteral: (node) => parse(literalText(node)),
    serialize: (value) => {
      const found = write(value)
      if (found === null) throw new TypeError(`A resolver gave ${shown(value)} for a ${name}.`)
      return found
    },
  })
}

function literalText(node: ValueNode): unknown {
  switch (node.kind) {
    case Kind.STRING:
    case Kind.INT:
    case Kind.FLOAT:
      return node.value
    default:
      return valueFromASTUntyped(node)
  }
}

/** JSON's numbers are floating point: only whole ones are sure to be what was meant. */
const wholeNumber = (value: unknown): string | null =>
  typeof value === 'bigint' || Number.isSafeInteger(value) ? String(value) : null

function isoOf(value: Date | string): string | null {
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}
