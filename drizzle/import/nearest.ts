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

function distance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1)
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[to.length] ?? 0
}
