import DataLoader from 'dataloader'

/** Loads one row by its key; calls within one tick of the event loop share a fetch. Null: there is none that the viewer may see. */
export type LoadOne<Key, Row> = (key: Key) => Promise<Row | null>

/** Loads the rows that belong to a key; calls within one tick share a fetch. */
export type LoadMany<Key, Row> = (key: Key) => Promise<readonly Row[]>

/** At most so many keys go into one statement. */
const maxBatchSize = 1_000

/**
 * Batches look-ups by key within one request. Make it in the request's context: it remembers what it loaded.
 * @param fetch gets each key once, and gives the rows that exist, in any order.
 * @param keyOf says which key a row answers to.
 */
export function loadOne<Key, Row>(
  fetch: (keys: readonly Key[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => Key,
): LoadOne<Key, Row> {
  const loader = new DataLoader<Key, Row | null>(
    async (keys) => {
      const rows = new Map((await fetch(keys)).map((row) => [keyOf(row), row]))
      return keys.map((key) => rows.get(key) ?? null)
    },
    { maxBatchSize },
  )
  return (key) => loader.load(key)
}

/**
 * Batches look-ups of all rows that belong to a key within one request.
 * @param fetch gets each key once, and gives the rows of all keys, those of one key in the order wanted.
 * @param keyOf says which key a row belongs to.
 */
export function loadMany<Key, Row>(
  fetch: (keys: readonly Key[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => Key,
): LoadMany<Key, Row> {
  const loader = new DataLoader<Key, readonly Row[]>(
    async (keys) => {
      const rows = Map.groupBy(await fetch(keys), keyOf)
      return keys.map((key) => rows.get(key) ?? [])
    },
    { maxBatchSize },
  )
  return (key) => loader.load(key)
}
