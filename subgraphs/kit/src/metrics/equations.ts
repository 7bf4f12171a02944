/** A prime whose square is exact as a number: arithmetic modulo it knows no rounding. */
const prime = 67_108_859

/** The number that gives 1 when multiplied, modulo the prime (Fermat's little theorem). */
function inverse(value: number): number {
  let result = 1
  let power = value
  for (let rest = prime - 2; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = (result * power) % prime
    power = (power * power) % prime
  }
  return result
}

/** Which unknowns a system of linear equations gives away, by place: those whose row is alone in the reduced echelon form. */
export function determined(equations: readonly (readonly number[])[]): number[] {
  const rows = equations.map((row) => [...row])
  const reduced: number[][] = []
  const width = rows[0]?.length ?? 0
  for (let column = 0; column < width; column += 1) {
    const place = rows.findIndex((row) => row[column] !== 0)
    const [found] = place === -1 ? [] : rows.splice(place, 1)
    if (found === undefined) continue
    const factor = inverse(found[column] ?? 1)
    const pivot = found.map((value) => (value * factor) % prime)
    for (const row of [...rows, ...reduced]) subtract(row, pivot, row[column] ?? 0)
    reduced.push(pivot)
  }
  return reduced.flatMap((row) => {
    const places = row.flatMap((value, place) => (value === 0 ? [] : [place]))
    return places.length === 1 ? places : []
  })
}

function subtract(row: number[], pivot: readonly number[], factor: number): void {
  if (factor === 0) return
  for (const [place, value] of pivot.entries()) {
    row[place] = ((row[place] ?? 0) + (prime - ((value * factor) % prime))) % prime
  }
}
