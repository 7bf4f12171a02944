import { execFile } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Binaries } from './binaries.ts'
import type { Account } from './system-account.ts'

const run = promisify(execFile)

interface ClusterOptions {
  readonly binaries: Binaries
  /** Owns the cluster; null: this user. */
  readonly account: Account | null
  readonly folder: string
  readonly password: string
}

/** Makes a database cluster where there is none. One that was broken off half-way is made anew. */
export async function initialise({ binaries, account, folder, password }: ClusterOptions): Promise<void> {
  if (existsSync(join(folder, 'PG_VERSION'))) return
  const draft = `${folder}.new`
  const passwordFile = `${folder}.password`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(dirname(folder), { recursive: true })
  mkdirSync(draft)
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (account) for (const path of [draft, passwordFile]) chownSync(path, account.uid, account.gid)
  chmodSync(draft, 0o700)
  try {
    // The builtin locale is the same on every machine, and knows the letters of all languages.
    await run(
      binaries.initdb,
      [
        ...['--pgdata', draft, '--username', 'postgres', '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
        ...['--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--no-sync'],
      ],
      { ...account, env: { ...process.env, LC_ALL: 'C' } },
    )
    rmSync(folder, { recursive: true, force: true })
    renameSync(draft, folder)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(draft, { recursive: true, force: true })
  }
}
