import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { copyTemplate } from '@aems/drizzle/testing.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  additive,
  average,
  before,
  formula,
  type Measure,
  median,
  opening,
  ratio,
  reachingBack,
  trailing,
} from '../metrics/definition.ts'
import { metricTable } from '../metrics/engine.ts'
import type { MetricsQuery } from '../metrics/query.ts'
import type { Viewer } from '../viewer.ts'
import {
  ageBuckets,
  bills,
  budgets,
  declared,
  leavers,
  type MadeUpDimension,
  madeUpCompany,
  ratings,
  staff,
  units,
  unpaidBills,
} from './made-up.ts'

const one = () => sql`1`
const amount = () => sql`bills.amount`

const HEADCOUNT = additive<MadeUpDimension>({ kind: 'sum', fact: staff, value: one })
const LEAVERS = additive<MadeUpDimension>({ kind: 'sum', fact: leavers, value: one })
const UNPAID = additive<MadeUpDimension>({ kind: 'sum', fact: unpaidBills, value: amount })
const billed = additive<MadeUpDimension>({ kind: 'sum', fact: bills, value: amount })
const budget = additive<MadeUpDimension>({
  kind: 'sum',
  fact: budgets,
  value: ({ from, to }) => sql`budget.amount * (least(budget.ends_on, ${to}) - greatest(budget.starts_on, ${from}) + 1)
    / (budget.ends_on - budget.starts_on + 1)`,
})
const medianPay: Measure<MadeUpDimension> = {
  kind: 'measure',
  sources: [{ kind: 'grouped', fact: staff, per: [sql`staff.id`], sums: sql`staff.pay`, aggregate: ({ sum }) => median(sum) }],
  empty: 'absent',
}
const averageRating: Measure<MadeUpDimension> = {
  kind: 'measure',
  sources: [
    {
      kind: 'grouped',
      fact: ratings,
      per: [sql`ratings.person`],
      latest: { value: sql`ratings.rating`, on: sql`ratings.rated_on` },
      aggregate: ({ latest }) => sql`avg(${latest})`,
    },
  ],
  empty: 'absent',
}
/** Customers billed in the 12 months before the period and not in the 12 months up to its end. */
const churned = additive<MadeUpDimension>({
  kind: 'grouped',
  fact: bills,
  per: [sql`bills.customer`],
  marks: (_, base) => ({
    before: sql`bills.billed_on < ${base.from}`,
    lately: sql`bills.billed_on >= (${base.to} + 1 - interval '12 months')::date`,
  }),
  aggregate: ({ marked }) => sql`count(*) filter (where ${marked('before')} and not ${marked('lately')})`,
})

const catalogue = declared({
  metrics: {
    HEADCOUNT,
    LEAVERS,
    UNPAID,
    BILLED: { ...billed, budget },
    OPENING_HEADCOUNT: opening(HEADCOUNT),
    AVERAGE_HEADCOUNT: average(HEADCOUNT),
    ATTRITION: ratio({ of: LEAVERS, to: average(HEADCOUNT) }),
    DSO: formula({
      parts: { unpaid: UNPAID, billed },
      value: ({ unpaid, billed }, { from, to }) => sql`${unpaid} * (${to} - ${from} + 1) / nullif(${billed}, 0)`,
    }),
    BILLED_IN_A_YEAR: trailing(billed, { months: 12 }),
    BILLED_THE_YEAR_BEFORE: before(billed, { months: 12 }),
    CHURNED: reachingBack(churned, { months: 12 }),
    MEDIAN_PAY: medianPay,
    AVERAGE_RATING: averageRating,
  },
  dimensions: {
    UNIT: units,
    GENDER: { kind: 'value', members: [], all: ['female', 'male'] },
    CUSTOMER: { kind: 'value', members: [{ table: sql`sales.made_up_bills bills`, value: sql`bills.customer` }] },
    AGE_BUCKET: { kind: 'value', members: [], all: ageBuckets },
  },
})
type Name = keyof typeof catalogue.metrics
type Query = Partial<MetricsQuery<Name, MadeUpDimension>>

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

