import { domains } from '@aems/schema/sdl.ts'
import type postgres from 'postgres'
import { z } from 'zod'
import { appRole } from '../roles.ts'
import { setViewer } from '../row-viewer.ts'
import { companyRowSchema, ImportRefused } from './company.ts'
import type { Fault } from './faults.ts'
import { type GivenFile, givenFileSchema } from './given-rows.ts'
import type { FileCount } from './import.ts'
import { thisTransaction } from './memory.ts'
import type { Progress } from './progress.ts'
import type { Written } from './written.ts'

/** What an import was asked for, as its record in auth.imports has it. */
export interface ImportRequest {
  readonly userId: string
  readonly companyKey: string
  readonly directory: string
  readonly dryRun: boolean
  readonly replaces: boolean
  /** Rows that are loaded in place of a directory; null: there is one. */
  readonly files: readonly GivenFile[] | null
  /** The import that is to be rolled back instead; null: something is loaded. */
  readonly rollsBack: string | null
}

/** How an import ended. */
export interface Ending {
  readonly status: 'done' | 'faulty' | 'failed' | 'cancelled'
  readonly counts?: readonly FileCount[]
  readonly leftOut?: readonly string[]
  readonly faults?: readonly Fault[]
  readonly faultCount?: number
  readonly hashes?: Readonly<Record<string, string>>
  /** Why it failed, where no single row is at fault. */
  readonly failure?: string
  /** What it takes to roll it back. */
  readonly written?: Written
}

/** Tells an import's record in the database what becomes of the import. */
export interface ImportRecord {
  /** Takes the import up; undefined where there is no such import waiting. */
  takeUp(): Promise<ImportRequest | undefined>
  /** Tells how far it is; without that, that it is still under way. */
  tell(progress: Progress | null): Promise<void>
  /** Has no effect on an import that has ended already. */
  end(ending: Ending): Promise<void>
}

/** @param client reaches the database as the import role. */
export function importRecord(client: postgres.Sql, companyId: string, importId: string): ImportRecord {
  const asAuth = <Result>(work: (session: postgres.TransactionSql) => Promise<Result>) =>
    client.begin(async (session) => {
      await session.unsafe(`set local role ${appRole('auth')}`)
      await setViewer(session, { tenantId: companyId, userId: null, scopes: [] })
      return { result: await work(session) }
    })
  return {
    takeUp: async () => {
      const { result } = await asAuth(
        (session) => session<(Omit<ImportRequest, 'files'> & { readonly rows: unknown })[]>`
          update auth.imports set process_id = ${process.pid}, heard_at = clock_timestamp()
          where tenant_id = ${companyId} and id = ${importId} and status = 'running'
          returning user_id as "userId", company_key as "companyKey", directory, dry_run as "dryRun", replaces, rolls_back as "rollsBack", rows`,
      )
      const [found] = result
      if (found === undefined) return undefined
      const { rows, ...request } = found
      return { ...request, files: z.array(givenFileSchema).nullable().parse(rows) }
    },
    tell: async (progress) => {
      await asAuth(
        (session) => session`
          update auth.imports set heard_at = clock_timestamp(),
            progress = coalesce(${progress === null ? null : JSON.stringify(progress)}::text::jsonb, progress)
          where tenant_id = ${companyId} and id = ${importId} and status = 'running'`,
      )
    },
    end: async (ending) => {
      await asAuth((session) => writeEnding(session, companyId, importId, ending))
    },
  }
}

/** Ends an import's record within a transaction that acts for auth. @returns whether it was under way until then. */
export async function writeEnding(
  session: postgres.TransactionSql,
  companyId: string,
  importId: string,
  ending: Ending,
): Promise<boolean> {
  const { count } = await session`
    update auth.imports set status = ${ending.status}, rows = null, ended_at = clock_timestamp(), failure = ${ending.failure ?? null},
      files = ${JSON.stringify(ending.hashes ?? {})}::text::jsonb, counts = ${JSON.stringify(ending.counts ?? [])}::text::jsonb,
      left_out = ${[...(ending.leftOut ?? [])]}, faults = ${JSON.stringify(ending.faults ?? [])}::text::jsonb,
      fault_count = ${ending.faultCount ?? 0},
      transaction_id = ${ending.written === undefined ? null : session.unsafe(thisTransaction)},
      company_change = ${JSON.stringify(ending.written?.companyChange ?? null)}::text::jsonb,
      relations = ${JSON.stringify(ending.written?.relations ?? [])}::text::jsonb
    where tenant_id = ${companyId} and id = ${importId} and status = 'running'`
  return count > 0
}

/** Thrown within its transaction, where an import was given up by its server before it was done: nothing of it is kept. */
export const givenUp = (): ImportRefused =>
  new ImportRefused('The server gave the import up before it was done; nothing of it was kept. Import again.')

/** An import as its record keeps it to be rolled back. */
export interface ImportRecorded extends Written {
  readonly companyId: string
  readonly id: string
  /** The transaction that wrote its rows. */
  readonly transactionId: string
}

const recordedSchema = z.object({
  transactionId: z.string().nullable(),
  rolledBack: z.boolean(),
  status: z.string(),
  dryRun: z.boolean(),
  companyChange: z
    .union([z.object({ made: z.literal(true) }), z.object({ before: companyRowSchema, after: companyRowSchema })])
    .nullable(),
  relations: z.array(z.object({ table: z.string(), domain: z.enum(domains), wasEmpty: z.boolean() })),
})

/**
 * Reads an import that is to be rolled back, within a transaction that acts for auth.
 * @throws {ImportRefused} it wrote nothing that could be taken back.
 */
export async function recordedImport(session: postgres.TransactionSql, companyId: string, id: string): Promise<ImportRecorded> {
  const [row] = await session`
    select transaction_id as "transactionId", rolled_back_at is not null as "rolledBack", status, dry_run as "dryRun",
      company_change as "companyChange", relations
    from auth.imports where tenant_id = ${companyId} and id = ${id}`
  if (row === undefined) throw new ImportRefused(`There is no import ${id} into this company.`)
  const { transactionId, rolledBack, status, dryRun, ...written } = recordedSchema.parse(row)
  if (rolledBack) throw new ImportRefused('This import was rolled back already.')
  if (status !== 'done' || dryRun || transactionId === null) {
    throw new ImportRefused('This import wrote nothing that could be rolled back.')
  }
  return { companyId, id, transactionId, ...written }
}
