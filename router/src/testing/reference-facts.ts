import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openGraph, type TestGraph } from './graph.ts'

/** Companies with reference facts lie beside the repository; they are not part of it. */
const shared = process.env['AEMS_SHARED'] ?? fileURLToPath(new URL('../../../../shared', import.meta.url))

interface Expected {
  readonly keys: Readonly<Record<string, string>>
  readonly period?: { readonly from: string }
  /** Null where it is not told. */
  readonly value: number | null
  /** Whether it is about too few people to be told. */
  readonly withheld?: boolean
  readonly previous?: number
  readonly change?: number
}

/** A question about a company, and the answer that was worked out beside the product. */
export interface Fact {
  readonly id: string
  readonly question: string
  readonly metric: string | null
  readonly period: object | null
  readonly grain: string | null
  readonly by: readonly string[]
  readonly where: readonly object[]
  readonly having?: readonly { readonly metric: string; readonly op: '>'; readonly value: number }[]
  readonly compare: string | null
  readonly order: { readonly by: string; readonly of?: string; readonly direction: string } | null
  readonly first: number | null
  readonly tolerance: number
  readonly shareOf?: string
  readonly expected: number | readonly Expected[]
}

interface Cell {
  readonly value: string | null
  readonly previous: string | null
  readonly change: string | null
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

/** Asks the graph of a company as its owner. */
export type AskOwner = (operation: string, variables?: Readonly<Record<string, unknown>>) => Promise<Record<string, unknown>>

/** Whose facts must hold. */
export interface ReferenceFacts {
  /** Such as `sales`. */
  readonly domain: string
  /** The metrics that it has: facts about others are left to their domains. */
  readonly metrics: object
  /** Folders of companies. */
  readonly companies: readonly string[]
  /** The files that the facts are about, where they are not all; those that a company lacks are passed over. */
  readonly files?: readonly string[]
  /** How many facts about the domain each company has at least. */
  readonly atLeast: number
  /** More that must hold of a company: given its facts, and how to ask once a test runs. */
  readonly also?: (facts: readonly Fact[], ask: AskOwner) => void
}

/** Holds a domain to the reference facts of companies, through the graph; skipped with a printed reason where there are none. */
export function holdReferenceFacts({ domain, metrics, companies, files, atLeast, also }: ReferenceFacts): void {
  if (!existsSync(join(shared, 'data'))) {
    console.log(`Reference facts are skipped: there is no folder ${shared}. AEMS_SHARED names another.`)
  }
  describe.skipIf(!existsSync(join(shared, 'data'))).each(companies)('%s', (key) => {
    const directory = join(shared, 'data', key)
    const file = join(directory, 'facts.json')
    const facts: Fact[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
    const ours = facts.filter(({ metric }) => metric !== null && metric in metrics)
    let graph: TestGraph
    let ask: AskOwner

    beforeAll(async () => {
      graph = await openGraph()
      await graph.company(key)
      await graph.database.admin`update auth.companies set currency = 'USD' where key = ${key}`
      const { directory: part, remove } = files ? partOf(directory, files) : { directory, remove: () => {} }
      const { owner } = await graph.importCompany(key, part).finally(remove)
      ask = (text, variables) => graph.ask(text, variables, owner)
    }, 60_000)
    afterAll(() => graph.close())

    test(`there are facts about ${domain}`, () => {
      expect(ours.length).toBeGreaterThanOrEqual(atLeast)
    })

    also?.(facts, (text, variables) => ask(text, variables))

    test.each(ours)('$id: $question', async (fact) => {
      const table = async (query: object) => (await ask(operationOf(domain), { query }))['table'] as Table
      await holds(fact, table)
    })
  })
}

/** A folder with some of another's files. */
function partOf(directory: string, files: readonly string[]): { readonly directory: string; readonly remove: () => void } {
  const part = mkdtempSync(join(tmpdir(), 'aems-facts-'))
  for (const file of files) {
    if (existsSync(join(directory, file))) symlinkSync(join(directory, file), join(part, file))
  }
  return { directory: part, remove: () => rmSync(part, { recursive: true, force: true }) }
}

const operationOf = (domain: string) => `query ($query: ${domain.charAt(0).toUpperCase()}${domain.slice(1)}MetricsQuery!) {
  table: ${domain}Metrics(query: $query) {
    totals { value previous change withheld }
    rows { keys { dimension value } period { from } cells { value previous change withheld } }
  }
}`

/** The fact's question in the graph's words. A fact with `first` is a ranking by its metric. */
function questionOf({ metric, period, grain, by, where, having, compare, order, first }: Fact) {
  const ranking = order ?? (first === null ? null : { by: metric, direction: 'DESC' })
  return {
    metrics: [metric],
    period: period ?? { all: true },
    grain,
    by,
    where,
    compare,
    first,
    having: having?.map((threshold) => ({ metric: threshold.metric, over: String(threshold.value) })),
    orderBy: ranking && {
      metric: ranking.by,
      direction: ranking.direction,
      ...('of' in ranking && ranking.of !== undefined && { of: ranking.of.toUpperCase() }),
    },
  }
}

/** The reference took versions for numbers: 5 became 5.0. */
const asNumber = (value: string | null): string | null => value?.replace(/(?<= \d+)\.0$/, '') ?? null

/** The row's keys and first day, so that rows of equal figures can come in either order. */
const nameOf = (keys: Readonly<Record<string, string | null>>, from: string | undefined): string =>
  JSON.stringify([Object.entries(keys).map(([dimension, value]) => [dimension, asNumber(value)]), from ?? null])

/** What a share is taken of: another metric, or the same without the last condition. */
function wholeOf(shareOf: string, question: ReturnType<typeof questionOf>) {
  const { where } = question
  const isSame = shareOf.endsWith('of the same rows without the last filter')
  return isSame || where.some((condition) => 'dimension' in condition && condition.dimension === shareOf)
    ? { ...question, where: where.slice(0, -1) }
    : { ...question, metrics: [shareOf] }
}

/** Figures about few people are kept back; so may others be, by which these would be given away. */
function isAsExpected(cell: Cell, { value, withheld = false }: Omit<Expected, 'keys'>, tolerance: number): boolean {
  if (value === null) return cell.value === null && cell.withheld === withheld
  return cell.withheld || (cell.value !== null && Math.abs(Number(cell.value) - value) <= tolerance)
}

async function holds(fact: Fact, table: (query: object) => Promise<Table>): Promise<void> {
  const question = questionOf(fact)
  const { rows, totals } = await table(question)
  if (typeof fact.expected === 'number') {
    const whole = fact.shareOf ? (await table(wholeOf(fact.shareOf, question))).totals[0]?.value : 1
    expect(Math.abs(Number(totals[0]?.value) / Number(whole) - fact.expected)).toBeLessThanOrEqual(fact.tolerance)
    return
  }
  const found = new Map<string, Cell[]>()
  for (const { keys, period, cells } of rows) {
    const name = nameOf(Object.fromEntries(keys.map(({ dimension, value }) => [dimension, value])), period?.from)
    found.set(name, [...(found.get(name) ?? []), ...cells])
  }
  expect(rows.length).toBeGreaterThanOrEqual(fact.expected.length)
  for (const { keys, period, ...figures } of fact.expected) {
    // Several members may share a name; each row answers for one.
    const cells = found.get(nameOf(keys, period?.from)) ?? []
    const place = cells.findIndex((cell) => isAsExpected(cell, figures, fact.tolerance))
    expect(
      place,
      `${JSON.stringify(keys)} ${period?.from ?? ''}: ${figures.value}, not ${cells.map(({ value }) => value)}`,
    ).not.toBe(-1)
    const [cell] = cells.splice(place, 1)
    if (figures.previous !== undefined) expect(Number(cell?.previous)).toBeCloseTo(figures.previous, 2)
    // The reference subtracts figures that were rounded to the cent before.
    if (figures.change !== undefined) expect(Math.abs(Number(cell?.change) - figures.change)).toBeLessThanOrEqual(0.011)
  }
  // The reference leaves out periods without facts, which the graph has, with zero or absent.
  for (const cells of found.values()) for (const { value } of cells) expect([null, '0']).toContain(value)
}