const firstQuarter = { from: '2024-01-01', to: '2024-03-31' }
const ask = (query: Query) => metricTable(database, catalogue, viewer, { metrics: ['HEADCOUNT'], period: firstQuarter, ...query })

/** The first metric by what rows stand for, and in total. */
async function figures(query: Query): Promise<Record<string, number | null>> {
  const { rows, totals } = await ask(query)
  const number = (value: string | null | undefined) => (value == null ? null : Math.round(Number(value) * 1000) / 1000)
  return Object.fromEntries([
    ...rows.map(({ keys, period, cells }) => [
      [...keys.map(({ label }) => label), ...(period ? [period.from] : [])].join(' '),
      number(cells[0]?.value),
    ]),
    ['total', number(totals[0]?.value)],
  ])
}

const months = (...values: (number | null)[]) =>
  Object.fromEntries(values.map((value, index) => [`2024-0${index + 1}-01`, value]))

test('a figure can be as of the eve, and the mean of eve and end, of each unit of time and of the whole', async () => {
  const byMonth = { grain: 'MONTH' as const }
  expect(await figures({ metrics: ['HEADCOUNT'], ...byMonth })).toEqual({ ...months(5, 4, 4), total: 4 })
  expect(await figures({ metrics: ['OPENING_HEADCOUNT'], ...byMonth })).toEqual({ ...months(4, 5, 4), total: 4 })
  expect(await figures({ metrics: ['AVERAGE_HEADCOUNT'], ...byMonth })).toEqual({ ...months(4.5, 4.5, 4), total: 4 })
  expect(await figures({ metrics: ['ATTRITION'], ...byMonth })).toEqual({ ...months(0, 0.222, 0.25), total: 0.5 })
})

test('members who are there on the eve only have a row', async () => {
  expect(await figures({ metrics: ['AVERAGE_HEADCOUNT'], by: ['UNIT'] })).toEqual({
    Group: 0.5,
    Line: 1.5,
    Office: 0.5,
    Plant: 1.5,
    total: 4,
  })
})

test('a figure compared is over the eve and end of the days compared with', async () => {
  const { totals } = await ask({ metrics: ['AVERAGE_HEADCOUNT'], compare: 'PREVIOUS_PERIOD' })
  // On 30 September and 31 December 2023.
  expect(totals[0]).toMatchObject({ previous: '4', change: '0' })
})

test('a formula knows the days of the unit of time, of the whole, and of a year that is not over', async () => {
  expect(await figures({ metrics: ['DSO'], grain: 'MONTH' })).toEqual({ ...months(31, 43.5, null), total: 91 })
  // 600 unpaid of 600 billed in the 167 days to 15 June.
  expect(await figures({ metrics: ['DSO'], period: { this: 'YEAR' } })).toEqual({ '': 167, total: 167 })
  // From the first bill on.
  expect((await ask({ metrics: ['DSO'], period: { all: true } })).period).toEqual({ from: '2022-12-15', to: '2024-06-15' })
})

test('months up to the end, and before the start, overlap from one unit of time to the next', async () => {
  expect(await figures({ metrics: ['BILLED_IN_A_YEAR'], grain: 'MONTH' })).toEqual({ ...months(600, 1000, 1000), total: 1000 })
  expect(await figures({ metrics: ['BILLED_THE_YEAR_BEFORE'], grain: 'MONTH' })).toEqual({
    ...months(400, 600, 1000),
    total: 400,
  })
  expect(await figures({ metrics: ['BILLED_IN_A_YEAR'], by: ['CUSTOMER'] })).toEqual({
    Acme: 100,
    Beta: 500,
    Gamma: 400,
    total: 1000,
  })
})

test('groups are told by what they did in both stretches of days', async () => {
  // Everyone billed in 2023 was billed in the year to March 2024 too.
  expect((await figures({ metrics: ['CHURNED'] }))['total']).toBe(0)
  const later = { period: { from: '2024-11-01', to: '2025-01-31' }, asOf: '2025-03-01' }
  // Acme's last bill is of November 2023; Beta's of 5 January 2024, which is within 12 months until January 2025.
  expect(await figures({ metrics: ['CHURNED'], ...later, grain: 'MONTH' })).toEqual({
    '2024-11-01': 1,
    '2024-12-01': 0,
    '2025-01-01': 1,
    total: 2,
  })
  expect(await figures({ metrics: ['CHURNED'], ...later, by: ['CUSTOMER'] })).toEqual({
    Acme: 1,
    Beta: 1,
    Gamma: 0,
    total: 2,
  })
})

