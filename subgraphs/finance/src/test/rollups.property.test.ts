import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { newId } from '@aems/drizzle/ids.ts'
import type { FreshDatabase } from '@aems/drizzle/testing.ts'
import { addDays } from '@aems/kit/metrics/days.ts'
import { metricTable } from '@aems/kit/metrics/engine.ts'
import type { MetricsQuery } from '@aems/kit/metrics/query.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FinanceDimension, FinanceMetric } from '../graph.generated.ts'
import { financeCatalogue } from '../metrics/metrics.ts'
import { books } from './books.ts'
import { importedFinance } from './imported.ts'

type Query = MetricsQuery<FinanceMetric, FinanceDimension>

let books2025: Awaited<ReturnType<typeof importedFinance>>
let database: DomainDatabase
let accounts: readonly string[]
let units: readonly (string | null)[]

beforeAll(async () => {
  books2025 = await importedFinance(books)
  const { admin, open } = books2025.database
  database = open('finance', { connections: 4 })
  await admin`select finance.ensure_partitions('2024-12-01', '2025-12-31')`
  accounts = (await admin`select id from finance.accounts order by ref`).map(({ id }) => String(id))
  units = [null, ...(await admin`select id from finance.projected_org_units order by ref`).map(({ id }) => String(id))]
}, 60_000)
afterAll(() => books2025.drop())

type Sql = FreshDatabase['admin'] | Parameters<Parameters<FreshDatabase['admin']['begin']>[1]>[0]

/** What is written: entries that are posted, changed, moved to another day and taken back, by few refs that meet often. */
const write = fc.record({
  kind: fc.constantFrom('post' as const, 'post' as const, 'change' as const, 'remove' as const, 'fold' as const),
  place: fc.nat({ max: 7 }),
  account: fc.nat({ max: 14 }),
  unit: fc.nat({ max: 2 }),
  day: fc.nat({ max: 300 }),
  scenario: fc.constantFrom('actual', 'actual', 'budget', 'forecast'),
  amount: fc.integer({ min: -500, max: 500 }),
})
type Write = typeof write extends fc.Arbitrary<infer Value> ? Value : never

async function run(sql: Sql, { kind, place, account, unit, day, scenario, amount }: Write): Promise<void> {
  const tenant = books2025.viewer.company.id
  const values = { account: accounts[account] ?? '', unit: units[unit] ?? null, day: addDays('2024-12-20', day) }
  const refs = [`random ${place}`, `random ${place + 1}`]
  if (kind === 'fold') await sql`select finance.fold_rollups()`
  if (kind === 'post')
    await sql`insert into finance.ledger_entries (tenant_id, posted_on, id, ref, account_id, org_unit_id, legal_entity_id, scenario, amount, currency, currency_amount)
      select ${tenant}, ${values.day}::date, ${newId()}::uuid, ${refs[0] ?? ''}, ${values.account}::uuid, ${values.unit}::uuid, ${values.unit}::uuid, ${scenario}, ${amount}, 'EUR', ${amount}
      where not exists (select from finance.ledger_entry_refs where tenant_id = ${tenant} and ref = ${refs[0] ?? ''})`
  if (kind === 'change')
    await sql`update finance.ledger_entries set amount = amount + ${amount}, posted_on = ${values.day}, account_id = ${values.account}, org_unit_id = ${values.unit}
      where tenant_id = ${tenant} and ref = any(${refs})`
  if (kind === 'remove') await sql`delete from finance.ledger_entries where tenant_id = ${tenant} and ref = any(${refs})`
}

/** The company's cells with all that was appended folded in, as text. */
async function cells(): Promise<string[]> {
  const { admin } = books2025.database
  const rows = await admin.begin(async (session) => {
    // The subgraph folds too, once a second, and what another folds is left to them.
    await session`select pg_advisory_xact_lock(finance.rollup_fold_lock(${books2025.viewer.company.id}::uuid))`
    await session`select finance.fold_rollups()`
    return session<{ cell: string }[]>`
      select concat_ws(' | ', dimension, grain, bucket, scenario, account_id, member, entries, trim_scale(amount)) as cell
      from finance.rollups order by 1`
  })
  return rows.map(({ cell }) => cell)
}

/** The cells as they were kept, and as one pass over the entries makes them. */
async function keptAndAnew(): Promise<[string[], string[]]> {
  const { admin } = books2025.database
  const kept = await cells()
  await admin.begin(async (session) => {
    await session`select set_config('app.tenant_id', ${books2025.viewer.company.id}, true)`
    await session`select finance.rebuild_rollups()`
  })
  return [kept, await cells()]
}

