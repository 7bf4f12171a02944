import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { importRole, urlAs } from '@aems/drizzle/roles.ts'
import { freshDatabase } from '@aems/drizzle/testing.ts'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import type { StartImportProcess } from '../import-process.ts'
import { importProcesses } from '../import-process.ts'
import { authOver, filling, grantOf } from './asking.ts'

const operatorKey = 'the operator key of a test'
const directory = fileURLToPath(new URL('../../../../drizzle/import/test/company', import.meta.url))
const starting = `mutation ($input: StartImportInput!) {
  startImport(input: $input) { __typename ... on ImportStarted { id } ... on UserError { message path } }
}`
const reading = `query ($id: ID!) {
  import(id: $id) { status companyKey dryRun counts { file rows added } leftOut faults { file line } faultCount failure startedAt endedAt }
}`
const recordSchema = z.looseObject({
  status: z.string(),
  failure: z.string().nullable(),
  counts: z.array(z.object({ file: z.string(), rows: z.number(), added: z.number() })),
})

/** A server that imports, with one user; `start` in place of real processes. */
async function importingAuth(start?: StartImportProcess) {
  const fresh = await freshDatabase()
  const startImportProcess = start ?? importProcesses(urlAs(fresh.adminUrl, importRole, fresh.secret))
  const auth = authOver(fresh, { operatorKey, startImportProcess })
  const { user } = filling(fresh)
  const userId = await user('jo@example.com')
  const token = async () =>
    grantOf(
      await auth.ask(
        'mutation ($operatorKey: String!) { actAs(input: { operatorKey: $operatorKey }) { ... on ActingAs { accessToken expiresAt } } }',
        { operatorKey },
      ),
      'actAs',
    ).accessToken
  const begin = async (input: object = {}) => {
    const { data } = await auth.ask(starting, { input: { operatorKey, directory, ...input } })
    return z.looseObject({ id: z.string().optional(), message: z.string().optional() }).parse(data?.['startImport'])
  }
  const read = async (id: string) =>
    recordSchema.parse((await auth.ask(reading, { id }, { token: await token() })).data?.['import'])
  const finished = async (id: string) => {
    for (const end = Date.now() + 15_000; Date.now() < end; await delay(50)) {
      const record = await read(id)
      if (record.status !== 'RUNNING') return record
    }
    throw new Error('The import did not end in time.')
  }
  return { fresh, ...auth, userId, token, begin, read, finished }
}

/** A process that goes on until it is stopped, and then ends without a word. */
function silentProcess(): { start: StartImportProcess; stopped: () => boolean } {
  let stopped = false
  const start: StartImportProcess = () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    return {
      stop: () => {
        stopped = true
        resolve()
      },
      ended: promise,
    }
  }
  return { start, stopped: () => stopped }
}

test('an import runs in a process of its own; whoever it runs for owns the new company', async () => {
  const { begin, finished, ask, token } = await importingAuth()
  const { id = '' } = await begin({ companyKey: 'small' })
  const record = await finished(id)
  expect(record).toMatchObject({ status: 'DONE', companyKey: 'small', dryRun: false, faultCount: 0, failure: null })
  expect(record.counts).toContainEqual({ file: 'company.csv', rows: 1, added: 1 })
  const { data } = await ask('{ me { company { key } roles } imports { companyKey status } }', {}, { token: await token() })
  expect(data).toEqual({
    me: { company: { key: 'small' }, roles: ['owner'] },
    imports: [{ companyKey: 'small', status: 'DONE' }],
  })
})

test('an import of a directory that can not be used is refused, with what to do', async () => {
  const { begin } = await importingAuth()
  expect(await begin({ directory: 'here' })).toMatchObject({
    message: '"here" is not an absolute path on the server\'s machine.',
    path: ['input', 'directory'],
  })
  expect(await begin({ directory: '/nowhere' })).toMatchObject({
    message: "/nowhere has no company.csv that names the company's key. Check the path, or name one: --company KEY.",
  })
  expect(await begin({ companyKey: 'No Key' })).toMatchObject({ path: ['input', 'companyKey'] })
})

test('an import whose process ends without a word has failed, and says so', async () => {
  const { start } = silentProcess()
  const { begin, finished } = await importingAuth((...ids) => {
    const process = start(...ids)
    process.stop()
    return process
  })
  const { id = '' } = await begin()
  expect(await finished(id)).toMatchObject({ status: 'FAILED', failure: expect.stringContaining('ended without saying why') })
})

test('while an import is under way, another into the same company is refused; cancelling stops its process', async () => {
  const { start, stopped } = silentProcess()
  const { begin, ask, token, read } = await importingAuth(start)
  const { id = '' } = await begin({ companyKey: 'small' })
  expect(await begin({ companyKey: 'small' })).toMatchObject({
    message: 'An import into small is under way. Wait for it, or cancel it.',
  })
  await ask('mutation ($id: ID!) { cancelImport(id: $id) { id } }', { id }, { token: await token() })
  expect(stopped()).toBe(true)
  expect((await read(id)).status).not.toBe('RUNNING')
})

