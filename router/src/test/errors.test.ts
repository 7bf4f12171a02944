import { expect, test } from 'vitest'
import { masked } from '../errors.ts'

test('of a fault of ours a client learns its number and its place, and nothing else', () => {
  const fault = {
    message: 'connect ECONNREFUSED 10.0.0.7:5432',
    path: ['orders'],
    extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', serviceName: 'sales', exception: { stacktrace: ['at /srv/orders.ts'] } },
  }
  const said = masked(fault, 'number', true)
  expect(said).toEqual({
    message: expect.stringContaining('number'),
    path: ['orders'],
    extensions: { code: 'INTERNAL', correlationId: 'number' },
  })
  expect(JSON.stringify(said)).not.toMatch(/10\.0\.0\.7|sales|srv/)
})

test('what is meant for the reader is kept, without what the gateway adds to it', () => {
  const refusal = { message: 'You may not.', extensions: { code: 'FORBIDDEN', field: 'Query.orders', serviceName: 'sales' } }
  expect(masked(refusal, 'number', true)).toEqual({
    message: 'You may not.',
    extensions: { code: 'FORBIDDEN', field: 'Query.orders', correlationId: 'number' },
  })
})

test("a client's own mistake has one code, whatever the server calls it", () => {
  for (const code of ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']) {
    expect(masked({ message: 'Unknown field.', extensions: { code } }, 'number', true).extensions).toEqual({
      code: 'BAD_INPUT',
      correlationId: 'number',
    })
  }
})

test('whoever is not signed in is told no names of the schema', () => {
  const fault = {
    message: 'Cannot query field "orderz" on type "Query". Did you mean "order" or "orders"?',
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
  }
  expect(masked(fault, 'number', true).message).toBe(fault.message)
  expect(masked(fault, 'number', false).message).toBe('Cannot query field "orderz" on type "Query".')
})
