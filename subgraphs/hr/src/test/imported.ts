import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importedId, newId } from '@aems/drizzle/ids.ts'
import { importDirectory } from '@aems/drizzle/import/import.ts'
import { importRole, urlAs } from '@aems/drizzle/roles.ts'
import { copyTemplate } from '@aems/drizzle/testing.ts'
import type { SubgraphRequest } from '@aems/kit/subgraph.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { graphql } from 'graphql'
import { expect } from 'vitest'
import { createSubgraph } from '../subgraph.ts'
import { type Files, mill } from './small-company.ts'

/** The hr subgraph over the mill, as its owner sees it; the caller drops it. */
export async function importedMill() {
  const { database, drop } = await copyTemplate()
  const userId = newId()
  await database.admin`insert into auth.users (id, name, email, password_hash)
    values (${userId}, 'Ada Reader', 'ada@example.com', 'signs in nowhere')`
  const imported = await importFiles(urlAs(database.adminUrl, importRole, database.secret), userId, mill)
  expect(imported.faults).toEqual([])
  const { company } = imported
  if (company === null) throw new Error('The import made no company.')
  const statements: string[] = []
  const subgraph = createSubgraph({
    database: database.open('hr', { onStatement: (statement) => statements.push(statement) }),
  })
  const owner: Viewer = {
    user: { id: userId, name: 'Ada Reader', email: 'ada@example.com' },
    company: {
      ...company,
      name: 'Mill',
      currency: 'EUR',
      fiscalYearStartMonth: 1,
      timeZone: 'Europe/Berlin',
      asOf: '2025-06-30',
    },
    roles: [],
    scopes: new Set(['hr:read', 'hr:write', 'hr:all', 'hr:personal:read', 'hr:pay:read', 'hr:pay:aggregate']),
    salesPersonId: null,
    employeeId: null,
    sessionId: newId(),
  }
  const run = (source: string, variableValues: Record<string, unknown> = {}, as: Viewer | null = owner) =>
    graphql({ schema: subgraph.schema, source, variableValues, contextValue: subgraph.context(requestOf(as)) })
  /** What an operation gives; it must give no errors. */
  const ask = async <Data>(source: string, variables?: Record<string, unknown>, as?: Viewer): Promise<Data> => {
    const { data, errors } = await run(source, variables, as)
    expect(errors).toBeUndefined()
    return data as Data
  }
  const table = async (query: object, as?: Viewer): Promise<Table> =>
    (
      await ask<{ hrMetrics: Table }>(
        `query ($query: HrMetricsQuery!) { hrMetrics(query: $query) {
          totals { metric value withheld } rows { keys { value } cells { metric value withheld } } } }`,
        { query },
        as,
      )
    ).hrMetrics
  return {
    ask,
    run,
    owner,
    statements,
    database,
    drop,
    /** Totals of metrics, as numbers; absent ones as null. */
    totals: async (query: object, as?: Viewer) =>
      Object.fromEntries((await table(query, as)).totals.map((cell) => [cell.metric, figure(cell)])),
    /** One metric, by the members of one dimension. */
    split: async (query: object, as?: Viewer) =>
      Object.fromEntries(
        (await table(query, as)).rows.map(({ keys, cells }) => [keys[0]?.value ?? '', cells[0] ? figure(cells[0]) : null]),
      ),
    /** Someone's id, or that of anything else that was imported. */
    id: (noun: Parameters<typeof importedId>[1], ref: string) => importedId(company.id, noun, ref),
    /** Someone who is an employee and has these scopes alone. */
    employee: (ref: string, ...scopes: readonly string[]): Viewer => ({
      ...owner,
      user: { ...owner.user, id: newId() },
      scopes: new Set(scopes),
      employeeId: importedId(company.id, 'employee', ref),
    }),
  }
}

interface Cell {
  readonly metric: string
  readonly value: string | null
  readonly withheld: boolean
}

interface Table {
  readonly totals: readonly Cell[]
  readonly rows: readonly { readonly keys: readonly { readonly value: string | null }[]; readonly cells: readonly Cell[] }[]
}

const figure = ({ value, withheld }: Cell): number | null | 'withheld' =>
  withheld ? 'withheld' : value === null ? null : Number(value)

/** Imports files that are written for the occasion. */
async function importFiles(url: string, userId: string, files: Files) {
  const directory = mkdtempSync(join(tmpdir(), 'aems-mill-'))
  try {
    for (const [file, text] of Object.entries(files)) writeFileSync(join(directory, file), text)
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
    graph: { execute: () => Promise.reject(new Error('Hr asks nothing of the graph.')) },
  }
}
