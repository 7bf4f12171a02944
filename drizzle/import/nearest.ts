import { distance } from '../distance.ts'

/** The known name that is nearest to what was written, by the fewest letters to change (Levenshtein), if any is near. */
export function nearest(written: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let fewest = Math.max(2, Math.ceil(written.length / 2)) + 1
  for (const name of known) {
    const changes = distance(written.toLowerCase(), name)
    if (changes < fewest) [best, fewest] = [name, changes]
  }
  return best
}
