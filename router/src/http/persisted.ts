import { createHash } from 'node:crypto'
import { z } from 'zod'

const persistedSchema = z.object({ persistedQuery: z.object({ version: z.literal(1), sha256Hash: z.string() }).optional() })

/** What is wrong with the hash that a client wants an operation remembered by; null: nothing. */
export function persistedFault(query: string | undefined, extensions: unknown): string | null {
  const read = persistedSchema.safeParse(extensions ?? {})
  if (!read.success) return 'extensions.persistedQuery must be {"version": 1, "sha256Hash": "…"}.'
  const hash = read.data.persistedQuery?.sha256Hash
  if (!query || hash === undefined || hash === createHash('sha256').update(query).digest('hex')) return null
  return 'extensions.persistedQuery.sha256Hash is not the SHA-256 of the query, in hexadecimal.'
}
