import { afterAll, beforeAll, expect, test } from 'vitest'
import { importedSales } from './imported.ts'

let sales: Awaited<ReturnType<typeof importedSales>>
beforeAll(async () => {
  sales = await importedSales()
})
afterAll(() => sales.drop())

const parts = 'opening price volume mix gained lost closing'
type Amounts = Readonly<Record<'opening' | 'price' | 'volume' | 'mix' | 'gained' | 'lost' | 'closing', string>>
interface Bridge extends Amounts {
  readonly comparedWith: { readonly from: string; readonly to: string }
  readonly members: readonly (Amounts & { readonly key: { readonly label: string; readonly value: string | null } })[]
}

async function bridge(args: string): Promise<Bridge> {
  const source = `{ revenueBridge(${args}) { comparedWith { from to } ${parts} members { key { label value } ${parts} } } }`
  return (await sales.ask<{ revenueBridge: Bridge }>(source)).revenueBridge
}

const ties = ({ opening, price, volume, mix, gained, lost, closing }: Amounts): boolean => {
  const [o = 0n, p = 0n, v = 0n, m = 0n, g = 0n, l = 0n, c = 0n] = [opening, price, volume, mix, gained, lost, closing].map(
    (amount) => BigInt(amount.replace('.', '')),
  )
  return o + p + v + m + g - l === c
}

test('a bridge of revenue ties, in all and for each member, whatever it is split by', async () => {
  const days = 'period: { from: "2025-02-01", to: "2025-06-30" }, compareWith: { from: "2024-11-01", to: "2025-01-31" }'
  for (const by of ['PRODUCT', 'CATEGORY', 'CUSTOMER', 'TERRITORY', 'CHANNEL', 'SALES_PERSON']) {
    const found = await bridge(`${days}, by: ${by}`)
    // Before: O-1 with 200 and O-2 with 27; then 180 + 160 + 47.50 + 55 + 36.
    expect([found.opening, found.closing], by).toEqual(['227.0000', '478.5000'])
    expect([found, ...found.members].every(ties), by).toBe(true)
  }
})

test('the effects are those worked out by hand', async () => {
  const found = await bridge(
    'period: { from: "2025-02-01", to: "2025-06-30" }, compareWith: { from: "2024-11-01", to: "2025-01-31" }',
  )
  const of = (label: string) => found.members.find(({ key }) => key.label === label)
  // Kettles: 2 at 50 before, 5 for 235 now. Green tea: 13 for 127 before, 5 for 47.50 now. So 15 units become 10.
  expect(of('Kettle')).toMatchObject({ price: '-15.0000', volume: '-33.3333', mix: '183.3333', closing: '235.0000' })
  expect(of('Black tea')).toMatchObject({ gained: '176.0000', price: '0.0000' })
  expect(of('Gift card')).toMatchObject({ gained: '20.0000' })
  expect(Number(of('Green tea')?.price)).toBeCloseTo(47.5 - (127 * 5) / 13, 3)
})

test('without other days a bridge compares with the year before; an unknown split says what would do', async () => {
  const found = await bridge('period: { from: "2025-11-01", to: "2025-11-30" }')
  expect(found.comparedWith).toEqual({ from: '2024-11-01', to: '2024-11-30' })
  expect(found).toMatchObject({ opening: '200.0000', lost: '200.0000', closing: '0.0000' })
  expect(await sales.refusal('{ revenueBridge(period: { all: true }) { opening } }')).toMatch(
    /needs a period with a first and a last day/,
  )
  expect(await sales.refusal('{ revenueBridge(period: { this: YEAR }, by: STAGE) { opening } }')).toMatch(
    /can't be split by STAGE: its facts don't have it/,
  )
})

test('cohorts tell how many who began together ordered in each unit since', async () => {
  const source = `query ($where: [SalesCondition!]) {
    customerCohorts(unit: QUARTER, period: { from: "2024-10-01", to: "2025-06-30" }, where: $where) {
      startsOn customers periods { offset startsOn customers retention revenue } } }`
  const { customerCohorts } = await sales.ask<{ customerCohorts: unknown[] }>(source)
  // C1 began in November with O-1, C2 and C4 in the quarter after it, C3 on the last day of June.
  expect(customerCohorts).toEqual([
    {
      startsOn: '2024-10-01',
      customers: 1,
      periods: [
        { offset: 0, startsOn: '2024-10-01', customers: 1, retention: '1', revenue: '200.0000' },
        { offset: 1, startsOn: '2025-01-01', customers: 1, retention: '1', revenue: '160.0000' },
        { offset: 2, startsOn: '2025-04-01', customers: 1, retention: '1', revenue: '47.5000' },
      ],
    },
    {
      startsOn: '2025-01-01',
      customers: 2,
      periods: [
        { offset: 0, startsOn: '2025-01-01', customers: 2, retention: '1', revenue: '207.0000' },
        { offset: 1, startsOn: '2025-04-01', customers: 1, retention: '0.5', revenue: '55.0000' },
      ],
    },
    {
      startsOn: '2025-04-01',
      customers: 1,
      periods: [{ offset: 0, startsOn: '2025-04-01', customers: 1, retention: '1', revenue: '36.0000' }],
    },
  ])
  const teas = await sales.ask<{ customerCohorts: { customers: number }[] }>(source, {
    where: [{ dimension: 'CATEGORY', in: ['Tea'] }],
  })
  // C4 bought kettles alone.
  expect(teas.customerCohorts.map(({ customers }) => customers)).toEqual([1, 1, 1])
  expect(await sales.refusal('{ customerCohorts(unit: WEEK) { customers } }')).toBe(
    'Cohorts are by MONTH, QUARTER or YEAR, not by WEEK.',
  )
})
