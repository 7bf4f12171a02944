import fc from 'fast-check'
import { GraphQLError, GraphQLObjectType, GraphQLSchema } from 'graphql'
import { expect, test } from 'vitest'
import { subgraphExecutor } from '../execute.ts'
import { sharedResolvers } from '../shared-resolvers.ts'

const { Date: Day, DateTime, Decimal, Money, JSON: Json } = sharedResolvers

test('an exact number is a string of digits and stays as it was written', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^-?\d{1,30}(\.\d{1,10})?$/), (text) => {
      expect(Decimal.parseValue(text)).toBe(text)
      expect(Money.serialize(text)).toBe(text)
    }),
  )
})

test.each([['1e3'], ['1,5'], [''], ['NaN'], [0.1], [2 ** 60], [null], [true], [' 1']])('%s is not an exact number', (value) => {
  expect(() => Decimal.parseValue(value)).toThrow(/is not a Decimal: write an exact decimal number as a string/)
})

test('whole numbers will do for exact ones, as will numbers in the text of an operation', () => {
  expect(Decimal.parseValue(12)).toBe('12')
  expect(Decimal.serialize(12n)).toBe('12')
})

test.each([['2026-02-30'], ['2026-13-01'], ['2026-2-3'], ['03/31/2026'], ['2026-03-31T00:00:00Z'], [20260331], [null]])(
  '%s is not a day',
  (value) => {
    expect(() => Day.parseValue(value)).toThrow(/is not a Date: write a day as YYYY-MM-DD/)
  },
)

test('every day of the calendar is a day', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), (date) => {
      const text = date.toISOString().slice(0, 10)
      expect(Day.parseValue(text)).toBe(text)
    }),
  )
})

test('an instant needs its offset, and comes out in UTC', () => {
  expect(DateTime.parseValue('2026-03-31T14:00:00+02:00')).toBe('2026-03-31T12:00:00.000Z')
  expect(DateTime.serialize(new Date(0))).toBe('1970-01-01T00:00:00.000Z')
  for (const value of ['2026-03-31T14:00:00', '2026-03-31', 'now', 0]) {
    expect(() => DateTime.parseValue(value)).toThrow(/is not a DateTime: write an instant with its offset/)
  }
})

test('what a resolver gives for a scalar is checked too', () => {
  expect(() => Day.serialize(new Date())).toThrow(TypeError)
  expect(() => Money.serialize(0.1 + 0.2)).toThrow(TypeError)
})

test('structured data comes as it is', () => {
  const value = { a: [1, null, { b: 'c' }] }
  expect(Json.parseValue(value)).toBe(value)
})

test('a scalar that is refused says why, as a literal and as a variable', async () => {
  const schema = new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: { since: { type: Day, args: { day: { type: Day } } } } }),
  })
  const subgraph = { name: 'test', schema, context: () => ({}), close: async () => {} }
  const execute = subgraphExecutor(subgraph, (fault) => {
    throw fault
  })
  const request = {
    viewer: null,
    correlationId: 'test',
    session: { begin: null, end: false },
    graph: { execute: () => Promise.reject(new GraphQLError('not asked')) },
    client: { address: '', userAgent: '', keepsCookies: false },
  }
  const literal = await execute({ query: '{ since(day: "2026-02-30") }' }, request)
  const variable = await execute({ query: 'query ($day: Date!) { since(day: $day) }', variables: { day: '2026-02-30' } }, request)
  for (const { errors } of [literal, variable]) {
    expect(errors?.[0]?.message).toContain('"2026-02-30" is not a Date: write a day as YYYY-MM-DD, such as "2026-03-31".')
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_INPUT' })
  }
})
