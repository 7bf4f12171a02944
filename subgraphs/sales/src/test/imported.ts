import { newId } from '@aems/drizzle/ids.ts'
import { importDirectory } from '@aems/drizzle/import/import.ts'
import { importRole, urlAs } from '@aems/drizzle/roles.ts'
import { copyTemplate } from '@aems/drizzle/testing.ts'
import type { SubgraphRequest } from '@aems/kit/subgraph.ts'
import type { Company, Viewer } from '@aems/kit/viewer.ts'
import { graphql } from 'graphql'
import { expect } from 'vitest'
import { createSubgraph } from '../subgraph.ts'

/** Hilltop Tea, the small company made by hand: drizzle/import/test/company/SOURCE.md. */
const hilltopTea = new URL('../../../../drizzle/import/test/company', import.meta.url).pathname

const defaults: Omit<Company, 'id' | 'key'> = {
  name: 'Hilltop Tea & Co.',
  currency: 'EUR',
  fiscalYearStartMonth: 4,
  timeZone: 'Europe/Berlin',
  asOf: '2025-06-30',
}

/** The sales subgraph over a company that was imported from files; the caller drops it. */
export async function importedSales(directory: string = hilltopTea, company: Partial<Company> = {}) {
  const { database, drop } = await copyTemplate()
  const userId = newId()
  await database.admin`insert into auth.users (id, name, email, password_hash)
    values (${userId}, 'Ada Reader', 'ada@example.com', 'signs in nowhere')`
  const url = urlAs(database.adminUrl, importRole, database.secret)
  const imported = await importDirectory({ url, directory, userId })
  expect(imported.faults).toEqual([])
  if (imported.company === null) throw new Error('The import made no company.')
  const statements: string[] = []
  const subgraph = createSubgraph({
    database: database.open('sales', { onStatement: (statement) => statements.push(statement) }),
  })
  const viewer: Viewer = {
    user: { id: userId, name: 'Ada Reader', email: 'ada@example.com' },
    company: { ...defaults, ...imported.company, ...company },
    roles: ['viewer'],
    scopes: new Set(['sales:read']),
    salesPersonId: null,
    employeeId: null,
    sessionId: newId(),
  }
  /** Runs an operation against the subgraph alone. */
  const run = (source: string, variableValues: Record<string, unknown> = {}, as: Viewer | null = viewer) =>
    graphql({ schema: subgraph.schema, source, variableValues, contextValue: subgraph.context(requestOf(as)) })
  /** What an operation gives; it must give no errors. */
  const ask = async <Data>(source: string, variables?: Record<string, unknown>): Promise<Data> => {
    const { data, errors } = await run(source, variables)
    expect(errors).toBeUndefined()
    return data as Data
  }
  /** The sentence with which an operation is refused. */
  const refusal = async (source: string, variables?: Record<string, unknown>): Promise<string | undefined> =>
    (await run(source, variables)).errors?.[0]?.message
  return { ask, run, refusal, viewer, statements, drop, admin: database.admin }
}

function requestOf(viewer: Viewer | null): SubgraphRequest {
  return {
    viewer,
    correlationId: 'test',
    session: { begin: null, end: false },
    client: { address: '', userAgent: '', keepsCookies: false },
    graph: { execute: () => Promise.reject(new Error('Sales asks nothing of the graph.')) },
  }
}