/** A company with so many customers that its import is under way for seconds. */
function manyCustomers(): string {
  const made = mkdtempSync(join(tmpdir(), 'aems-many-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  cpSync(join(directory, 'company.csv'), join(made, 'company.csv'))
  const rows = Array.from({ length: 300_000 }, (_, index) => `C${index},Customer ${index}\n`).join('')
  writeFileSync(join(made, 'customers.csv'), `ref,name\n${rows}`)
  return made
}

test('an import that is cancelled while it reads ends as cancelled, nothing of it is kept, and another may begin', async () => {
  const { begin, ask, token, read, finished, fresh } = await importingAuth()
  const { id = '' } = await begin({ companyKey: 'small', directory: manyCustomers() })
  const isReading = async () => {
    const [found] = await fresh.admin`select 1 from auth.imports where id = ${id} and progress->>'file' = 'customers.csv'`
    return found !== undefined
  }
  for (const end = Date.now() + 10_000; !(await isReading()); await delay(20)) {
    if (Date.now() > end) throw new Error('The import did not begin to read in time.')
  }
  expect((await read(id)).status).toBe('RUNNING')
  await ask('mutation ($id: ID!) { cancelImport(id: $id) { id } }', { id }, { token: await token() })
  // The mutation returns when the process is gone: nothing is left to wait for.
  expect(await read(id)).toMatchObject({ status: 'CANCELLED', failure: null, counts: [], endedAt: expect.any(String) })
  const [kept] = await fresh.admin`select (select count(*)::integer from auth.companies) as companies,
    (select count(*)::integer from auth.memberships) as memberships, (select count(*)::integer from sales.customers) as customers`
  expect(kept).toEqual({ companies: 0, memberships: 0, customers: 0 })
  const { id: next = '' } = await begin({ companyKey: 'small' })
  expect((await finished(next)).status).toBe('DONE')
})

test('an import that a crash left under way has failed when the next server starts', async () => {
  const { begin, fresh, read } = await importingAuth(silentProcess().start)
  const { id = '' } = await begin()
  const next = authOver(fresh, { operatorKey, startImportProcess: silentProcess().start })
  await next.ask(starting, { input: { operatorKey, directory, companyKey: 'other' } })
  expect(await read(id)).toMatchObject({ status: 'FAILED', failure: expect.stringContaining('The server stopped') })
})

test('a server leaves alone what another imports, until nothing was heard of it for half a minute', async () => {
  const { begin, fresh, read } = await importingAuth(silentProcess().start)
  const { id = '' } = await begin()
  const next = authOver(fresh, { operatorKey, startImportProcess: silentProcess().start, sharesImports: true })
  const beginThere = async () => (await next.ask(starting, { input: { operatorKey, directory } })).data?.['startImport']
  expect(await beginThere()).toMatchObject({ message: 'An import into hilltop-tea is under way. Wait for it, or cancel it.' })
  await fresh.admin`update auth.imports set heard_at = now() - interval '29 seconds'`
  expect(await beginThere()).toMatchObject({ __typename: 'StartImportRefused' })
  await fresh.admin`update auth.imports set heard_at = now() - interval '31 seconds'`
  expect(await beginThere()).toMatchObject({ __typename: 'ImportStarted' })
  expect(await read(id)).toMatchObject({ status: 'FAILED', failure: expect.stringContaining('The server stopped') })
})

test('an import is read by whoever started it and by those who may import into the company, and by nobody else', async () => {
  const { begin, fresh, ask, signIn, finished } = await importingAuth()
  const { id = '' } = await begin({ companyKey: 'small' })
  await finished(id)
  const { user, company } = filling(fresh)
  const admin = await user('admin@example.com')
  const viewer = await user('viewer@example.com')
  await fresh.admin`insert into auth.memberships (tenant_id, user_id, roles)
    select id, ${admin}::uuid, '{administrator}'::text[] from auth.companies union all select id, ${viewer}::uuid, '{viewer}' from auth.companies`
  await company('theirs', { [await user('stranger@example.com')]: 'owner' })
  const sees = async (email: string) =>
    (await ask('query ($id: ID!) { import(id: $id) { companyKey } }', { id }, { token: await signIn(email) })).data
  expect(await sees('admin@example.com')).toEqual({ import: { companyKey: 'small' } })
  expect(await sees('viewer@example.com')).toEqual({ import: null })
  expect(await sees('stranger@example.com')).toEqual({ import: null })
})

const takingBack = `mutation ($id: ID!) { rollBackImport(input: { id: $id }) {
  __typename ... on RollbackStarted { id } ... on ImportWrittenSince { message rows { file row message } total } ... on UserError { message } } }`

test('rolling an import back names the rows that were written since; without any, the import goes', async () => {
  const { begin, finished, ask, token, fresh } = await importingAuth()
  const { id = '' } = await begin({ companyKey: 'small' })
  await finished(id)
  const rollBack = async (which: string) =>
    (await ask(takingBack, { id: which }, { token: await token() })).data?.['rollBackImport']
  expect(await rollBack('018f0000-0000-7000-8000-000000000000')).toMatchObject({
    __typename: 'RollBackImportRefused',
    message: 'There is no such import into this company.',
  })
  await fresh.admin`update sales.customers set name = 'By hand' where ref = 'C1'`
  expect(await rollBack(id)).toEqual({
    __typename: 'ImportWrittenSince',
    message: '1 row was written since; nothing was taken back.',
    rows: [{ file: 'customers.csv', row: 'C1', message: 'was changed or added since' }],
    total: 1,
  })
  const { id: second = '' } = await begin({ companyKey: 'small' })
  await finished(second)
  const started = z.object({ id: z.string() }).parse(await rollBack(second))
  expect(await finished(started.id)).toMatchObject({ status: 'DONE' })
  expect(await fresh.admin`select name from sales.customers where ref = 'C1'`).toEqual([{ name: 'By hand' }])
  const { data } = await ask('{ imports { id rollsBack rolledBackAt } }', {}, { token: await token() })
  expect(data?.['imports']).toContainEqual({ id: second, rollsBack: null, rolledBackAt: expect.any(String) })
  expect(data?.['imports']).toContainEqual({ id: started.id, rollsBack: second, rolledBackAt: null })
})