const question: fc.Arbitrary<Query> = fc.record({
  metrics: fc.subarray<FinanceMetric>(
    [
      'REVENUE',
      'OPERATING_EXPENSES',
      'NET_INCOME',
      'GROSS_MARGIN',
      'CASH_BALANCE',
      'RETURN_ON_EQUITY',
      'BURN_RATE',
      'BUDGET_VARIANCE',
      'DIO',
    ],
    { minLength: 1, maxLength: 3 },
  ),
  period: fc
    .tuple(fc.nat({ max: 200 }), fc.nat({ max: 200 }))
    .map(([start, length]) => ({ from: addDays('2024-12-20', start), to: addDays('2024-12-20', start + length) })),
  grain: fc.option(fc.constantFrom('DAY' as const, 'MONTH' as const, 'FISCAL_QUARTER' as const)),
  by: fc.subarray<FinanceDimension>(['ACCOUNT', 'ACCOUNT_TYPE', 'ACCOUNT_SUBTYPE', 'ORG_UNIT', 'LEGAL_ENTITY'], { maxLength: 2 }),
  where: fc.constantFrom<NonNullable<Query['where']>>(
    [],
    [{ dimension: 'ORG_UNIT', in: ['Sawing'] }],
    [{ dimension: 'ACCOUNT', notIn: ['Salaries'] }],
    [{ dimension: 'SCENARIO', in: ['budget', 'actual'] }],
  ),
  compare: fc.option(fc.constantFrom('PREVIOUS_PERIOD' as const, 'BUDGET' as const)),
})

/** What is answered, but for how it was worked out; or the sentence with which it is refused. */
async function answer(catalogue: typeof financeCatalogue, query: Query) {
  const asked = metricTable(database, catalogue, books2025.viewer, query)
  return asked.then(
    ({ explain, ...table }) => ({ ...table, records: explain.map(({ recordCount }) => recordCount) }),
    (error: Error) => error.message,
  )
}

test('what is kept summed of the ledger answers as the entries do, whatever was written, changed and removed', async () => {
  const writes = fc.array(write, { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(writes, fc.array(question, { minLength: 2, maxLength: 2 }), async (all, questions) => {
      for (const each of all) await run(books2025.database.admin, each)
      for (const query of questions) {
        expect(await answer(financeCatalogue, query)).toEqual(await answer({ ...financeCatalogue, rollups: [] }, query))
      }
    }),
    { numRuns: 25 },
  )
  const [kept, anew] = await keptAndAnew()
  expect(kept).toEqual(anew)
  expect(kept.length).toBeGreaterThan(100)
})

test('it is what one pass over the entries makes, under writers at the same time', async () => {
  const transactions = fc.array(fc.array(write, { minLength: 1, maxLength: 3 }), { minLength: 8, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(transactions, async (all) => {
      await Promise.allSettled(
        all.map((writes) =>
          books2025.database.admin.begin(async (session) => {
            for (const each of writes) await run(session, each)
          }),
        ),
      )
      const [kept, anew] = await keptAndAnew()
      expect(kept).toEqual(anew)
    }),
    { numRuns: 6, endOnFailure: true },
  )
})

test('an import’s first entries are summed at once, and an explanation says what was read', async () => {
  const sources = async (query: Query) =>
    (await metricTable(database, financeCatalogue, books2025.viewer, query)).explain.map((each) => each.sources)
  const year = { from: '2025-01-01', to: '2025-12-31' }
  expect(await sources({ metrics: ['REVENUE'], period: year })).toEqual([['finance.rollups by year']])
  expect(await sources({ metrics: ['REVENUE'], period: { from: '2025-01-10', to: '2025-03-31' }, by: ['ORG_UNIT'] })).toEqual([
    ['finance.rollups by ORG_UNIT, month', 'finance.ledger_entries', 'finance.accounts'],
  ])
  const { admin } = books2025.database
  await admin`delete from finance.ledger_entries`
  await books2025.load(books)
  expect(await admin`select from finance.rollup_deltas where entries > 0`).toHaveLength(0)
  expect((await cells()).length).toBeGreaterThan(20)
})

test('the application reads the sums of its company for those who see every unit, and writes none', async () => {
  const as = (tenantId: string, statement: string, scopes = ['hr:all']) =>
    database
      .asViewer({ tenantId, userId: null, scopes }, (tx) => tx.execute<{ n: string }>(statement))
      .then(
        ([row]) => row?.n,
        (error: Error) => String(error.cause),
      )
  const count = 'select count(*) as n from finance.rollups'
  expect(Number(await as(books2025.viewer.company.id, count))).toBeGreaterThan(20)
  expect(await as(newId(), count)).toBe('0')
  expect(await as(books2025.viewer.company.id, count, ['finance:read'])).toBe('0')
  expect(await as(books2025.viewer.company.id, 'delete from finance.rollups')).toMatch(/permission denied/)
})
