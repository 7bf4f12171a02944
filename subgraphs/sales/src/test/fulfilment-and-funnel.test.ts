import { afterAll, beforeAll, expect, test } from 'vitest'
import { importedSales } from './imported.ts'

let sales: Awaited<ReturnType<typeof importedSales>>
beforeAll(async () => {
  sales = await importedSales()
})
afterAll(() => sales.drop())

interface Answer {
  readonly salesMetrics: {
    readonly totals: readonly { readonly value: string | null }[]
    readonly rows: readonly {
      readonly keys: readonly { readonly label: string }[]
      readonly cells: readonly { readonly value: string | null }[]
    }[]
  }
}

async function ask(query: object): Promise<Answer['salesMetrics']> {
  const source = `query ($query: SalesMetricsQuery!) {
    salesMetrics(query: $query) { totals { value } rows { keys { label } cells { value } } } }`
  return (await sales.ask<Answer>(source, { query: { period: { all: true }, ...query } })).salesMetrics
}

const totals = async (query: object): Promise<number[]> => (await ask(query)).totals.map(({ value }) => Number(value))

const split = async (query: object): Promise<Record<string, number>> =>
  Object.fromEntries((await ask(query)).rows.map(({ keys, cells }) => [keys[0]?.label ?? '', Number(cells[0]?.value)]))

test('units per order and the discount rate come from the lines of orders that were not cancelled', async () => {
  const [units, discount] = await totals({ metrics: ['UNITS_PER_ORDER', 'DISCOUNT_RATE'] })
  expect(units).toBeCloseTo(48 / 7, 10)
  // 3 and 20 off 728.50.
  expect(discount).toBeCloseTo(23 / 728.5, 10)
})

test('how orders went out is counted by order, also where products are asked for', async () => {
  const metrics = ['ON_TIME_SHIPMENT_RATE', 'RETURN_RATE', 'DAYS_TO_SHIP']
  const [onTime, returned, days] = await totals({ metrics })
  // Of O-1, O-4 and O-5, which were promised for a day, O-4 went out a day late; O-4 came back, of seven.
  expect(onTime).toBeCloseTo(2 / 3, 10)
  expect(returned).toBeCloseTo(1 / 7, 10)
  expect(days).toBe(2.5)
  const kettles = await split({ metrics: ['DAYS_TO_SHIP'], by: ['PRODUCT'], where: [{ dimension: 'CATEGORY', in: ['Ware'] }] })
  // O-1, O-4 and O-7.
  expect(kettles['Kettle']).toBeCloseTo(11 / 3, 10)
  const everyProduct = [{ dimension: 'PRODUCT', notIn: ['Old pot'] }]
  expect(await totals({ metrics, where: everyProduct })).toEqual([onTime, returned, days])
})

test('a stage converts those that moved on from it; losing is no moving on', async () => {
  expect(await totals({ metrics: ['STAGE_CONVERSION'] })).toEqual([0.7])
  const byStage = await split({ metrics: ['STAGE_CONVERSION'], by: ['STAGE'] })
  expect(byStage).toEqual({ prospecting: 0.75, engaging: expect.closeTo(2 / 3, 10), proposal: 1, negotiation: 0.5 })
  expect(await totals({ metrics: ['STAGE_CONVERSION'], period: { from: '2025-06-01', to: '2025-06-30' } })).toEqual([0])
})

test('what was due and not closed by the period’s end has slipped, though it was closed later', async () => {
  const slippage = (from: string, to: string) => totals({ metrics: ['SLIPPAGE_RATE'], period: { from, to } })
  expect(await slippage('2025-01-01', '2025-02-01')).toEqual([1])
  expect(await slippage('2025-01-01', '2025-03-31')).toEqual([0])
  const months = await ask({ metrics: ['SLIPPAGE_RATE'], period: { from: '2025-02-01', to: '2025-03-31' }, grain: 'MONTH' })
  expect(months.rows.map(({ cells }) => cells[0]?.value)).toEqual(['0', '0'])
})

test('velocity is what is open, times the share and the size of what is won, by the days that takes', async () => {
  const [velocity] = await totals({ metrics: ['SALES_VELOCITY'], period: { from: '2025-01-01', to: '2025-06-30' } })
  // D3 and D4 are open; two of three were won, at 400 each, after 25 days.
  expect(velocity).toBeCloseTo((2 * (2 / 3) * 400) / 25, 10)
})

test('coverage is the pipeline due in the period over what is missing to quota', async () => {
  const metrics = ['PIPELINE_COVERAGE']
  const [coverage] = await totals({ metrics, period: { from: '2025-07-01', to: '2025-09-30' } })
  // D3, and the West's target for 92 of 365 days.
  expect(coverage).toBeCloseTo(200 / ((400 * 92) / 365), 10)
  // D1 and D5 won more than was asked for.
  const { rows } = await ask({ metrics, by: ['SALES_PERSON'], period: { from: '2025-01-01', to: '2025-03-31' } })
  expect(rows.map(({ keys, cells }) => [keys[0]?.label, cells[0]?.value])).toEqual([
    ['Jon Ek', null],
    ['Maria Sommer', null],
    // The West's own target, and nothing due.
    ['none', '0'],
  ])
})

test('a customer is lost who ordered in the year before the period and not in the year up to its end', async () => {
  const period = { from: '2026-01-01', to: '2026-03-31' }
  const asked = { metrics: ['CUSTOMER_CHURN_RATE', 'CUSTOMER_LIFETIME_VALUE'], period, asOf: '2026-03-31' }
  // Of C1 to C4, C4 ordered last in February 2025. The others brought 81.50 since April 2025.
  const [churn, value] = await totals(asked)
  expect(churn).toBe(0.25)
  expect(value).toBeCloseTo(81.5 / 3 / 0.25, 10)
  expect(await totals({ ...asked, where: [{ dimension: 'PRODUCT', notIn: ['Old pot'] }] })).toEqual([churn, value])
  expect(await split({ ...asked, by: ['TERRITORY'] })).toEqual({ North: 0, South: 0, 'West, overseas': 1 })
  const months = await ask({ ...asked, grain: 'MONTH' })
  expect(months.rows.map(({ cells }) => cells.map((cell) => cell.value))).toEqual([
    ['0', null],
    ['0.25', expect.stringMatching(/^108\.6{10,}/)],
    // C4's order of 28 February 2025 lies more than a year before March.
    ['0', null],
  ])
})

test('an opportunity shows the stages that it came through, in their order', async () => {
  const source = '{ opportunities(state: WON) { nodes { ref stages { stage enteredOn opportunity { ref } } } } }'
  const { opportunities } = await sales.ask<{ opportunities: { nodes: { ref: string; stages: object[] }[] } }>(source)
  expect(opportunities.nodes.find(({ ref }) => ref === 'D5')?.stages).toEqual([
    { stage: 'prospecting', enteredOn: '2025-03-01', opportunity: { ref: 'D5' } },
    { stage: 'negotiation', enteredOn: '2025-03-10', opportunity: { ref: 'D5' } },
    { stage: 'won', enteredOn: '2025-03-21', opportunity: { ref: 'D5' } },
  ])
})
