import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { isRunning, startedAt } from './processes.ts'

const holderSchema = z.object({
  pid: z.number(),
  /** When the process began, as the system tells it: a pid alone may since belong to another. */
  started: z.string().nullable(),
  command: z.string(),
  since: z.string(),
  /** Where the graph answers, once it does. */
  graphUrl: z.string().optional(),
})

/** Whoever uses a data folder. */
export type Holder = z.infer<typeof holderSchema>

/** A data folder is in use by another process. */
export class FolderInUse extends Error {
  override name = 'FolderInUse'
  readonly holder: Holder

  constructor(folder: string, holder: Holder) {
    super(
      `${folder} is in use by \`${holder.command}\` (process ${holder.pid}, since ${holder.since})${holder.graphUrl ? `, which answers at ${holder.graphUrl}` : ''}. Stop it first (kill ${holder.pid}), or pass another folder: --data DIR`,
    )
    this.holder = holder
  }
}

/** The right to use a data folder, until it is released. */
export interface Lock {
  /** Tells client commands where the graph answers. */
  announce(graphUrl: string): void
  release(): void
}

const lockFile = (folder: string): string => join(folder, 'lock')

/** Takes a data folder for this process. A lock whose process is gone is taken over. */
export function takeLock(folder: string, command: string): Lock {
  mkdirSync(folder, { recursive: true })
  const mine: Holder = { pid: process.pid, started: startedAt(process.pid), command, since: new Date().toISOString() }
  claim(folder, mine)
  return {
    announce: (graphUrl) => writeWhole(lockFile(folder), { ...mine, graphUrl }, renameSync),
    release: () => rmSync(lockFile(folder), { force: true }),
  }
}

/** Who uses the folder; null where nobody does. */
export function lockHolder(folder: string): Holder | null {
  const holder = readHolder(lockFile(folder))
  return holder && isRunning(holder.pid) && holder.started === startedAt(holder.pid) ? holder : null
}

function claim(folder: string, mine: Holder): void {
  try {
    // Unlike a rename, a link fails where the file is there already: of two that start at once, one gets it.
    writeWhole(lockFile(folder), mine, linkSync)
  } catch (error) {
    if (!isTaken(error)) throw error
    const holder = lockHolder(folder)
    if (holder) throw new FolderInUse(folder, holder)
    const stale = `${lockFile(folder)}.stale-${process.pid}`
    renameSync(lockFile(folder), stale)
    rmSync(stale)
    claim(folder, mine)
  }
}

/** Puts a complete file in place, so that nobody reads half of one. */
function writeWhole(file: string, holder: Holder, place: (from: string, to: string) => void): void {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify(holder))
  try {
    place(draft, file)
  } finally {
    rmSync(draft, { force: true })
  }
}

function readHolder(file: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST'
