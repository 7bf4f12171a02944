import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const secretsSchema = z.object({
  /** What tokens, database passwords and the like are derived from or sealed with. */
  secret: z.string(),
  /** Password of the embedded PostgreSQL's superuser. */
  databasePassword: z.string(),
})

/** What an installation must keep to itself. */
export type Secrets = z.infer<typeof secretsSchema>

/** The secrets of a data folder, made on first use and readable by their owner alone. */
export function secretsIn(folder: string): Secrets {
  const file = join(folder, 'secrets.json')
  if (!existsSync(file)) {
    writeOwn(file, JSON.stringify({ secret: random(), databasePassword: random() }))
  }
  const found = secretsSchema.safeParse(parsed(readFileSync(file, 'utf8')))
  if (!found.success) {
    throw new Error(
      `${file} can't be read as this folder's secrets. Restore it from a backup: without it the database in ${folder} stays closed.`,
    )
  }
  return found.data
}

/** The key with which the command line beside an embedded server acts on a person's behalf, made on first use. */
export function operatorKeyIn(folder: string): string {
  const file = join(folder, 'operator.key')
  if (!existsSync(file)) writeOwn(file, random())
  return readFileSync(file, 'utf8').trim()
}

/** The operator key, where a server has made one. */
export function existingOperatorKey(folder: string): string | null {
  const file = join(folder, 'operator.key')
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null
}

function writeOwn(file: string, text: string): void {
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, text, { mode: 0o600, flag: 'wx' })
  chmodSync(file, 0o600)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const random = (): string => randomBytes(32).toString('base64url')
