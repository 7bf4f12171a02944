import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { importRole, urlAs } from '@aems/drizzle/roles.ts'
import { domains } from '@aems/schema/sdl.ts'

/** The process of one import, under way. */
export interface ImportProcess {
  /** Asks it to stop; nothing of the import is kept then. */
  stop(): void
  /** Kept when it is gone, however it went. */
  readonly ended: Promise<void>
}

/** Starts the process of an import whose record is there. It ends with the process that started it. */
export type StartImportProcess = (companyId: string, importId: string) => ImportProcess

const program = fileURLToPath(new URL('../../../drizzle/import/run.ts', import.meta.url))

/**
 * How a program of its own imports: not at all where a domain has a database of its own, since an import writes all domains
 * in one transaction.
 * @param url names the database that the domains share.
 */
export function importProcessesBeside(url: string, secret: string): StartImportProcess | undefined {
  const apart = domains.some((domain) => process.env[`${domain.toUpperCase()}_DATABASE_URL`])
  return apart ? undefined : importProcesses(urlAs(url, importRole, secret))
}

/** @param url reaches the database as the import role. */
export function importProcesses(url: string): StartImportProcess {
  return (companyId, importId) => {
    const child = spawn(process.execPath, [program, companyId, importId], {
      env: { ...process.env, AEMS_IMPORT_DATABASE_URL: url },
      // The channel says nothing; when it closes, the import knows that nobody waits for it.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const ended = new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      child.once('error', () => resolve())
    })
    return { stop: () => void child.kill('SIGTERM'), ended }
  }
}
