import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { partsTaken, recognizedTo } from '../domain/recognition.ts'
import { importedFinance } from './imported.ts'

const files = {
  'customers.csv': 'ref,name\nC1,Anna\nC2,Bert\nC3,Cleo\nC4,Dora\n',
  'contracts.csv': [
    'ref,customer_ref,starts_on,ends_on,amount,billing_interval,recognition,cancelled_on',
    'K1,C1,2025-01-01,2025-12-31,1200,month,straight_line,',
    'K2,C1,2025-05-01,,50,month,straight_line,',
    'K3,C2,2024-06-01,2025-05-31,600,quarter,straight_line,',
    'K4,C3,2025-04-01,,300,quarter,straight_line,',
    'K5,C2,2025-04-10,,70,once,point_in_time,',
    'K6,C4,2025-02-01,2025-12-31,90,once,milestone,',
    'K7,C4,2025-01-01,,30,month,straight_line,2025-06-01',
    '',
  ].join('\n'),
  'contract_milestones.csv': 'contract_ref,name,amount,reached_on\nK6,Plan,30,2025-05-20\nK6,Build,60,\n',
}

let finance: Awaited<ReturnType<typeof importedFinance>>
beforeAll(async () => {
  finance = await importedFinance(files)
}, 60_000)
afterAll(() => finance.drop())

const quarter = { from: '2025-04-01', to: '2025-06-30' }

test('revenue is recognized by day over the term, at once, or as milestones are reached', async () => {
  const found = await finance.totals({ metrics: ['RECOGNIZED_REVENUE', 'BILLINGS'], period: quarter })
  // A year of 365 days at 328.77 cents: 120,000 = 328 × 365 + 280, so of the first 280 days each has one cent more.
  const k1 = 3.29 * 91
  // K2 100 for two months; K3 61 of its last days at 164 cents; K4 300; K5 70; K6 30; K7 60.
  expect(found['RECOGNIZED_REVENUE']).toBeCloseTo(k1 + 100 + 1.64 * 61 + 300 + 70 + 30 + 60, 8)
  expect(found['BILLINGS']).toBe(300 + 100 + 0 + 300 + 70 + 30 + 60)
})

test('what is billed and not earned is deferred; what is yet to come is an obligation', async () => {
  const found = await finance.totals({ metrics: ['DEFERRED_REVENUE', 'REMAINING_PERFORMANCE_OBLIGATION'], period: quarter })
  const earned = 3.29 * 181
  expect(found['DEFERRED_REVENUE']).toBeCloseTo(600 - earned, 8)
  expect(found['REMAINING_PERFORMANCE_OBLIGATION']).toBeCloseTo(1200 - earned + 60, 8)
})

test('recurring revenue bridges from opening to closing', async () => {
  const metrics = ['MRR', 'ARR', 'NEW_MRR', 'EXPANSION_MRR', 'CONTRACTION_MRR', 'CHURNED_MRR']
  const found = await finance.totals({
    metrics: [...metrics, 'NET_REVENUE_RETENTION', 'GROSS_REVENUE_RETENTION'],
    period: quarter,
  })
  // Opening: Anna 100, Bert 50, Dora 30. Closing: Anna 150, Cleo 100.
  expect(found).toMatchObject({ MRR: 250, ARR: 3000, NEW_MRR: 100, EXPANSION_MRR: 50, CONTRACTION_MRR: 0, CHURNED_MRR: 80 })
  expect(found['NET_REVENUE_RETENTION']).toBeCloseTo(150 / 180, 10)
  expect(found['GROSS_REVENUE_RETENTION']).toBeCloseTo(100 / 180, 10)
  const opening = await finance.totals({ metrics: ['MRR'], period: { to: '2025-03-31' } })
  expect(Number(opening['MRR']) + 100 + 50 - 80).toBe(250)
})

test('contracts are listed with their monthly value and milestones; active ones as of the end', async () => {
  const { contracts, active } = await finance.ask<Record<string, unknown>>(`{
    contracts(where: [{ dimension: CUSTOMER, in: ["Dora"] }]) { nodes { ref monthlyAmount recognition milestones { name amount } } }
    active: contracts(state: ACTIVE, orderBy: AMOUNT_DESC, first: 2) { totalCount nodes { ref } } }`)
  expect(contracts).toEqual({
    nodes: [
      {
        ref: 'K6',
        monthlyAmount: null,
        recognition: 'MILESTONE',
        milestones: [
          { name: 'Plan', amount: '30.0000' },
          { name: 'Build', amount: '60.0000' },
        ],
      },
      { ref: 'K7', monthlyAmount: '30.0000', recognition: 'STRAIGHT_LINE', milestones: [] },
    ],
  })
  expect(active).toEqual({ totalCount: 5, nodes: [{ ref: 'K1' }, { ref: 'K4' }] })
})

test('parts of an amount sum to it exactly, whatever the number of parts, and never differ by more than a cent', () => {
  fc.assert(
    fc.property(fc.bigInt(-10_000_000n, 10_000_000n), fc.bigInt(1n, 800n), (cents, parts) => {
      let before = 0n
      const each: bigint[] = []
      for (let taken = 1n; taken <= parts; taken += 1n) {
        const sum = partsTaken(cents, parts, taken)
        each.push(sum - before)
        before = sum
      }
      expect(before).toBe(cents)
      const [first = 0n, last = 0n] = [each[0], each.at(-1)]
      expect(first - last === 0n || first - last === 1n).toBe(true)
    }),
    { numRuns: 100 },
  )
})

test('the database recognizes what the rule says, on any day of any contract', async () => {
  const epoch = 20_000
  const contract = fc.record({
    cents: fc.bigInt(-5_000_000n, 5_000_000n),
    startsOn: fc.integer({ min: epoch, max: epoch + 300 }),
    length: fc.integer({ min: 1, max: 900 }),
    cancelled: fc.option(fc.integer({ min: 0, max: 1000 })),
    day: fc.integer({ min: epoch - 10, max: epoch + 1300 }),
  })
  const cases = fc.sample(contract, { numRuns: 200, seed: 7 })
  const date = (days: number) => `(date '1970-01-01' + ${days})`
  const rows = await finance.database.admin.unsafe<{ cents: string }[]>(
    cases
      .map(({ cents, startsOn, length, cancelled, day }) => {
        const end = cancelled === null ? 'null::date' : date(startsOn + cancelled)
        return `select (finance.recognized_to(${cents} / 100.0, ${date(startsOn)}, ${date(startsOn + length - 1)}, null, 'straight_line',
          ${end}, ${date(day)}) * 100)::bigint::text as cents`
      })
      .join(' union all '),
  )
  const expected = cases.map(({ cents, startsOn, length, cancelled, day }) =>
    String(
      recognizedTo(
        { cents, startsOn, endsOn: startsOn + length - 1, cancelledOn: cancelled === null ? null : startsOn + cancelled },
        day,
      ),
    ),
  )
  expect(rows.map((row) => row.cents)).toEqual(expected)
})
