import { isAbsolute } from 'node:path'
import { companyId as idOfCompany, newId } from '@aems/drizzle/ids.ts'
import { companyKeyOf } from '@aems/drizzle/import/company-key.ts'
import type { GivenFile } from '@aems/drizzle/import/given-rows.ts'
import { Refusal } from '@aems/kit/refusal.ts'
import type { ImportRow, NewImport } from '../data/imports.ts'
import type { ImportProcess, StartImportProcess } from '../import-process.ts'
import type { Parts } from '../parts.ts'
import { personOf } from './act-as.ts'
import type { Request } from './begin-session.ts'

/** What to load, and how. */
export interface ImportOrder {
  readonly directory: string
  readonly companyKey: string | null
  readonly email: string | null
  readonly dryRun: boolean
  readonly replace: boolean
}

/** Rows to load into a company, and on whose behalf. */
export interface RowsOrder {
  readonly userId: string
  readonly company: { readonly id: string; readonly key: string }
  readonly files: readonly GivenFile[]
  readonly dryRun: boolean
}

/** Which import to take back, for whom. */
export interface RollbackOrder {
  readonly userId: string
  readonly imported: Pick<ImportRow, 'id' | 'companyId' | 'companyKey'>
}

/** Imports that this server runs. */
export interface RunningImports {
  /**
   * Starts an import and gives its id.
   * @throws Refusal where it can't begin.
   */
  start(request: Request, order: ImportOrder): Promise<string>
  /**
   * Starts to load rows into a company that is there, and gives the import's id.
   * @throws Refusal where it can't begin.
   */
  startRows(request: Request, order: RowsOrder): Promise<string>
  /**
   * Starts to take an import back, and gives the id of the run that does it.
   * @throws Refusal where it can't begin.
   */
  rollBack(request: Request, order: RollbackOrder): Promise<string>
  /** Stops an import and waits until it is gone; has no effect on one that runs elsewhere or is over. */
  cancel(id: string): Promise<void>
  close(): Promise<void>
}

const keys = /^[a-z0-9][a-z0-9-]{0,62}$/
const brokeOff = "The import ended without saying why; nothing of it was kept. The server's log may tell more. Import again."
const lost = 'The server stopped while the import was under way; nothing of it was kept. Import again.'

/** Milliseconds without a word from an import of another server, after which it is lost. Processes say one each 5 seconds. */
const longestSilence = 30_000

/**
 * Ends the records of imports that went down with their servers, and runs those to come.
 * @param alone whether no other server imports into this database: then all that was under way before is lost.
 */
export function openImports(
  parts: Parts,
  startProcess: StartImportProcess,
  { alone }: { readonly alone: boolean },
): RunningImports {
  const running = new Map<string, ImportProcess>()
  const recovered = parts.imports.failLost(lost, alone ? 0 : longestSilence)
  // Whoever starts an import is told.
  recovered.catch(() => {})

  const stop = async (importing: ImportProcess | undefined): Promise<void> => {
    importing?.stop()
    await importing?.ended
  }

  const begin = async (row: NewImport): Promise<void> => {
    await parts.imports.failLost(lost, longestSilence)
    const [latest] = await parts.imports.ofCompany(row.tenantId, 1)
    if (latest?.status === 'RUNNING')
      throw new Refusal(`An import into ${row.companyKey} is under way. Wait for it, or cancel it.`)
    await parts.imports.add(row)
  }

  const run = (tenantId: string, id: string): void => {
    const importing = startProcess(tenantId, id)
    const ended = importing.ended.then(async () => {
      await parts.imports.fail(tenantId, id, brokeOff)
      running.delete(id)
    })
    running.set(id, { stop: importing.stop, ended })
  }

  return {
    start: async ({ client, correlationId }, { directory, companyKey, email, dryRun, replace }) => {
      await recovered
      const user = await personOf(parts, email)
      const key = await keyOf(directory, companyKey)
      const tenantId = idOfCompany(key)
      const id = newId()
      await begin({ tenantId, id, userId: user.id, companyKey: key, directory, dryRun, replaces: replace })
      await parts.audit.add({
        action: 'import-started',
        userId: user.id,
        companyId: tenantId,
        subject: { importId: id, directory, dryRun, replace },
        address: client.address,
        correlationId,
      })
      run(tenantId, id)
      return id
    },
    startRows: async ({ client, correlationId }, { userId, company, files, dryRun }) => {
      await recovered
      const id = newId()
      const row = { tenantId: company.id, id, userId, companyKey: company.key, directory: '', dryRun, replaces: false }
      await begin({ ...row, rows: files })
      const counts = Object.fromEntries(files.map(({ file, rows }) => [file, rows.length]))
      await parts.audit.add({
        action: 'import-started',
        userId,
        companyId: company.id,
        subject: { importId: id, rows: counts, dryRun },
        address: client.address,
        correlationId,
      })
      run(company.id, id)
      return id
    },
    rollBack: async ({ client, correlationId }, { userId, imported: { id: rollsBack, companyId, companyKey } }) => {
      await recovered
      const id = newId()
      await begin({ tenantId: companyId, id, userId, companyKey, directory: '', dryRun: false, replaces: false, rollsBack })
      await parts.audit.add({
        action: 'import-rollback-started',
        userId,
        companyId,
        subject: { importId: id, rollsBack },
        address: client.address,
        correlationId,
      })
      run(companyId, id)
      return id
    },
    cancel: (id) => stop(running.get(id)),
    close: async () => {
      await Promise.all([...running.values()].map(stop))
    },
  }
}

async function keyOf(directory: string, given: string | null): Promise<string> {
  if (!isAbsolute(directory)) {
    throw new Refusal(`"${directory}" is not an absolute path on the server's machine.`, ['input', 'directory'])
  }
  const key = given ?? (await companyKeyOf(directory))
  if (key === undefined) {
    throw new Refusal(
      `${directory} has no company.csv that names the company's key. Check the path, or name one: --company KEY.`,
      ['input', 'directory'],
    )
  }
  if (!keys.test(key)) {
    throw new Refusal(`"${key}" can't be a company's key: use lower-case letters, digits and hyphens, 63 at most.`, [
      'input',
      'companyKey',
    ])
  }
  return key
}
