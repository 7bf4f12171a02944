import { setTimeout as delay } from 'node:timers/promises'
import { Refusal } from '@aems/kit/refusal.ts'
import type { ImportRow } from '../data/imports.ts'
import type { Parts } from '../parts.ts'
import type { Request } from './begin-session.ts'
import type { RunningImports } from './import.ts'

/** How taking an import back began: under way, or refused for rows that were written since. */
export type RollbackBegun =
  | { readonly id: string }
  | { readonly rows: readonly { file: string; row: string; message: string }[]; readonly total: number }

/** Milliseconds in which rows that were written since are usually found; after that, the run's own record tells of them. */
const patience = 15_000
const pollMs = 100
/** What a run does before it knows whether rows stand in its way. */
const looking = new Set<string | null>([null, 'Checking'])

/**
 * Starts to take an import back, and waits until it is known whether rows that were written since stand in the way.
 * @throws Refusal where it can't be taken back.
 */
export async function rollBackImport(
  parts: Parts,
  imports: RunningImports,
  request: Request,
  { userId, imported }: { readonly userId: string; readonly imported: ImportRow },
): Promise<RollbackBegun> {
  const { status, dryRun, rolledBackAt, rollsBack } = imported
  if (status === 'RUNNING') throw new Refusal('This import is under way. Wait for it, or cancel it.', ['input', 'id'])
  if (rolledBackAt !== null) throw new Refusal('This import was rolled back already.', ['input', 'id'])
  if (status !== 'DONE' || dryRun || rollsBack !== null) {
    throw new Refusal('This run wrote nothing that could be rolled back.', ['input', 'id'])
  }
  const id = await imports.rollBack(request, { userId, imported })
  for (const end = Date.now() + patience; Date.now() < end; await delay(pollMs)) {
    const run = await parts.imports.byId(id, userId, imported.companyId)
    if (run?.status === 'FAULTY') {
      const rows = run.faults.map(({ file, column, message }) => ({ file, row: column ?? '', message }))
      return { rows, total: run.faultCount }
    }
    if (run?.status === 'FAILED') throw new Refusal(run.failure ?? 'The import could not be rolled back.', ['input', 'id'])
    if (run?.status !== 'RUNNING' || !looking.has(run.step)) break
  }
  return { id }
}
