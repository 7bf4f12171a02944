import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openGraph, type TestGraph } from '@aems/router/testing/graph.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hrCatalogue } from '../metrics/metrics.ts'

/** Companies with reference facts lie beside the repository; they are not part of it. */
const shared = process.env['AEMS_SHARED'] ?? fileURLToPath(new URL('../../../../../shared', import.meta.url))
const companies = ['adventure-works', 'ibm-hr']

interface Expected {
  readonly keys: Readonly<Record<string, string>>
  readonly period?: { readonly from: string }
  readonly value: number | null
  readonly withheld?: boolean
}

interface Fact {
  readonly id: string
  readonly question: string
  readonly metric: string | null
  readonly period: object | null
  readonly grain: string | null
  readonly by: readonly string[]
  readonly where: readonly object[]
  readonly compare: string | null
  readonly first: number | null
  readonly tolerance: number
  readonly shareOf?: string
  readonly expected: number | readonly Expected[]
}

interface Cell {
  readonly value: string | null
  readonly withheld: boolean
}

interface Table {
  readonly totals: readonly Cell[]
  readonly rows: readonly {
    readonly keys: readonly { readonly dimension: string; readonly value: string | null }[]
    readonly period: { readonly from: string } | null
    readonly cells: readonly Cell[]
  }[]
}

const operation = `query ($query: HrMetricsQuery!) {
  hrMetrics(query: $query) {
    totals { value withheld }
    rows { keys { dimension value } period { from } cells { value withheld } }
  }
}`

/** The fact's question in the graph's words. A fact with `first` is a ranking by its metric. */
const questionOf = ({ metric, period, grain, by, where, compare, first }: Fact) => ({
  metrics: [metric],
  period: period ?? { all: true },
  grain,
  by,
  where,
  compare,
  first,
  orderBy: first === null ? null : { metric, direction: 'DESC' },
})

const nameOf = (keys: Readonly<Record<string, string | null>>, from: string | undefined): string =>
  JSON.stringify([keys, from ?? null])

if (!existsSync(join(shared, 'data'))) {
  console.log(`Reference facts are skipped: there is no folder ${shared}. AEMS_SHARED names another.`)
}

describe.skipIf(!existsSync(join(shared, 'data'))).each(companies)('%s', (key) => {
  const file = join(shared, 'data', key, 'facts.json')
  const facts: Fact[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  const ours = facts.filter(({ metric }) => metric !== null && metric in hrCatalogue.metrics)
  let graph: TestGraph
  let ask: (variables: Readonly<Record<string, unknown>>) => Promise<Table>

  beforeAll(async () => {
    graph = await openGraph()
    await graph.company(key)
    await graph.database.admin`update auth.companies set currency = 'USD' where key = ${key}`
    const { owner } = await graph.importCompany(key, join(shared, 'data', key))
    ask = async (variables) => (await graph.ask(operation, variables, owner))['hrMetrics'] as Table
  }, 60_000)
  afterAll(() => graph.close())

  test('there are facts about people', () => {
    expect(ours.length).toBeGreaterThan(5)
  })

  test.each(ours)('$id: $question', async (fact) => {
    const query = questionOf(fact)
    const { rows, totals } = await ask({ query })
    if (typeof fact.expected === 'number') {
      const whole = fact.shareOf ? (await ask({ query: { ...query, where: fact.where.slice(0, -1) } })).totals[0]?.value : 1
      const value = totals[0]?.value
      expect(value).not.toBeNull()
      expect(Math.abs(Number(value) / Number(whole) - fact.expected)).toBeLessThanOrEqual(fact.tolerance)
      return
    }
    const found = new Map(
      rows.map(({ keys, period, cells }) => [
        nameOf(Object.fromEntries(keys.map(({ dimension, value }) => [dimension, value])), period?.from),
        cells[0],
      ]),
    )
    expect(rows).toHaveLength(fact.expected.length)
    for (const { keys, period, value, withheld } of fact.expected) {
      const cell = found.get(nameOf(keys, period?.from))
      expect(cell, JSON.stringify(keys)).toBeDefined()
      if (value === null) {
        expect(cell, JSON.stringify(keys)).toEqual({ value: null, withheld: withheld ?? false })
      } else if (cell?.withheld !== true) {
        expect(Math.abs(Number(cell?.value) - value), JSON.stringify(keys)).toBeLessThanOrEqual(fact.tolerance)
      }
    }
  })
})
