import { newId } from '@aems/drizzle/ids.ts'
import { importDirectory } from '@aems/drizzle/import/import.ts'
import { importRole, urlAs } from '@aems/drizzle/roles.ts'
import { copyTemplate } from '@aems/drizzle/testing.ts'
import type { SubgraphRequest } from '@aems/kit/subgraph.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { graphql } from 'graphql'
import { expect } from 'vitest'
import { createSubgraph } from '../subgraph.ts'

/** Hilltop Tea, the small company made by hand: drizzle/import/test/company/SOURCE.md. */
const hilltopTea = new URL('../../../../drizzle/import/test/company', import.meta.url).pathname

/** Where a cell of a metric table is found: the figures of one row, or the totals. */
export type Figures = Readonly<Record<string, number | null>>

/** The risk subgraph over the small company, imported from its files; the caller drops it. */
export async function importedRisk() {
  const { database, drop } = await copyTemplate()
  const userId = newId()
  await database.admin`insert into auth.users (id, name, email, password_hash)
    values (${userId}, 'Ada Reader', 'ada@example.com', 'signs in nowhere')`
  const url = urlAs(database.adminUrl, importRole, database.secret)
  const imported = await importDirectory({ url, directory: hilltopTea, userId })
  expect(imported.faults).toEqual([])
  if (imported.company === null) throw new Error('The import made no company.')
  const statements: string[] = []
  const subgraph = createSubgraph({
    database: database.open('risk', { onStatement: (statement) => statements.push(statement) }),
  })
  const viewer: Viewer = {
    user: { id: userId, name: 'Ada Reader', email: 'ada@example.com' },
    company: {
      ...imported.company,
      name: 'Hilltop Tea & Co.',
      currency: 'EUR',
      fiscalYearStartMonth: 4,
      timeZone: 'Europe/Berlin',
      asOf: '2025-06-30',
    },
    roles: ['manager'],
    scopes: new Set(['risk:read', 'risk:write', 'risk:approve', 'hr:all']),
    salesPersonId: null,
    employeeId: null,
    sessionId: newId(),
  }
  /** Runs an operation against the subgraph alone. */
  const run = (source: string, variableValues: Record<string, unknown> = {}, as: Viewer | null = viewer) =>
    graphql({ schema: subgraph.schema, source, variableValues, contextValue: subgraph.context(requestOf(as)) })
  /** What an operation gives; it must give no errors. */
  const ask = async <Data>(source: string, variables?: Record<string, unknown>, as?: Viewer): Promise<Data> => {
    const { data, errors } = await run(source, variables, as)
    expect(errors).toBeUndefined()
    return data as Data
  }
  /** The sentence with which an operation is refused. */
  const refusal = async (source: string, variables?: Record<string, unknown>): Promise<string | undefined> =>
    (await run(source, variables)).errors?.[0]?.message
  /** Figures by the labels of their members, the totals under no label. */
  const figures = async (query: object): Promise<Record<string, Figures>> => {
    const { riskMetrics: table } = await ask<{ riskMetrics: Table }>(operation, { query })
    const cells = (row: { cells: readonly Cell[] }): Figures =>
      Object.fromEntries(row.cells.map(({ metric, value }) => [metric, value === null ? null : Number(value)]))
    return Object.fromEntries([
      ['', cells({ cells: table.totals })],
      ...table.rows.map((row) => [
        [...row.keys.map(({ label }) => label), ...(row.period ? [row.period.from] : [])].join(' '),
        cells(row),
      ]),
    ])
  }
  return { ask, run, refusal, figures, viewer, statements, database, drop }
}

interface Cell {
  readonly metric: string
  readonly value: string | null
}

interface Table {
  readonly totals: readonly Cell[]
  readonly rows: readonly {
    readonly keys: readonly { readonly label: string }[]
    readonly period: { readonly from: string } | null
    readonly cells: readonly Cell[]
  }[]
}

const operation = `query ($query: RiskMetricsQuery!) {
  riskMetrics(query: $query) {
    totals { metric value }
    rows { keys { label } period { from } cells { metric value } }
  }
}`

function requestOf(viewer: Viewer | null): SubgraphRequest {
  return {
    viewer,
    correlationId: 'test',
    session: { begin: null, end: false },
    client: { address: '', userAgent: '', keepsCookies: false },
    graph: { execute: () => Promise.reject(new Error('Risk asks nothing of the graph.')) },
  }
}
