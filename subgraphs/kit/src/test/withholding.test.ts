import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { newId } from '@aems/drizzle/ids.ts'
import { copyTemplate } from '@aems/drizzle/testing.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { additive, formula, ratio } from '../metrics/definition.ts'
import { metricTable } from '../metrics/engine.ts'
import type { MetricsQuery } from '../metrics/query.ts'
import type { Viewer } from '../viewer.ts'
import { declared, type MadeUpDimension, madeUpCompany, staff, units } from './made-up.ts'

const one = () => sql`1`
const pay = () => sql`staff.pay`
const gender = (which: 'female' | 'male') => ({ where: sql.raw(`staff.gender = '${which}'`) })
const sum = { kind: 'sum' as const, fact: staff }

const HEADCOUNT = additive<MadeUpDimension>({ ...sum, value: one })
const PAYROLL = additive<MadeUpDimension>({ ...sum, value: pay })
const women = additive<MadeUpDimension>({ ...sum, value: one, ...gender('female') })
const men = additive<MadeUpDimension>({ ...sum, value: one, ...gender('male') })
const meanOfWomen = ratio({ of: additive<MadeUpDimension>({ ...sum, value: pay, ...gender('female') }), to: women })
const meanOfMen = ratio({ of: additive<MadeUpDimension>({ ...sum, value: pay, ...gender('male') }), to: men })
const few = { people: [HEADCOUNT], fewerThan: 5 } as const