test('a median is exact: the middle value, or the mean of the two middle ones', async () => {
  expect(await figures({ metrics: ['MEDIAN_PAY'], by: ['GENDER'] })).toEqual({ female: 60, male: 22.5, total: 27.5 })
})

test('of each group the latest counts, also where it lies in another unit of time', async () => {
  expect(await figures({ metrics: ['AVERAGE_RATING'], grain: 'MONTH' })).toEqual({ ...months(2.5, 5, null), total: 4 })
})

test('a member may depend on the days asked about', async () => {
  expect(await figures({ metrics: ['UNPAID'], by: ['AGE_BUCKET'] })).toEqual({ '1–30': 400, '61+': 200, total: 600 })
  expect(await figures({ metrics: ['UNPAID'], by: ['AGE_BUCKET'], grain: 'MONTH' })).toEqual({
    '1–30 2024-01-01': 200,
    '1–30 2024-02-01': 0,
    '1–30 2024-03-01': 400,
    '31–60 2024-01-01': 0,
    '31–60 2024-02-01': 200,
    '31–60 2024-03-01': 0,
    '61+ 2024-01-01': 0,
    '61+ 2024-02-01': 0,
    '61+ 2024-03-01': 200,
    'current 2024-01-01': 0,
    'current 2024-02-01': 400,
    'current 2024-03-01': 0,
    total: 600,
  })
  const overdue = [{ dimension: 'AGE_BUCKET' as const, in: ['31–60', '61+'] }]
  expect(await figures({ metrics: ['UNPAID'], where: overdue, grain: 'MONTH' })).toEqual({ ...months(0, 200, 200), total: 200 })
})

test('a condition on a member takes in all beneath it, and a split shows members as recorded', async () => {
  const within = async (condition: object) => (await figures({ where: [{ dimension: 'UNIT', ...condition }] }))['total']
  expect(await within({ in: ['Plant'] })).toBe(3)
  expect(await within({ in: ['Group'] })).toBe(4)
  expect(await within({ notIn: ['Plant'] })).toBe(1)
  expect(await figures({ where: [{ dimension: 'UNIT', in: ['Plant'] }], by: ['UNIT'] })).toEqual({ Line: 2, Plant: 1, total: 3 })
})

test('members that are beneath each other end the search', async () => {
  const { database: own, drop: dropOwn } = await copyTemplate()
  try {
    const company = await madeUpCompany(own)
    const { Group, Line } = company.unit
    await own.admin`update sales.made_up_units set parent_id = ${Line ?? ''} where id = ${Group ?? ''}`
    const where = [{ dimension: 'UNIT' as const, in: ['Line'] }]
    const { totals } = await metricTable(own.open('sales'), catalogue, company.viewer, {
      metrics: ['HEADCOUNT'],
      period: firstQuarter,
      where,
    })
    expect(totals[0]?.value).toBe('4')
  } finally {
    await dropOwn()
  }
})

test('a figure is held against its budget, and one without a budget says which have one', async () => {
  const { totals } = await ask({ metrics: ['BILLED'], compare: 'BUDGET' })
  expect(totals[0]).toMatchObject({ value: '600', target: '910', change: '-310', previous: null })
  await expect(ask({ metrics: ['HEADCOUNT'], compare: 'BUDGET' })).rejects.toThrow(
    'There are no budgets for headcount, only for billed. Compare with PREVIOUS_PERIOD or PREVIOUS_YEAR.',
  )
  await expect(ask({ metrics: ['BILLED'], compare: 'TARGET' })).rejects.toThrow(
    'Figures about sales have no target; compare with PREVIOUS_PERIOD, PREVIOUS_YEAR or BUDGET.',
  )
})

test('facts that are read as of two days are counted once', async () => {
  const { explain } = await ask({ metrics: ['AVERAGE_HEADCOUNT', 'DSO'] })
  expect(explain.map(({ recordCount }) => recordCount)).toEqual([4, 4])
})
