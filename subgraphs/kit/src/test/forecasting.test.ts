import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { copyTemplate } from '@aems/drizzle/testing.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { additive, ratio } from '../metrics/definition.ts'
import { metricTable } from '../metrics/engine.ts'
import type { MetricsQuery } from '../metrics/query.ts'
import type { Viewer } from '../viewer.ts'
import { bills, declared, type MadeUpDimension, madeUpCompany, staff } from './made-up.ts'

const amount = additive<MadeUpDimension>({ kind: 'sum', fact: bills, value: () => sql`bills.amount` })
const count = additive<MadeUpDimension>({ kind: 'sum', fact: bills, value: () => sql`1` })
const headcount = additive<MadeUpDimension>({ kind: 'sum', fact: staff, value: () => sql`1` })
const none = { kind: 'value' as const, members: [], all: [] }

const catalogue = declared(
  {
    metrics: {
      BILLED: amount,
      BILLS: count,
      AVERAGE_BILL: ratio({ of: amount, to: count }),
      PAY: { ...headcount, withhold: { people: [headcount], fewerThan: 5 } },
    },
    dimensions: {
      UNIT: none,
      GENDER: none,
      AGE_BUCKET: none,
      CUSTOMER: { kind: 'value', members: [{ table: sql`sales.made_up_bills bills`, value: sql`bills.customer` }] },
    },
  },
  { BILLED: 'ALWAYS', BILLS: 'ALWAYS', PAY: 'AT_A_TIME' },
)
type Query = Partial<MetricsQuery<keyof typeof catalogue.metrics, MadeUpDimension>>

let database: DomainDatabase
let viewer: Viewer
let drop: () => Promise<void>

/** Acme's bills rise by ten a month, with a peak each December; Beta's are always the same; the first is of January 2020. */
const billed = (customer: string, month: number) =>
  customer === 'Beta' ? 500 : 1000 + 10 * month + (month % 12 === 11 ? 800 : 0)

