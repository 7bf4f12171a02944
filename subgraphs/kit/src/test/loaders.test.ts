import { expect, test } from 'vitest'
import { loadMany, loadOne } from '../loaders.ts'

test('look-ups of one tick share a fetch, each key once, and come back in the order asked', async () => {
  const fetches: (readonly string[])[] = []
  const byId = loadOne(
    async (ids: readonly string[]) => {
      fetches.push(ids)
      return [{ id: 'b' }, { id: 'a' }]
    },
    (row) => row.id,
  )
  expect(await Promise.all([byId('a'), byId('b'), byId('a'), byId('gone')])).toEqual([
    { id: 'a' },
    { id: 'b' },
    { id: 'a' },
    null,
  ])
  expect(fetches).toEqual([['a', 'b', 'gone']])
})

test('rows that belong to a key keep the order in which they were fetched; none is an empty list', async () => {
  const ofCustomer = loadMany(
    async () => [
      { id: 2, customerId: 'x' },
      { id: 1, customerId: 'x' },
    ],
    (row) => row.customerId,
  )
  expect(await Promise.all([ofCustomer('x'), ofCustomer('y')])).toEqual([
    [
      { id: 2, customerId: 'x' },
      { id: 1, customerId: 'x' },
    ],
    [],
  ])
})
