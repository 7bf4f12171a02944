import { buildSchema, parse, validate } from 'graphql'
import { expect, test } from 'vitest'
import { sizeLimits } from '../access/limits.ts'

const schema = buildSchema('type Query { a: Query b: String }')
const faults = (operation: string): readonly string[] =>
  validate(schema, parse(operation), [sizeLimits]).map(({ message }) => message)
const nested = (depth: number): string => `${'{ a '.repeat(depth - 1)}{ b ${'} '.repeat(depth)}`

test('twelve deep is admitted, thirteen is not, whether nested or by fragments', () => {
  expect(faults(nested(12))).toEqual([])
  expect(faults(nested(13))).toEqual(['The operation nests 13 deep; 12 at most. Ask for the rest on its own.'])
  const fragments = Array.from({ length: 12 }, (_, index) => `fragment F${index} on Query { a { ...F${index + 1} } }`).join(' ')
  expect(faults(`{ ...F0 } ${fragments} fragment F12 on Query { b }`)).toHaveLength(1)
})

test('thirty fields at the root are admitted, thirty-one are not, wherever they are written', () => {
  const fields = (count: number): string => Array.from({ length: count }, (_, index) => `f${index}: b`).join(' ')
  expect(faults(`{ ${fields(30)} }`)).toEqual([])
  expect(faults(`{ ${fields(31)} }`)).toHaveLength(1)
  expect(faults(`{ ${fields(20)} ... on Query { ${fields(5)} } ...F } fragment F on Query { ${fields(6)} }`)).toHaveLength(1)
})

test('fragments that double at each step, or spread themselves, are measured at once', () => {
  const bomb = Array.from(
    { length: 40 },
    (_, index) => `fragment F${index} on Query { x: a { ...F${index + 1} } y: a { ...F${index + 1} } }`,
  )
  expect(faults(`{ ...F0 } ${bomb.join(' ')} fragment F40 on Query { b }`)).toHaveLength(1)
  const roots = Array.from({ length: 40 }, (_, index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`)
  expect(faults(`{ ...F0 } ${roots.join(' ')} fragment F40 on Query { b }`)).toHaveLength(1)
  expect(faults('{ ...A } fragment A on Query { a { ...B } } fragment B on Query { a { ...A } }')).toEqual([])
})
