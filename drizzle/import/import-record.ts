import type postgres from 'postgres'
import { appRole } from '../roles.ts'
import { setViewer } from '../row-viewer.ts'
import type { Fault } from './faults.ts'
import type { FileCount } from './import.ts'
import type { Progress } from './progress.ts'

/** What an import was asked for, as its record in auth.imports has it. */
export interface ImportRequest {
  readonly userId: string
  readonly companyKey: string
  readonly directory: string
  readonly dryRun: boolean
  readonly replaces: boolean
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
}

/** Tells an import's record in the database what becomes of the import. */
export interface ImportRecord {
  /** Takes the import up; undefined where there is no such import waiting. */
  takeUp(): Promise<ImportRequest | undefined>
  tell(progress: Progress): Promise<void>
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
        (session) => session<ImportRequest[]>`
          update auth.imports set process_id = ${process.pid}
          where tenant_id = ${companyId} and id = ${importId} and status = 'running'
          returning user_id as "userId", company_key as "companyKey", directory, dry_run as "dryRun", replaces`,
      )
      return result[0]
    },
    tell: async (progress) => {
      await asAuth(
        (session) => session`
          update auth.imports set progress = ${JSON.stringify(progress)}::text::jsonb
          where tenant_id = ${companyId} and id = ${importId} and status = 'running'`,
      )
    },
    end: async (ending) => {
      await asAuth((session) => writeEnding(session, companyId, importId, ending))
    },
  }
}

/** Ends an import's record within a transaction that acts for auth. */
export async function writeEnding(session: postgres.TransactionSql, companyId: string, importId: string, ending: Ending) {
  await session`
    update auth.imports set status = ${ending.status}, ended_at = clock_timestamp(), failure = ${ending.failure ?? null},
      files = ${JSON.stringify(ending.hashes ?? {})}::text::jsonb, counts = ${JSON.stringify(ending.counts ?? [])}::text::jsonb,
      left_out = ${[...(ending.leftOut ?? [])]}, faults = ${JSON.stringify(ending.faults ?? [])}::text::jsonb,
      fault_count = ${ending.faultCount ?? 0}
    where tenant_id = ${companyId} and id = ${importId} and status = 'running'`
}
