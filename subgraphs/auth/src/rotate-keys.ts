import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { dataKeyData } from './data/data-keys.ts'
import { keyRing, secretPlace } from './key-ring.ts'

/** So many fields are read at a time; each is written by itself, so that nobody waits. */
const batch = 200

/**
 * Replaces the key that fields are encrypted with, and seals every field anew while the graph is in use. What is broken
 * off is taken up by running it again.
 * @param show hears how far it is: fields looked at, of how many.
 * @returns how many fields were sealed anew.
 */
export async function rotateKeys(
  database: DomainDatabase,
  secret: string,
  masterKeys: readonly string[],
  show: (done: number, all: number) => void,
): Promise<number> {
  const keys = dataKeyData(database)
  const ring = keyRing(keys, secret, masterKeys)
  const before = await keys.all()
  await ring.replace()
  const all = await keys.sealedSecrets()
  let last: string | null = null
  let done = 0
  let resealed = 0
  for (;;) {
    const rows: { userId: string; sealed: Buffer }[] = await keys.secretsAfter(last, batch)
    for (const { userId, sealed } of rows) {
      if (!(await ring.isCurrent(sealed))) {
        const plain = await ring.unseal(sealed, secretPlace(userId))
        await keys.resealSecret(userId, sealed, await ring.seal(plain, secretPlace(userId)))
        resealed += 1
      }
      last = userId
    }
    done += rows.length
    show(done, all)
    if (rows.length < batch) break
  }
  for (const { id } of before) await keys.forget(id)
  return resealed
}