beforeAll(async () => {
  const copy = await copyTemplate()
  drop = copy.drop
  viewer = (await madeUpCompany(copy.database)).viewer
  database = copy.database.open('sales')
  await copy.database.admin`delete from sales.made_up_bills`
  // Until May 2024, and a few days of June: today is the 15th.
  for (const customer of ['Acme', 'Beta']) {
    for (let month = 0; month < 54; month += 1) {
      await copy.database.admin`insert into sales.made_up_bills ${copy.database.admin({
        tenant_id: viewer.company.id,
        customer,
        billed_on: `${2020 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-05`,
        amount: month === 53 ? 1 : billed(customer, month),
      })}`
    }
  }
})
afterAll(() => drop())

const ask = (query: Query) =>
  metricTable(database, catalogue, viewer, {
    metrics: ['BILLED'],
    period: { from: '2024-01-01', to: '2024-05-31' },
    grain: 'MONTH',
    forecast: { n: 8, unit: 'MONTH' },
    ...query,
  })

const future = async (query: Query) => (await ask(query)).rows.filter(({ forecast }) => forecast)

test('rows to come follow the period, from all that was known before, with an interval and the error of such forecasts', async () => {
  const { rows, totals, rowCount, explain } = await ask({ where: [{ dimension: 'CUSTOMER', in: ['Acme'] }] })
  expect(rows.slice(0, 5).every(({ forecast }) => !forecast)).toBe(true)
  const found = rows.slice(5)
  expect(found.map(({ period }) => period)).toEqual([
    { from: '2024-06-01', to: '2024-06-30' },
    { from: '2024-07-01', to: '2024-07-31' },
    { from: '2024-08-01', to: '2024-08-31' },
    { from: '2024-09-01', to: '2024-09-30' },
    { from: '2024-10-01', to: '2024-10-31' },
    { from: '2024-11-01', to: '2024-11-30' },
    { from: '2024-12-01', to: '2024-12-31' },
    { from: '2025-01-01', to: '2025-01-31' },
  ])
  for (const [step, { forecast, cells }] of found.entries()) {
    const [cell] = cells
    const expected = billed('Acme', 53 + step)
    expect(forecast).toBe(true)
    expect(Math.abs(Number(cell?.value) / expected - 1)).toBeLessThan(0.1)
    expect(Number(cell?.low)).toBeLessThanOrEqual(Number(cell?.value))
    expect(Number(cell?.high)).toBeGreaterThanOrEqual(Number(cell?.value))
    expect(cell?.value).toMatch(/^\d+(\.\d{1,2})?$/)
  }
  // What is to come counts neither in totals nor among rows.
  expect(Number(totals[0]?.value)).toBe([48, 49, 50, 51, 52].reduce((sum, month) => sum + billed('Acme', month), 0))
  expect(rowCount).toBe(5)
  expect(explain[0]?.forecastError).toMatchObject({ origins: 12, smape: expect.stringMatching(/^0\.0/) })
  expect(explain[0]?.formula).toMatch(/The forecast is the median of three methods/)
  expect((await ask({ forecast: null })).explain[0]?.forecastError).toBeNull()
})

test('each member shown has rows to come of its own', async () => {
  const rows = await future({ by: ['CUSTOMER'], metrics: ['BILLED', 'BILLS'], forecast: { n: 2, unit: 'MONTH' } })
  expect(rows.map(({ keys, period }) => [keys[0]?.value, period?.from])).toEqual([
    ['Acme', '2024-06-01'],
    ['Acme', '2024-07-01'],
    ['Beta', '2024-06-01'],
    ['Beta', '2024-07-01'],
  ])
  expect(rows[2]?.cells.map(({ value, low, high }) => [value, low, high])).toEqual([
    ['500', '500', '500'],
    ['1', '1', '1'],
  ])
})

test('a month that is not over is not learned from, and what follows the period follows all of it', async () => {
  const [first] = await future({ period: { this: 'QUARTER' }, where: [{ dimension: 'CUSTOMER', in: ['Beta'] }] })
  expect(first).toMatchObject({ period: { from: '2024-07-01', to: '2024-07-31' }, cells: [{ value: '500' }] })
})

test('a period gone by is forecast from what was known then', async () => {
  const [first] = await future({
    period: { from: '2022-10-01', to: '2022-12-31' },
    where: [{ dimension: 'CUSTOMER', in: ['Acme'] }],
  })
  expect(first?.period?.from).toBe('2023-01-01')
  expect(Math.abs(Number(first?.cells[0]?.value) / billed('Acme', 36) - 1)).toBeLessThan(0.1)
})

test('where there is too little to learn from, the rows to come have no figure', async () => {
  const rows = await future({ period: { from: '2020-01-01', to: '2020-02-29' }, forecast: { n: 1, unit: 'MONTH' } })
  expect(rows).toMatchObject([{ forecast: true, cells: [{ value: null, low: null, high: null }] }])
})

test.each<[string, Query, RegExp]>([
  [
    'a ratio',
    { metrics: ['BILLED', 'AVERAGE_BILL'] },
    /average bill can't be forecast, since it does not add up: forecast what it is made of, or billed alone/,
  ],
  ['what is kept back', { metrics: ['PAY'] }, /pay can't be forecast: it is kept back where it is about few people/],
  ['no unit of time', { grain: null }, /give grain: MONTH\./],
  ['another unit of time', { grain: 'DAY' }, /give grain: MONTH, or forecast in DAY\./],
  [
    'a thousand million rows to come',
    { forecast: { n: 1_000_000_000, unit: 'MONTH' } },
    /A forecast of 1,000,000,000 units can't be made; n must be from 1 to 366/,
  ],
  [
    'a period that ends in centuries',
    { period: { from: '2024-01-01', to: '2124-01-01' } },
    /ends too long after today for a forecast beyond it/,
  ],
])('a forecast of %s is refused with what would do instead', async (_, query, message) => {
  await expect(ask(query)).rejects.toThrow(message)
})