const catalogue = declared({
  metrics: {
    HEADCOUNT,
    PAYROLL: { ...PAYROLL, withhold: few },
    AVERAGE_PAY: { ...ratio({ of: PAYROLL, to: HEADCOUNT }), withhold: few },
    GAP: {
      ...formula({
        parts: { meanOfMen, meanOfWomen },
        value: (mean) => sql`(${mean.meanOfMen} - ${mean.meanOfWomen}) / nullif(${mean.meanOfMen}, 0)`,
      }),
      withhold: { people: [women, men], fewerThan: 5 },
    },
  },
  dimensions: {
    UNIT: units,
    GENDER: { kind: 'value', members: [], all: ['female', 'male'] },
    CUSTOMER: { kind: 'value', members: [], all: [] },
    AGE_BUCKET: { kind: 'value', members: [], all: [] },
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
  const company = await madeUpCompany(copy.database)
  viewer = company.viewer
  database = copy.database.open('sales')
  await copy.database.admin`delete from sales.made_up_staff`
  const unit: Readonly<Record<string, string>> = { ...company.unit, Board: newId() }
  await copy.database.admin`insert into sales.made_up_units ${copy.database.admin({
    tenant_id: viewer.company.id,
    id: unit['Board'] ?? null,
    name: 'Board',
    parent_id: null,
  })}`
  /** So many women and men of a unit, hired at the start of 2023. */
  const hire = async (name: string, women: number, men: number, hiredOn = '2023-01-01') => {
    for (const [place, gender] of [...Array(women).fill('female'), ...Array(men).fill('male')].entries()) {
      await copy.database.admin`insert into sales.made_up_staff ${copy.database.admin({
        tenant_id: viewer.company.id,
        id: newId(),
        unit_id: unit[name] ?? null,
        gender,
        hired_on: hiredOn,
        pay: 100 + place,
      })}`
    }
  }
  await hire('Board', 1, 0)
  await hire('Plant', 10, 12)
  await hire('Line', 3, 5)
  await hire('Office', 9, 2)
  await hire('Plant', 0, 1, '2024-03-15')
})
afterAll(() => drop())

const march = { from: '2024-03-01', to: '2024-03-31' }
const ask = (query: Query) => metricTable(database, catalogue, viewer, { metrics: ['PAYROLL'], period: march, ...query })

/** The first metric by rows, and in total; `…` where it is kept back. */
async function figures(query: Query): Promise<Record<string, string | null>> {
  const { rows, totals } = await ask(query)
  const shown = (cell: (typeof totals)[number] | undefined) => (cell?.withheld ? '…' : (cell?.value ?? null))
  return Object.fromEntries([
    ...rows.map(({ keys, period, cells }) => [
      [...keys.map(({ label }) => label), ...(period ? [period.from] : [])].join(' '),
      shown(cells[0]),
    ]),
    ['total', shown(totals[0])],
  ])
}

const inUnit = (...names: string[]) => ({ dimension: 'UNIT' as const, in: names })
const notInUnit = (...names: string[]) => ({ dimension: 'UNIT' as const, notIn: names })
const ofGender = (name: string) => ({ dimension: 'GENDER' as const, in: [name] })

test('the pay of few is kept back, and with it that of the next smallest group, so that the total does not give it away', async () => {
  expect(await figures({ by: ['UNIT'] })).toEqual({ Board: '…', Line: '…', Office: '1155', Plant: '2531', total: '4614' })
})

test('a figure that is kept back has neither value, nor change, nor place in an order or before a threshold', async () => {
  const { rows } = await ask({
    by: ['UNIT'],
    metrics: ['AVERAGE_PAY'],
    compare: 'PREVIOUS_PERIOD',
    orderBy: { metric: 'AVERAGE_PAY', direction: 'ASC' },
  })
  expect(
    rows.map(({ keys, cells: [cell] }) => [keys[0]?.label, cell?.withheld, cell?.value, cell?.previous, cell?.change]),
  ).toEqual([
    ['Office', false, '105', '105', '0'],
    ['Plant', false, expect.any(String), '110.5', expect.any(String)],
    ['Board', true, null, null, null],
    ['Line', true, null, null, null],
  ])
  expect(Object.keys(await figures({ by: ['UNIT'], having: [{ metric: 'PAYROLL', atLeast: '1' }] }))).toEqual([
    'Office',
    'Plant',
    'total',
  ])
})

test('a total of few is kept back, with the number of records behind it', async () => {
  const { totals, explain } = await ask({ metrics: ['AVERAGE_PAY', 'HEADCOUNT'], where: [ofGender('male'), inUnit('Office')] })
  expect(totals).toMatchObject([
    { value: null, withheld: true },
    { value: '2', withheld: false },
  ])
  expect(explain.map(({ recordCount }) => recordCount)).toEqual([null, 2])
})

test('conditions that leave few out are answered no more than those that let few in', async () => {
  // Everyone, less everyone but one, would be that one.
  expect((await figures({ where: [notInUnit('Board')] }))['total']).toBe('…')
  expect((await figures({ where: [inUnit('Plant', 'Office')] }))['total']).toBe('…')
  expect((await figures({ where: [inUnit('Office')] }))['total']).toBe('1155')
  expect((await figures({ where: [notInUnit('Office')] }))['total']).toBe('3459')
  // The Plant takes in the Line, so that this is everyone but Board and Office.
  expect((await figures({ where: [inUnit('Plant')] }))['total']).toBe('…')
})

test('a second condition that leaves few out of what the first admits is seen through', async () => {
  expect((await figures({ where: [ofGender('male')] }))['total']).not.toBe('…')
  // Two men of the Office are left out.
  expect((await figures({ where: [ofGender('male'), notInUnit('Office')] }))['total']).toBe('…')
  const split = await figures({ where: [ofGender('male')], by: ['UNIT'] })
  expect(split).toMatchObject({ Line: '…', Office: '…' })
  // A condition for some of the metrics alone changes nothing.
  expect((await figures({ where: [{ ...notInUnit('Board'), metrics: ['PAYROLL'] }] }))['total']).toBe('…')
  // Two conditions on one dimension count together: Board and Line are left out, which are enough people.
  expect((await figures({ where: [inUnit('Plant', 'Office'), notInUnit('Line')] }))['total']).toBe('3686')
})

test('a table by two dimensions does not give a cell away by its sums', async () => {
  const cells = await figures({ by: ['UNIT', 'GENDER'] })
  const shown = Object.entries(cells).filter(([, value]) => value !== '…')
  expect(cells).toMatchObject({ 'Office male': '…', 'Office female': '…', 'Board female': '…' })
  // Office men are few; its women would give them away, and so would the men of any one other unit.
  expect(shown.filter(([name]) => name.endsWith(' male')).length).toBeLessThan(2)
})

test('each unit of time is told by the people of its own end', async () => {
  const byMonth = await figures({ grain: 'MONTH', period: { from: '2022-12-01', to: '2023-01-31' }, where: [inUnit('Office')] })
  expect(byMonth).toEqual({ '2022-12-01': '0', '2023-01-01': '1155', total: '1155' })
})

test('for a gap, there must be enough of either gender', async () => {
  const gaps = await figures({ metrics: ['GAP'], by: ['UNIT'] })
  expect(gaps).toMatchObject({ Line: '…', Office: '…' })
  expect(gaps['total']).not.toBe('…')
})
