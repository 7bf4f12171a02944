import { PgDatabase, PgDialect } from 'drizzle-orm/pg-core'
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT, PostgresJsSession } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { type RowViewer, setViewer } from './row-viewer.ts'

export type { RowViewer } from './row-viewer.ts'

type NoSchema = Record<string, never>

/** A transaction that runs as a viewer: row-level security shows it the viewer's rows alone. */
export type ViewerTransaction = PgDatabase<PostgresJsQueryResultHKT>

/** One domain's way to its own schema, with its own role. */
export interface DomainDatabase {
  /** Runs `work` in one transaction as the viewer. It spans one loader batch, one metric statement or one command. */
  asViewer<Result>(viewer: RowViewer, work: (tx: ViewerTransaction) => Promise<Result>): Promise<Result>
  /** For the enumerated tables without a tenant, and for nothing else. */
  readonly global: PostgresJsDatabase<NoSchema>
  close(): Promise<void>
}

export interface DomainDatabaseOptions {
  /** Connections at most. */
  readonly connections?: number
  /** Milliseconds after which a statement is cancelled. */
  readonly statementTimeout?: number
  /** Sees each statement's text as it is sent; tests count them. */
  readonly onStatement?: (statement: string) => void
}

/** Opens a pool for one domain's role. `url` names role and password; nothing is connected until it is used. */
export function openDomain(url: string, options: DomainDatabaseOptions = {}): DomainDatabase {
  const { onStatement } = options
  const client = postgres(url, {
    max: options.connections ?? 8,
    prepare: false,
    onnotice: () => {},
    connection: { statement_timeout: options.statementTimeout ?? 30_000, application_name: 'a-ems' },
    ...(onStatement && { debug: (_connection: number, statement: string) => onStatement(statement) }),
  })
  const database = drizzle(client)
  return {
    asViewer: (viewer, work) =>
      unwrapped(
        client.begin((session) => {
          // Sent before the work's first statement, on the same connection and without waiting for the reply: a round trip less.
          const viewerSet = setViewer(session, viewer).execute()
          return Promise.all([work(overSession(session)), viewerSet]).then(([result]) => ({ result }))
        }),
      ),
    global: database,
    close: () => client.end({ timeout: 5 }),
  }
}

const dialect = new PgDialect()

/** Drizzle over a transaction that postgres.js has begun. Drizzle's own transaction does the same, with the same wider type. */
function overSession(session: postgres.TransactionSql): ViewerTransaction {
  return new PgDatabase(dialect, new PostgresJsSession(session as unknown as postgres.Sql, dialect, undefined, {}), undefined)
}

/** postgres.js awaits every promise of an array that a transaction returns; wrapped, a result stays what it is. */
const unwrapped = <Result>(wrapped: Promise<{ result: Result }>): Promise<Result> => wrapped.then(({ result }) => result)
