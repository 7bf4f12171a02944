import { imports } from '@aems/drizzle/auth/tables.ts'
import type { DomainDatabase } from '@aems/drizzle/client.ts'
import type { GivenFile } from '@aems/drizzle/import/given-rows.ts'
import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { ImportStatus } from '../graph.generated.ts'

type Row = typeof imports.$inferSelect

/** All but the rows that it loads, which are read by its process alone. */
const { rows: _, ...shown } = getTableColumns(imports)

/** What the process of an import writes into its record. */
const progressSchema = z
  .object({
    file: z.string().nullable(),
    step: z.string().nullable(),
    rows: z.number(),
    rowsPerSecond: z.number().nullable(),
    secondsLeft: z.number().nullable(),
  })
  .catch({ file: null, step: null, rows: 0, rowsPerSecond: null, secondsLeft: null })
const countsSchema = z.array(
  z.object({ file: z.string(), rows: z.number(), added: z.number(), changed: z.number(), removed: z.number() }),
)
const faultsSchema = z.array(
  z.object({
    file: z.string(),
    line: z.number(),
    row: z.number().nullable().default(null),
    column: z.string().nullable(),
    message: z.string(),
  }),
)

const statuses: Readonly<Record<string, ImportStatus>> = {
  running: 'RUNNING',
  done: 'DONE',
  faulty: 'FAULTY',
  failed: 'FAILED',
  cancelled: 'CANCELLED',
}

/** One run of loading a company's files. */
export type ImportRow = ReturnType<typeof toImport>

function toImport(row: Omit<Row, 'rows'>) {
  const { tenantId, id, companyKey, dryRun, leftOut, faultCount, failure, rollsBack } = row
  return {
    companyId: tenantId,
    id,
    companyKey,
    dryRun,
    leftOut,
    faultCount,
    failure,
    rollsBack,
    rolledBackAt: row.rolledBackAt?.toISOString() ?? null,
    status: statuses[row.status] ?? 'FAILED',
    ...progressSchema.parse(row.progress),
    counts: countsSchema.parse(row.counts),
    faults: faultsSchema.parse(row.faults),
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  }
}

export type NewImport = Pick<Row, 'tenantId' | 'id' | 'userId' | 'companyKey' | 'directory' | 'dryRun' | 'replaces'> & {
  /** The import that it takes back. */
  readonly rollsBack?: string
  /** What it loads in place of a directory. */
  readonly rows?: readonly GivenFile[]
}

/** Records of imports: the process that loads a company writes its progress and ending there. */
export function importData({ asViewer, global }: DomainDatabase) {
  const inCompany = (companyId: string) => ({ tenantId: companyId, userId: null, scopes: [] })
  return {
    /** Null: there is none that this person started, nor one of `companyId` where that is given. */
    byId: async (id: string, userId: string, companyId: string | null): Promise<ImportRow | null> => {
      const [row] = await asViewer({ tenantId: companyId, userId, scopes: [] }, (tx) =>
        tx.select(shown).from(imports).where(eq(imports.id, id)),
      )
      return row ? toImport(row) : null
    },
    /** Newest first. */
    ofCompany: async (companyId: string, first: number): Promise<ImportRow[]> => {
      const rows = await asViewer(inCompany(companyId), (tx) =>
        tx.select(shown).from(imports).where(eq(imports.tenantId, companyId)).orderBy(desc(imports.startedAt)).limit(first),
      )
      return rows.map(toImport)
    },
    add: async (row: NewImport): Promise<void> => {
      await asViewer(inCompany(row.tenantId), (tx) => tx.insert(imports).values({ ...row, status: 'running' }))
    },
    /** Says that an import broke off, where it has not ended in another way. */
    fail: async (companyId: string, id: string, failure: string): Promise<void> => {
      await asViewer(inCompany(companyId), (tx) =>
        tx
          .update(imports)
          .set({ status: 'failed', failure, endedAt: sql`now()`, rows: null })
          .where(and(eq(imports.tenantId, companyId), eq(imports.id, id), eq(imports.status, 'running'))),
      )
    },
    /** Says that imports broke off of whose processes nothing was heard for so many milliseconds. */
    failLost: async (failure: string, unheardMs: number): Promise<void> => {
      await global.execute(sql`select auth.fail_lost_imports(${failure}, ${unheardMs} * interval '1 millisecond')`)
    },
  }
}

export type Imports = ReturnType<typeof importData>
