import { randomBytes, randomUUID } from 'node:crypto'
import type { DataKeyRow, DataKeys } from './data/data-keys.ts'
import { keyFor, seal, unseal } from './sealing.ts'

/**
 * Encrypts fields by envelope: each with a data key (AES-256-GCM), which is wrapped by a master key that is not in the
 * database. What is sealed names its key, so that keys can be replaced while both are in use.
 */
export interface KeyRing {
  /** @param place table, column and row: opened for any other, it does not open. */
  seal(plain: Buffer, place: string): Promise<Buffer>
  /** @throws Error where it was sealed for another place, was changed since, or its key is gone. */
  unseal(sealed: Buffer, place: string): Promise<Buffer>
  /** Whether something was sealed with the current key. */
  isCurrent(sealed: Buffer): Promise<boolean>
  /** Makes another key the current one, and wraps all of them with the first master key. */
  replace(): Promise<void>
}

/** Where a second factor's secret lies. */
export const secretPlace = (userId: string): string => `auth.second_factors.secret_sealed ${userId}`

/** What stands before the id of the key. Older secrets have no such head. */
const mark = Buffer.from('AK1')
const headBytes = mark.length + 16
/** Another process may have replaced the current key; it is used by then. */
const currentKeptMs = 60_000

/**
 * @param secret the installation's; the master key follows from it where there are no others.
 * @param masterKeys the one to wrap with first; all of them open.
 */
export function keyRing(dataKeys: DataKeys, secret: string, masterKeys: readonly string[]): KeyRing {
  const masters = [...masterKeys, secret].map((master) => keyFor(master, 'data keys'))
  const older = keyFor(secret, 'second factors')
  const opened = new Map<string, Buffer>()
  let kept: { id: Promise<string>; at: number } | null = null

  const wrap = (id: string, key: Buffer): DataKeyRow => {
    const [master] = masters
    if (!master) throw new Error('There is no master key.')
    return { id, wrapped: seal(key, master, `data key ${id}`) }
  }
  const unwrap = ({ id, wrapped }: DataKeyRow): Buffer => {
    for (const master of masters) {
      try {
        return unseal(wrapped, master, `data key ${id}`)
      } catch {
        // Another master key may have wrapped it.
      }
    }
    throw new Error(`No master key opens data key ${id}: AEMS_MASTER_KEY must name the one that wrapped it.`)
  }
  const open = (row: DataKeyRow): Buffer => {
    const key = opened.get(row.id) ?? unwrap(row)
    opened.set(row.id, key)
    return key
  }
  const make = (): DataKeyRow => wrap(randomUUID(), randomBytes(32))

  const currentId = (): Promise<string> => {
    if (kept && kept.at + currentKeptMs > Date.now()) return kept.id
    const id = dataKeys.current(make).then((row) => {
      open(row)
      return row.id
    })
    kept = { id, at: Date.now() }
    id.catch(() => {
      kept = null
    })
    return id
  }
  const keyOf = async (id: string): Promise<Buffer> => {
    const known = opened.get(id)
    if (known) return known
    const row = await dataKeys.byId(id)
    if (!row) throw new Error(`There is no data key ${id}.`)
    return open(row)
  }

  return {
    seal: async (plain, place) => {
      const id = await currentId()
      return Buffer.concat([mark, idBytes(id), seal(plain, await keyOf(id), place)])
    },
    unseal: async (sealed, place) => {
      const id = keyIdOf(sealed)
      if (id !== null) return unseal(sealed.subarray(headBytes), await keyOf(id), place)
      return unseal(sealed, older, place.replace(/^auth\.second_factors\.secret_sealed/, 'second factor of'))
    },
    isCurrent: async (sealed) => keyIdOf(sealed) === (await currentId()),
    replace: async () => {
      await dataKeys.replace(make())
      kept = null
      for (const row of await dataKeys.all()) await dataKeys.rewrap(wrap(row.id, open(row)))
    },
  }
}

const idBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')

/** The key that something names; null: it is older than keys. */
function keyIdOf(sealed: Buffer): string | null {
  if (!sealed.subarray(0, mark.length).equals(mark)) return null
  const hex = sealed.subarray(mark.length, headBytes).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
