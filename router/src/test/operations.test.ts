import { buildSchema } from 'graphql'
import { expect, test } from 'vitest'
import { operationsOf } from '../access/operations.ts'

const operations = operationsOf(buildSchema('type Query { me: Me b(n: Int): String } type Me { me: Me name: String }'))
const reasons = (text: string): readonly string[] => {
  const prepared = operations.prepare(text)
  return 'errors' in prepared ? prepared.errors.map(({ message }) => message) : []
}

test('an operation that is valid is parsed and checked once', () => {
  const first = operations.prepare('{ me { name } }')
  expect(first).toHaveProperty('document')
  expect(operations.prepare('{ me { name } }')).toEqual(first)
  expect(operations.prepared('no such hash')).toBeUndefined()
})

test('a field that is written again and again is refused before pairs of it are looked at', () => {
  expect(reasons(`{ me { ${'me { name } '.repeat(20)} } }`)).toEqual([])
  expect(reasons(`{ me { ${'me { name } '.repeat(400)} } }`)).toEqual([
    'The operation repeats fields too often: me stands in it 400 times. Ask for it once.',
  ])
  const layered = `{ me { ${`me { ${'name '.repeat(15)} } `.repeat(15)} } }`
  expect(reasons(layered)).toEqual(['The operation repeats fields too often: name stands in it 225 times. Ask for it once.'])
})

test('fragments that spread themselves are refused, and measured without end by no rule', () => {
  const cycle = '{ me { ...A } } fragment A on Me { x: me { ...B } y: me { ...B } } fragment B on Me { me { ...A } }'
  expect(reasons(cycle)[0]).toContain('Cannot spread fragment "A" within itself')
})

test('an operation that can not be read says where it goes wrong', () => {
  expect(reasons('{ me { ')[0]).toContain('Syntax Error')
  expect(reasons(`{ b(n: ${'['.repeat(1_400)}1${']'.repeat(1_400)}) }`)).toHaveLength(1)
})
