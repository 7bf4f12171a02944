import { openGraph, type TestCompany, type TestGraph } from '@aems/router/testing/graph.ts'
import Big from 'big.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'

let graph: TestGraph
let company: TestCompany
beforeAll(async () => {
  graph = await openGraph()
  company = await graph.importCompany('tea')
}, 60_000)
afterAll(() => graph.close())

const cell = z.object({ metric: z.string(), value: z.string().nullable(), previous: z.string().nullable() })
const table = z.object({
  rows: z.array(z.object({ period: z.object({ from: z.string(), to: z.string() }).nullable(), cells: z.array(cell) })),
  totals: z.array(cell),
})

/** The same question to several domains, in one operation. */
async function ask(operation: string) {
  const fields = '{ rows { period { from to } cells { metric value previous } } totals { metric value previous } }'
  const data = await graph.ask(operation.replaceAll('@figures', fields), {}, company.owner)
  return z.record(z.string(), table).parse(data)
}

const value = (tables: Record<string, z.infer<typeof table>>, name: string, row?: number): Big => {
  const cells = row === undefined ? tables[name]?.totals : tables[name]?.rows[row]?.cells
  const [first] = cells ?? []
  if (first?.value == null) throw new Error(`${name} has no figure`)
  return Big(first.value)
}

test('revenue per employee is revenue over the mean of the heads on the eve and at the end', async () => {
  const found = await ask(`{
    per: aiMetrics(query: { metrics: [REVENUE_PER_EMPLOYEE], period: { from: "2025-01-01", to: "2025-12-31" } }) @figures
    revenue: salesMetrics(query: { metrics: [NET_REVENUE], period: { from: "2025-01-01", to: "2025-12-31" } }) @figures
    eve: hrMetrics(query: { metrics: [HEADCOUNT], period: { to: "2024-12-31" } }) @figures
    end: hrMetrics(query: { metrics: [HEADCOUNT], period: { to: "2025-12-31" } }) @figures
  }`)
  const heads = value(found, 'eve').plus(value(found, 'end')).div(2)
  expect(heads.gt(0)).toBe(true)
  expect(value(found, 'per').toNumber()).toBeCloseTo(value(found, 'revenue').div(heads).toNumber(), 9)
})

test('a unit of time begins with the heads that the one before it ended with, also of the year before', async () => {
  const found = await ask(`{
    per: aiMetrics(query: { metrics: [PROFIT_PER_EMPLOYEE], period: { from: "2025-01-01", to: "2025-06-30" }, grain: QUARTER, compare: PREVIOUS_YEAR }) @figures
    profit: salesMetrics(query: { metrics: [GROSS_PROFIT], period: { from: "2025-04-01", to: "2025-06-30" } }) @figures
    before: salesMetrics(query: { metrics: [GROSS_PROFIT], period: { from: "2024-04-01", to: "2024-06-30" } }) @figures
    heads: hrMetrics(query: { metrics: [HEADCOUNT], period: { from: "2025-01-01", to: "2025-06-30" }, grain: QUARTER, compare: PREVIOUS_YEAR }) @figures
  }`)
  const second = found['per']?.rows[1]?.cells[0]
  const [first, last] = [found['heads']?.rows[0]?.cells[0], found['heads']?.rows[1]?.cells[0]]
  const mean = (a: string | null | undefined, b: string | null | undefined) =>
    Big(a ?? 0)
      .plus(b ?? 0)
      .div(2)
  expect(found['per']?.rows).toHaveLength(2)
  expect(Number(second?.value)).toBeCloseTo(value(found, 'profit').div(mean(first?.value, last?.value)).toNumber(), 9)
  expect(Number(second?.previous)).toBeCloseTo(value(found, 'before').div(mean(first?.previous, last?.previous)).toNumber(), 9)
})

test('what the parts refuse is told in their words', async () => {
  const { errors } = await graph.send(
    '{ aiMetrics(query: { metrics: [REVENUE_PER_EMPLOYEE], period: { from: "2025-12-31", to: "2025-01-01" } }) { rowCount } }',
    {},
    { as: company.owner },
  )
  expect(errors?.[0]?.message).toMatch(/2025-12-31/)
})
