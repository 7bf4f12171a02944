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
  const fields = (count: number): string => 'b '.repeat(count)
  expect(faults(`{ ${fields(30)} }`)).toEqual([])
  expect(faults(`{ ${fields(31)} }`)).toHaveLength(1)
  expect(faults(`{ ${fields(20)} ... on Query { ${fields(5)} } ...F } fragment F on Query { ${fields(6)} }`)).toHaveLength(1)
})

test('fragments that double at each step, or spread themselves, are measured at once', () => {
  const bomb = Array.from(
    { length: 40 },
    (_, index) => `fragment F${index} on Query { x: a { ...F${index + 1} } y: a { ...F${index + 1} } }`,
  )
  expect(faults(`{ ...F0 } ${bomb.join(' ')} fragment F40 on Query { b }`)).toHaveLength(4)
  const roots = Array.from({ length: 40 }, (_, index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`)
  expect(faults(`{ ...F0 } ${roots.join(' ')} fragment F40 on Query { b }`)).toHaveLength(3)
  expect(faults('{ ...A } fragment A on Query { a { ...B } } fragment B on Query { a { ...A } }')).toEqual([])
})

test('thirty aliases are admitted, thirty-one are not, however deep they are', () => {
  const aliases = (count: number): string => Array.from({ length: count }, (_, index) => `f${index}: b`).join(' ')
  expect(faults(`{ a { ${aliases(30)} } }`)).toEqual([])
  expect(faults(`{ a { ${aliases(15)} a { ${aliases(16)} } } }`)).toEqual([
    'The operation has 31 aliases; 30 at most. Ask in several.',
  ])
  expect(faults(`{ x: a { ...F } y: a { ...F } } fragment F on Query { ${aliases(15)} }`)).toHaveLength(1)
})

test('five directives are admitted at one place, six are not', () => {
  expect(faults(`{ b ${'@include(if: true) '.repeat(5)} }`)).toEqual([])
  expect(faults(`{ b ${'@include(if: true) '.repeat(6)} }`)).toHaveLength(1)
  expect(faults(`query ${'@x '.repeat(6)} { b }`)).toHaveLength(1)
})

test('fragments that come to thousands of fields when they are written out are refused', () => {
  const layers = Array.from({ length: 11 }, (_, index) => `fragment F${index} on Query { ...F${index + 1} b ...F${index + 1} }`)
  expect(faults(`{ a { ...F0 } } ${layers.join(' ')} fragment F11 on Query { b }`)).toEqual([
    'With its fragments written out the operation has 4,096 fields; 3,000 at most. Ask in several.',
  ])
})
