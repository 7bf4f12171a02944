import { importRole, urlAs } from '@aems/drizzle/roles.ts'
import { expect, test } from 'vitest'
import { importProcesses } from '../import-process.ts'
import { authOver, filling, freshAuth } from './asking.ts'

const pushing = `mutation ($input: ImportRowsInput!) { importRows(input: $input) { __typename
  ... on Import { id status companyKey dryRun counts { file rows added changed } faults { file row line column message } faultCount failure }
  ... on UserError { message path } } }`

/** A company with an owner, an administrator and an analyst, on a server that imports. */
async function pushedTo() {
  const { fresh } = await freshAuth()
  const auth = authOver(fresh, { startImportProcess: importProcesses(urlAs(fresh.adminUrl, importRole, fresh.secret)) })
  const { user, company, audited } = filling(fresh)
  const people = {
    [await user('owner@example.com')]: 'owner',
    [await user('admin@example.com')]: 'administrator',
    [await user('analyst@example.com')]: 'analyst',
  }
  await company('acme', people)
  const push = async (email: string, input: object) =>
    auth.ask(pushing, { input }, { token: await auth.signIn(`${email}@example.com`) })
  return { fresh, audited, push, pushed: async (email: string, input: object) => (await push(email, input)).data?.['importRows'] }
}

const customers = { file: 'customers.csv', rows: [{ ref: 'C1', name: 'Anna', employees: 3 }] }

test('rows are pushed by whoever may import; the answer has the outcome, and the record no rows', async () => {
  const { fresh, push, pushed, audited } = await pushedTo()
  expect(await pushed('admin', { files: [customers] })).toMatchObject({
    __typename: 'Import',
    status: 'DONE',
    companyKey: 'acme',
    dryRun: false,
    counts: [{ file: 'customers.csv', rows: 1, added: 1, changed: 0 }],
    faultCount: 0,
  })
  expect(await pushed('owner', { files: [customers], dryRun: true })).toMatchObject({
    status: 'DONE',
    dryRun: true,
    counts: [{ file: 'customers.csv', rows: 1, added: 0, changed: 0 }],
  })
  const faulty = {
    file: 'customers.csv',
    rows: [
      { ...customers.rows[0], ref: 'C2' },
      { ref: 'C3', name: 'Bo', employees: -1 },
    ],
  }
  expect(await pushed('owner', { files: [faulty] })).toMatchObject({
    status: 'FAULTY',
    counts: [],
    faults: [{ file: 'customers.csv', row: 2, line: 3, column: 'employees', message: expect.stringContaining('"-1"') }],
  })
  expect(await fresh.admin`select ref from sales.customers`).toEqual([{ ref: 'C1' }])
  expect(await fresh.admin`select count(*)::integer, count(rows)::integer as kept from auth.imports`).toEqual([
    { count: 3, kept: 0 },
  ])
  expect(await audited()).toEqual(expect.arrayContaining(['import-started', 'company.imported']))
  expect((await push('analyst', { files: [customers] })).codes).toEqual(['FORBIDDEN'])
})

test('what is no push at all is refused before anything starts', async () => {
  const { fresh, pushed } = await pushedTo()
  expect(await pushed('owner', { files: [{ file: 'customers.csv', rows: ['C1'] }] })).toEqual({
    __typename: 'StartImportRefused',
    message: 'A row is an object of its file\'s columns, such as {"ref": "C1", "name": "Anna"}.',
    path: ['input', 'files', '0', 'rows', '0'],
  })
  const many = Array.from({ length: 9_999 }, (_, index) => ({ ref: `C${index}`, name: 'Many' }))
  expect(
    await pushed('owner', {
      files: [
        { file: 'customers.csv', rows: many },
        { file: 'suppliers.csv', rows: [{}, {}] },
      ],
    }),
  ).toEqual({
    __typename: 'StartImportRefused',
    message: 'A push has 10,000 rows at most; send the others in another.',
    path: ['input', 'files', '1', 'rows'],
  })
  expect(await pushed('owner', { files: [] })).toMatchObject({
    __typename: 'StartImportRefused',
    message: 'There are no rows to load.',
  })
  expect(await fresh.admin`select 1 from auth.imports`).toEqual([])
})
