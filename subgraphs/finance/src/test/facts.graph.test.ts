import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fileNamed } from '@aems/drizzle/import/format.ts'
import { openGraph, type TestCompany, type TestGraph } from '@aems/router/testing/graph.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { financeCatalogue } from '../metrics/metrics.ts'

/** Companies with reference facts lie beside the repository; they are not part of it. */
const shared = process.env['AEMS_SHARED'] ?? fileURLToPath(new URL('../../../../../shared', import.meta.url))
const directory = join(shared, 'data', 'adventure-works')

interface Fact {
  readonly id: string
  readonly question: string
  readonly metric: string | null
  readonly period: object | null
  readonly grain: string | null
  readonly by: readonly string[]
  readonly where: readonly object[]
  readonly compare: string | null
  readonly order: { readonly by: string; readonly direction: string } | null
  readonly first: number | null
  readonly tolerance: number
  readonly expected: number | readonly Expected[]
}

interface Expected {
  readonly keys: Readonly<Record<string, string>>
  readonly period?: { readonly from: string }
  readonly value: number
  readonly previous?: number
}

interface Cell {
  readonly value: string | null
  readonly previous: string | null
}

interface Table {
  readonly totals: readonly Cell[]
  readonly rows: readonly {
    readonly keys: readonly { readonly dimension: string; readonly value: string | null }[]
    readonly period: { readonly from: string } | null
    readonly cells: readonly Cell[]
  }[]
}

const operation = `query ($query: FinanceMetricsQuery!) { financeMetrics(query: $query) {
  totals { value previous } rows { keys { dimension value } period { from } cells { value previous } } } }`

const nameOf = (keys: Readonly<Record<string, string | null>>, from: string | undefined): string =>
  JSON.stringify([keys, from ?? null])

if (!existsSync(directory)) console.log(`Reference facts about finance are skipped: there is no folder ${directory}.`)

describe.skipIf(!existsSync(directory))('adventure-works', () => {
  const file = join(directory, 'facts.json')
  const facts: Fact[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  const ours = facts.filter(({ metric }) => metric !== null && metric in financeCatalogue.metrics)
  // A name that sales has too is sales' where the company has orders. Legal entities have names where org units are kept.
  const named = fileNamed('org_units.csv')?.table !== undefined
  const alone = ours.filter(
    ({ metric, by }) => metric !== 'GROSS_PROFIT' && metric !== 'GROSS_MARGIN' && (named || !by.includes('LEGAL_ENTITY')),
  )
  let graph: TestGraph
  let company: TestCompany

  beforeAll(async () => {
    graph = await openGraph()
    await graph.company('adventure-works')
    await graph.database.admin`update auth.companies set currency = 'USD' where key = 'adventure-works'`
    company = await graph.importCompany('adventure-works', directory)
  }, 60_000)
  afterAll(() => graph.close())

  test('there are facts about finance', () => {
    expect(alone.length).toBeGreaterThan(10)
  })

  test.each(alone)('$id: $question', async ({ metric, period, grain, by, where, compare, order, first, tolerance, expected }) => {
    const orderBy = order && { metric: order.by, direction: order.direction }
    const query = { metrics: [metric], period: period ?? { all: true }, grain, by, where, compare, first, orderBy }
    const { financeMetrics } = await graph.ask(operation, { query }, company.owner)
    const { totals, rows } = financeMetrics as Table
    if (typeof expected === 'number') {
      expect(Math.abs(Number(totals[0]?.value) - expected)).toBeLessThanOrEqual(tolerance)
      return
    }
    const found = new Map(
      rows.map(({ keys, period: days, cells }) => [
        nameOf(Object.fromEntries(keys.map(({ dimension, value }) => [dimension, value])), days?.from),
        cells[0],
      ]),
    )
    expect(rows).toHaveLength(expected.length)
    for (const { keys, period: days, value, previous } of expected) {
      const cell = found.get(nameOf(keys, days?.from))
      expect(Math.abs(Number(cell?.value) - value), nameOf(keys, days?.from)).toBeLessThanOrEqual(tolerance)
      if (previous !== undefined) expect(Number(cell?.previous)).toBeCloseTo(previous, 2)
    }
  })
})
