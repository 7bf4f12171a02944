/** So many questions are kept of each catalogue: some 50 kB each. */
const most = 100

const kept = new WeakMap<object, Map<string, Promise<unknown>>>()

/**
 * What was made of a question before, else made now and kept: the same dashboards are asked again and again, and compiling a
 * question takes longer than shaping its answer. `key` says all that it depends on beside the catalogue, and belongs to one
 * kind of thing that is made.
 */
export function madeOnce<Made>(catalogue: object, key: string, make: () => Promise<Made>): Promise<Made> {
  const known = kept.get(catalogue) ?? new Map<string, Promise<unknown>>()
  kept.set(catalogue, known)
  const found = known.get(key) ?? make()
  // The one that was asked last stands last; the first goes where there are too many.
  known.delete(key)
  known.set(key, found)
  for (const oldest of known.keys()) {
    if (known.size <= most) break
    known.delete(oldest)
  }
  // The key says of what kind it is, which no type can.
  return found as Promise<Made>
}
