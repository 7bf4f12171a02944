import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PeopleCell, splitsWithheld, withheldCells } from '../metrics/suppression.ts'

const fewerThan = 5

const line = (...people: number[]): PeopleCell[] => people.map((count, index) => ({ at: [`m${index}`], people: [count] }))

test('where one cell of a split is kept back, so is the next smallest', () => {
  const isWithheld = withheldCells(line(20, 3, 9, 8), 1, fewerThan)
  expect(['m0', 'm1', 'm2', 'm3'].filter((member) => isWithheld([member]))).toEqual(['m1', 'm3'])
  expect(isWithheld([null])).toBe(false)
})

test('cells kept back hold enough people together', () => {
  const isWithheld = withheldCells(line(20, 1, 2, 9), 1, fewerThan)
  expect(['m0', 'm1', 'm2', 'm3'].filter((member) => isWithheld([member]))).toEqual(['m1', 'm2', 'm3'])
})

test('a total of few is kept back, with all of its parts', () => {
  const isWithheld = withheldCells(line(3, 1), 1, fewerThan)
  expect([[null], ['m0'], ['m1']].map(isWithheld)).toEqual([true, true, true])
})

test('each kind of people must be enough, where there are any', () => {
  const cells = [
    { at: ['a'], people: [20, 2] },
    { at: ['b'], people: [30, 30] },
    { at: ['c'], people: [10, 12] },
    { at: ['d'], people: [50, 0] },
  ]
  const isWithheld = withheldCells(cells, 1, fewerThan)
  expect(['a', 'b', 'c', 'd'].filter((member) => isWithheld([member]))).toEqual(['a', 'c'])
})

test('no difference of two choices among members is about few', () => {
  const people = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(people, (counts) => {
      const choices = Array.from({ length: 2 ** counts.length }, (_, bits) =>
        counts.map((_, index) => ((bits >> index) & 1) === 1),
      )
      const count = (chosen: readonly boolean[]) => counts.reduce((sum, each, index) => sum + (chosen[index] ? each : 0), 0)
      const shown = choices.filter((chosen) => {
        const members = line(...counts).map((cell, index) => ({ ...cell, chosen: chosen[index] ?? false }))
        const all = count(chosen)
        return !(all > 0 && all < fewerThan) && !splitsWithheld(members, fewerThan)
      })
      for (const some of shown) {
        for (const more of shown) {
          if (!some.every((chosen, index) => !chosen || more[index])) continue
          const difference = count(more) - count(some)
          expect(difference === 0 || difference >= fewerThan).toBe(true)
        }
      }
    }),
    { numRuns: 100 },
  )
})

/** Whether a figure follows from those shown by adding and subtracting: whether it lies in their span (Gaussian elimination). */
function follows(target: readonly number[], shown: readonly (readonly number[])[]): boolean {
  const basis: number[][] = []
  const reduced = (row: readonly number[]): number[] => {
    let rest = [...row]
    for (const each of basis) {
      const lead = each.findIndex((value) => Math.abs(value) > 1e-9)
      const factor = (rest[lead] ?? 0) / (each[lead] ?? 1)
      if (factor !== 0) rest = rest.map((value, index) => value - factor * (each[index] ?? 0))
    }
    return rest
  }
  for (const row of shown) {
    const rest = reduced(row)
    if (rest.some((value) => Math.abs(value) > 1e-9)) basis.push(rest)
  }
  return reduced(target).every((value) => Math.abs(value) < 1e-9)
}

test('of a table by two dimensions, no cell of few follows from all that is shown of it and of its sums', () => {
  const table = fc.tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 })).chain(([rows, columns]) =>
    fc.array(fc.array(fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant(30)), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
  fc.assert(
    fc.property(table, (counts) => {
      const cells = counts.flatMap((row, a) =>
        row.flatMap((count, b) => (count === 0 ? [] : [{ at: [`a${a}`, `b${b}`], people: [count] }])),
      )
      if (cells.reduce((sum, { people: [count] }) => sum + (count ?? 0), 0) < fewerThan) return
      const isWithheld = withheldCells(cells, 2, fewerThan)
      const figures = [
        [null, null],
        ...counts.map((_, a) => [`a${a}`, null]),
        ...(counts[0] ?? []).map((_, b) => [null, `b${b}`]),
        ...cells.map(({ at }) => at),
      ]
      const madeOf = (figure: readonly (string | null)[]) =>
        cells.map(({ at }) => (figure.every((member, index) => member === null || member === at[index]) ? 1 : 0))
      const shown = figures.filter((figure) => !isWithheld(figure)).map(madeOf)
      for (const cell of cells) {
        if ((cell.people[0] ?? 0) < fewerThan) expect(follows(madeOf(cell.at), shown), JSON.stringify(cell)).toBe(false)
      }
    }),
    { numRuns: 300 },
  )
})
