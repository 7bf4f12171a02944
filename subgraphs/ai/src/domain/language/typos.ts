/**
 * Damerau–Levenshtein distance in its optimal-string-alignment form: insertions, deletions, substitutions and
 * transpositions of neighbours cost 1. Gives `limit + 1` as soon as the distance must exceed `limit`.
 */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    let best = row
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let cost = Math.min((above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + (same ? 0 : 1))
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1)
      }
      current[column] = cost
      best = Math.min(best, cost)
    }
    if (best > limit) return limit + 1
    before = above
    above = current
  }
  return above[b.length] ?? limit + 1
}

/** How many slips a word of that length may hold before it counts as another word. */
export const slips = (length: number): number => (length < 5 ? 0 : length < 8 ? 1 : 2)

/**
 * The one known word that a misspelt one stands for; undefined where none is near or two are equally near.
 * The first letter must be right, and in words of five letters a mere exchange of one letter by another
 * does not count (`leads` is not `lends`), because that is how real words differ.
 */
export function repair(word: string, known: Iterable<string>): string | undefined {
  const limit = slips(word.length)
  if (limit === 0 || /\d/.test(word)) return undefined
  let best: string | undefined
  let nearest = limit + 1
  let tied = false
  for (const candidate of known) {
    if (candidate[0] !== word[0] || candidate.length < 4) continue
    if (
      word.length < 6 &&
      candidate.length === word.length &&
      [...word].toSorted().join('') !== [...candidate].toSorted().join('')
    )
      continue
    const cost = distance(word, candidate, limit)
    if (cost > limit || cost > nearest) continue
    tied = cost === nearest && candidate !== best
    best = candidate
    nearest = cost
  }
  return tied ? undefined : best
}
