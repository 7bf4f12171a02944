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
  asViewer<Result>(
    viewer: RowViewer,
    work: (tx: ViewerTransaction) => Promise<Result>,
    options?: TransactionOptions,
  ): Promise<Result>
  /** For the enumerated tables without a tenant, and for nothing else. */
  readonly global: PostgresJsDatabase<NoSchema>
  close(): Promise<void>
}

interface TransactionOptions {
  /**
   * Keeps the plans of its statements, for those that come again and again with other values and take longer to plan than to
   * run. A plan is the same for all values: not for statements over partitions, nor where one value has far more rows than another.
   */
  readonly keepsPlans?: boolean
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
    onnotice: () => {},
    connection: { statement_timeout: options.statementTimeout ?? 30_000, application_name: 'a-ems' },
    ...(onStatement && { debug: (_connection: number, statement: string) => onStatement(statement) }),
  })
  const database = drizzle(client)
  const keepingPlans = planKeeper()
  return {
    asViewer: (viewer, work, { keepsPlans = false } = {}) =>
      unwrapped(
        client.begin((session) => {
          // Sent before the work's first statement, on the same connection and without waiting for the reply: a round trip less.
          const set = [setViewer(session, viewer).execute(), ...(keepsPlans ? [reusePlans(session).execute()] : [])]
          return Promise.all([work(overSession(keepsPlans ? keepingPlans(session) : session)), ...set]).then(([result]) => ({
            result,
          }))
        }),
      ),
    global: database,
    close: () => client.end({ timeout: 5 }),
  }
}

/** So many statements' plans are kept at most, on each connection: some 100 kB each. */
const mostPlans = 100

const reusePlans = (session: postgres.TransactionSql) => session`select set_config('plan_cache_mode', 'force_generic_plan', true)`

/** Sessions whose statements are prepared under a name, the first ones that come. */
function planKeeper(): (session: postgres.TransactionSql) => postgres.TransactionSql {
  const kept = new Set<string>()
  const keeps = (statement: string): boolean => {
    if (kept.size < mostPlans) kept.add(statement)
    return kept.has(statement)
  }
  return (session) => {
    const unsafe: typeof session.unsafe = (statement, parameters, options) =>
      session.unsafe(statement, parameters, { ...options, prepare: keeps(statement) })
    return new Proxy(session, { get: (target, key) => (key === 'unsafe' ? unsafe : Reflect.get(target, key)) })
  }
}

const dialect = new PgDialect()

/** Drizzle over a transaction that postgres.js has begun. Drizzle's own transaction does the same, with the same wider type. */
function overSession(session: postgres.TransactionSql): ViewerTransaction {
  return new PgDatabase(dialect, new PostgresJsSession(session as unknown as postgres.Sql, dialect, undefined, {}), undefined)
}

/** postgres.js awaits every promise of an array that a transaction returns; wrapped, a result stays what it is. */
const unwrapped = <Result>(wrapped: Promise<{ result: Result }>): Promise<Result> => wrapped.then(({ result }) => result)
