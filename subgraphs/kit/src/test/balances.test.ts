import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { copyTemplate } from '@aems/drizzle/testing.ts'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '../metrics/days.ts'
import { additive, average, type Fact, opening } from '../metrics/definition.ts'
import { metricTable } from '../metrics/engine.ts'
import type { MetricsQuery } from '../metrics/query.ts'
import type { Viewer } from '../viewer.ts'
import { bills, declared, type MadeUpDimension, madeUpCompany } from './made-up.ts'

const upTo: Fact<MadeUpDimension> = { ...bills, timing: { kind: 'upTo', day: sql`bills.billed_on` } }
const asOf: Fact<MadeUpDimension> = {
  ...bills,
  timing: { kind: 'asOf', counts: (day) => sql`bills.billed_on <= ${day}`, earliest: sql`min(bills.billed_on)` },
}

const balance = (fact: Fact<MadeUpDimension>) => additive<MadeUpDimension>({ kind: 'sum', fact, value: () => sql`bills.amount` })
const customers = (fact: Fact<MadeUpDimension>) =>
  additive<MadeUpDimension>({ kind: 'grouped', fact, per: [sql`bills.customer`], aggregate: () => sql`count(*)` })

const metricsOver = (fact: Fact<MadeUpDimension>) => ({
  BALANCE: balance(fact),
  OPENING: opening(balance(fact)),
  MEAN: average(balance(fact)),
  CUSTOMERS: customers(fact),
})
const none = { kind: 'value' as const, members: [], all: [] }
const dimensions = {
  UNIT: none,
  GENDER: none,
  AGE_BUCKET: none,
  CUSTOMER: { kind: 'value' as const, members: [{ table: sql`sales.made_up_bills bills`, value: sql`bills.customer` }] },
}
const read = declared({ metrics: metricsOver(upTo), dimensions })
const counted = declared({ metrics: metricsOver(asOf), dimensions })
type Query = MetricsQuery<keyof typeof read.metrics, MadeUpDimension>

let database: DomainDatabase
let viewer: Viewer
let drop: () => Promise<void>

beforeAll(async () => {
  const copy = await copyTemplate()
  drop = copy.drop
  viewer = (await madeUpCompany(copy.database)).viewer
  database = copy.database.open('sales')
})
afterAll(() => drop())

const quarter: Query = { metrics: ['BALANCE'], period: { from: '2024-01-01', to: '2024-03-31' } }

test('a balance holds all up to the end of each unit of time, also of units in which nothing came', async () => {
  const { rows, totals } = await metricTable(database, read, viewer, { ...quarter, grain: 'MONTH', by: ['CUSTOMER'] })
  expect(rows.map(({ keys, cells: [cell] }) => [keys[0]?.value, cell?.value])).toEqual([
    ...['Acme', 'Acme', 'Acme'].map((name) => [name, '800']),
    ...['Beta', 'Beta', 'Beta'].map((name) => [name, '500']),
    ['Gamma', '0'],
    ['Gamma', '400'],
    ['Gamma', '400'],
  ])
  expect(totals[0]?.value).toBe('1700')
})

test('facts read once tell the same as facts counted for each unit of time', async () => {
  const period = fc
    .tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 200 }))
    .map(([start, length]) => ({ from: addDays('2022-12-01', start), to: addDays('2022-12-01', start + length) }))
  const question = fc.record({
    metrics: fc.constant(['BALANCE', 'OPENING', 'MEAN', 'CUSTOMERS'] as const),
    period,
    grain: fc.constantFrom('WEEK' as const, 'MONTH' as const, 'YEAR' as const, null),
    by: fc.constantFrom<readonly MadeUpDimension[]>([], ['CUSTOMER']),
    where: fc.constantFrom<Query['where']>([], [{ dimension: 'CUSTOMER', in: ['Acme', 'Gamma'] }]),
    compare: fc.constantFrom('PREVIOUS_PERIOD' as const, 'PREVIOUS_YEAR' as const, null),
  })
  await fc.assert(
    fc.asyncProperty(question, async (query) => {
      const [once, often] = await Promise.all([read, counted].map((catalogue) => metricTable(database, catalogue, viewer, query)))
      expect({ rows: once?.rows, totals: once?.totals }).toEqual({ rows: often?.rows, totals: often?.totals })
    }),
    { numRuns: 40 },
  )
})
