import { distance } from '@aems/drizzle/distance.ts'
import { fold } from '../folding.ts'

/** The names nearest to what was written, by the fewest letters to change (Levenshtein distance), nearest first. */
export function nearest(written: string, known: Iterable<string>, count: number): string[] {
  const folded = fold(written)
  return [...known]
    .map((name) => ({ name, distance: distance(folded, fold(name)) }))
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, count)
    .map(({ name }) => name)
}
