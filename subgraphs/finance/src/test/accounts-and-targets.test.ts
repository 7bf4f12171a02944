import { companyId, importedId } from '@aems/drizzle/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { books } from './books.ts'
import { importedFinance } from './imported.ts'

let finance: Awaited<ReturnType<typeof importedFinance>>
beforeAll(async () => {
  finance = await importedFinance(books)
}, 60_000)
afterAll(() => finance.drop())

/** Sends a command; what it gives, or its refusal. */
async function send(command: string, input: object, fields: string, as = finance.viewer): Promise<Record<string, unknown>> {
  const type = `${command.charAt(0).toUpperCase()}${command.slice(1)}Input`
  const data = await finance.ask<Record<string, Record<string, unknown>>>(
    `mutation ($input: ${type}!) { ${command}(input: $input) { ${fields} ... on UserError { message } } }`,
    { input },
    as,
  )
  return data[command] ?? {}
}

const account = '... on Account { id ref name type subtype contra parent { name } }'
const travel = importedId(companyId('mill'), 'account', '6100')

test('an account keeps its meaning while entries of it lie in a closed period; its name it may change', async () => {
  const change = (input: object) => send('changeAccount', { accountId: travel, ...input }, account)
  expect(await change({ subtype: 'MARKETING' })).toMatchObject({ name: 'Travel', subtype: 'marketing' })
  expect(await change({ subtype: 'TRAVEL' })).toMatchObject({ subtype: 'travel' })
  await send('closeBooks', { closedTo: '2025-06-30' }, '... on Closing { closedTo }')
  const closed = {
    message:
      'Travel has entries in the closed period to 2025-06-30, whose figures would change. Reopen it first (reopenBooks), or open another account.',
  }
  expect(await change({ subtype: 'MARKETING' })).toEqual(closed)
  expect(await change({ type: 'ASSET' })).toEqual(closed)
  expect(await change({ contra: true })).toEqual(closed)
  // Whoever sees no entries is told the same: they are closed for everybody.
  const nobody = { ...finance.viewer, scopes: new Set(['finance:read', 'finance:write']), employeeId: null }
  expect(await send('changeAccount', { accountId: travel, contra: true }, account, nobody)).toEqual(closed)
  expect(await change({ name: 'Journeys' })).toMatchObject({ name: 'Journeys', subtype: 'travel' })
  await send('reopenBooks', { openFrom: '2000-01-01', reason: 'Accounts are sorted anew' }, '... on Closing { closedTo }')
  expect(await change({ contra: true })).toMatchObject({ contra: true })
  expect(await change({ contra: false })).toMatchObject({ contra: false })
})

test('an account is opened beneath another, with a number of its own', async () => {
  const input = { ref: '6110', name: 'Trains', type: 'EXPENSE', subtype: 'TRAVEL', parentId: travel }
  expect(await send('openAccount', input, account)).toMatchObject({ ref: '6110', type: 'EXPENSE', contra: false, parent: {} })
  expect(await send('openAccount', input, account)).toEqual({
    message: 'The number 6110 belongs to another account. Choose another.',
  })
})

test('a target is set, and replaced by the next for the same days', async () => {
  const june = { startsOn: '2025-06-01', endsOn: '2025-06-30' }
  const target = '... on Target { metric member amount }'
  const set = (input: object, as = finance.viewer) =>
    send('setTarget', { metric: 'OPERATING_EXPENSES', ...june, ...input }, target, as)
  expect(await set({ amount: '300' })).toEqual({ metric: 'OPERATING_EXPENSES', member: null, amount: '300.0000' })
  expect(await set({ amount: '310' })).toMatchObject({ amount: '310.0000' })
  expect(
    await finance.database.admin`select amount::float8 as amount from finance.targets
    where starts_on = '2025-06-01' and ends_on = '2025-06-30' and metric = 'OPERATING_EXPENSES'`,
  ).toEqual([{ amount: 310 }])
  expect(await set({ amount: '1', endsOn: '2025-05-31' })).toEqual({
    message: 'It ends on 2025-05-31, before it starts on 2025-06-01. Exchange the two.',
  })
  expect(await set({ amount: '1', dimension: 'ACCOUNT' })).toEqual({
    message: 'A dimension and its member belong together: give both or neither.',
  })
  expect(await set({ amount: '1', dimension: 'ACCOUNT', member: 'Jorneys' })).toEqual({
    message: expect.stringMatching(/^There is no account “Jorneys”\. The nearest are “Journeys”/),
  })
  expect(await set({ amount: '20', dimension: 'ACCOUNT', member: 'Journeys' })).toMatchObject({ member: 'Journeys' })
  const some = { ...finance.viewer, scopes: new Set(['finance:read', 'finance:write']) }
  expect(await set({ amount: '1' }, some)).toEqual({
    message: 'Who sees some org units alone sets no targets; ask somebody who sees all of them (hr:all).',
  })
})
