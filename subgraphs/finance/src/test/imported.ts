import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId } from '@aems/drizzle/ids.ts'
import { importDirectory } from '@aems/drizzle/import/import.ts'
import { importRole, urlAs } from '@aems/drizzle/roles.ts'
import { copyTemplate } from '@aems/drizzle/testing.ts'
import type { SubgraphRequest } from '@aems/kit/subgraph.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { graphql } from 'graphql'
import { expect } from 'vitest'
import { createSubgraph } from '../subgraph.ts'

/** Files of the import format, by their names. */
export type Files = Readonly<Record<string, string>>

/** Books of a company whose today is 30 June 2025 and whose fiscal year starts in April. */
const company = 'key,name,currency,fiscal_year_start_month,time_zone,as_of\nmill,Mill,EUR,4,Europe/Berlin,2025-06-30\n'

/** The finance subgraph over a company imported from files; the caller drops it. */
export async function importedFinance(files: Files) {
  const { database, drop } = await copyTemplate()
  const userId = newId()
  await database.admin`insert into auth.users (id, name, email, password_hash)
    values (${userId}, 'Ada Reader', 'ada@example.com', 'signs in nowhere')`
  const load = (changed: Files) => importFiles(urlAs(database.adminUrl, importRole, database.secret), userId, changed)
  const imported = await load(files)
  expect(imported.faults).toEqual([])
  if (imported.company === null) throw new Error('The import made no company.')
  const statements: string[] = []
  const subgraph = createSubgraph({
    database: database.open('finance', { onStatement: (statement) => statements.push(statement) }),
  })
  const viewer: Viewer = {
    user: { id: userId, name: 'Ada Reader', email: 'ada@example.com' },
    company: {
      ...imported.company,
      name: 'Mill',
      currency: 'EUR',
      fiscalYearStartMonth: 4,
      timeZone: 'Europe/Berlin',
      asOf: '2025-06-30',
    },
    roles: [],
    scopes: new Set(['finance:read', 'finance:write', 'finance:payroll:read', 'expenses:approve', 'hr:all']),
    salesPersonId: null,
    employeeId: null,
    sessionId: newId(),
  }
  const run = (source: string, variableValues: Record<string, unknown> = {}, as: Viewer | null = viewer) =>
    graphql({ schema: subgraph.schema, source, variableValues, contextValue: subgraph.context(requestOf(as)) })
  /** What an operation gives; it must give no errors. */
  const ask = async <Data>(source: string, variables?: Record<string, unknown>, as?: Viewer): Promise<Data> => {
    const { data, errors } = await run(source, variables, as)
    expect(errors).toBeUndefined()
    return data as Data
  }
  /** The sentence with which an operation is refused. */
  const refusal = async (source: string, variables?: Record<string, unknown>, as?: Viewer): Promise<string | undefined> =>
    (await run(source, variables, as)).errors?.[0]?.message
  /** Totals of metrics, as numbers; absent ones as null. */
  const totals = async (query: object): Promise<Record<string, number | null>> => {
    const { financeMetrics } = await ask<{ financeMetrics: { totals: { metric: string; value: string | null }[] } }>(
      'query ($query: FinanceMetricsQuery!) { financeMetrics(query: $query) { totals { metric value } } }',
      { query },
    )
    return Object.fromEntries(financeMetrics.totals.map(({ metric, value }) => [metric, value === null ? null : Number(value)]))
  }
  return { ask, run, refusal, totals, viewer, statements, database, load, drop }
}

/** Imports files that are written for the occasion. */
export async function importFiles(url: string, userId: string, files: Files) {
  const directory = mkdtempSync(join(tmpdir(), 'aems-books-'))
  try {
    for (const [file, text] of Object.entries({ 'company.csv': company, ...files })) writeFileSync(join(directory, file), text)
    return await importDirectory({ url, directory, userId })
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

function requestOf(viewer: Viewer | null): SubgraphRequest {
  return {
    viewer,
    correlationId: 'test',
    session: { begin: null, end: false },
    client: { address: '', userAgent: '', keepsCookies: false },
    graph: { execute: () => Promise.reject(new Error('Finance asks nothing of the graph.')) },
  }
}
