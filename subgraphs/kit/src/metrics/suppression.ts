import { determined } from './equations.ts'

/** People of a table's cell: where it lies along each dimension, and how many there are of each kind that must be enough. */
export interface PeopleCell {
  readonly at: readonly string[]
  readonly people: readonly number[]
}

/** Whether the figure of a cell is kept back. A null sums over that dimension: all nulls are the grand total. */
export type Withheld = (at: readonly (string | null)[]) => boolean

interface Line {
  readonly at: readonly (string | null)[]
  readonly people: number[]
}

const nameOf = (at: readonly (string | null)[]): string => JSON.stringify(at)
const without = (at: readonly (string | null)[], dimension: number) =>
  at.map((member, index) => (index === dimension ? null : member))

/** Beyond so many steps, whether a cell follows from those shown is not worked out: then the whole table is kept back. */
const mostSteps = 20_000_000

/**
 * Which cells of a table and of its sums are kept back, so that nothing is told about fewer than `fewerThan` people.
 *
 * Cell suppression (Cox, Suppression Methodology and Statistical Disclosure Control, 1980): cells with too few people are
 * primary; where the rest of a line of cells would give one away by its sum, the next smallest are complementary, until the
 * cells kept back in each line are two or more and hold enough people, and until no primary one follows from all that is
 * shown. A cell is kept back too where one of its sums is. In one dimension that is exact: whatever can be computed from
 * cells shown is about enough people. In several it is, but for members that lie wholly within a member of another dimension.
 */
export function withheldCells(cells: readonly PeopleCell[], dimensions: number, fewerThan: number): Withheld {
  const isSmall = (people: readonly number[]): boolean => people.some((count) => count > 0 && count < fewerThan)
  const names = new Set<string>()
  const kept: Kept = { has: (at) => names.has(nameOf(at)), add: ({ at }) => names.add(nameOf(at)), isSmall }
  const figures: Line[] = []
  for (const mask of masks(dimensions)) {
    const table = sums(cells, mask)
    figures.push(...table)
    const own = mask.flatMap((told, dimension) => (told ? [dimension] : []))
    for (const cell of table) {
      if (isSmall(cell.people) || own.some((dimension) => kept.has(without(cell.at, dimension)))) kept.add(cell)
    }
    const lines = own.flatMap((dimension) => [...Map.groupBy(table, ({ at }) => nameOf(without(at, dimension))).values()])
    protect(table, lines, kept, own.length > 1 ? figures : [])
  }
  return kept.has
}

/** The cells kept back so far. */
interface Kept {
  readonly has: Withheld
  readonly add: (cell: Line) => void
  readonly isSmall: (people: readonly number[]) => boolean
}

/** Keeps back what would give cells of a table away that are kept back already. */
function protect(table: readonly Line[], lines: readonly Line[][], kept: Kept, figures: readonly Line[]): void {
  // A cell that is alone in a line is its own sum, which is shown: keeping it back protects nothing.
  const lonely = new Set(lines.flatMap((line) => (line.length === 1 ? line : [])))
  const keepOneMore = (line: readonly Line[]): boolean => {
    const next = nextSmallest(line, kept, lonely)
    if (next !== undefined) kept.add(next)
    return next !== undefined
  }
  const protectLines = () => lines.filter((line) => isExposed(line, kept)).filter(keepOneMore).length > 0
  const protectCells = () => {
    const found = following(table, figures, kept.has)
    if (found === null) {
      table.forEach(kept.add)
      return false
    }
    const few = new Set(found.filter(({ people }) => kept.isSmall(people)))
    return lines.filter((line) => line.some((cell) => few.has(cell))).some(keepOneMore)
  }
  while (protectLines() || protectCells());
}

/** Whether cells of the line are kept back, but too few of them, or too few people in them. */
function isExposed(line: readonly Line[], kept: Kept): boolean {
  const own = line.filter(({ at }) => kept.has(at))
  const together = own.reduce<number[]>((sum, { people }) => people.map((count, kind) => count + (sum[kind] ?? 0)), [])
  return own.length === 1 || kept.isSmall(together)
}

/** The smallest cell of a line that is not kept back yet. */
function nextSmallest(line: readonly Line[], kept: Kept, lonely: ReadonlySet<Line>): Line | undefined {
  return line
    .filter(({ at, people }) => !kept.has(at) && people.every((count) => count > 0))
    .toSorted(
      (a, b) =>
        Number(lonely.has(a)) - Number(lonely.has(b)) ||
        Math.min(...a.people) - Math.min(...b.people) ||
        (nameOf(a.at) < nameOf(b.at) ? -1 : 1),
    )
    .at(0)
}

/** The cells of a table that are kept back, and follow from its sums that are shown; null where that would take too long. */
function following(table: readonly Line[], figures: readonly Line[], isWithheld: Withheld): Line[] | null {
  const unknown = table.filter(({ at }) => isWithheld(at))
  const equations = new Map<string, number[]>()
  for (const { at: figure } of figures) {
    if (isWithheld(figure)) continue
    const row = unknown.map(({ at }) => (figure.every((member, index) => member === null || member === at[index]) ? 1 : 0))
    if (row.includes(1)) equations.set(row.join(''), row)
    if (equations.size ** 2 * unknown.length > mostSteps) return null
  }
  return determined([...equations.values()]).flatMap((place) => unknown[place] ?? [])
}

/** Which dimensions are told apart: none first, all last, and none before those that are part of it. */
function masks(dimensions: number): boolean[][] {
  const all = Array.from({ length: 2 ** dimensions }, (_, bits) =>
    Array.from({ length: dimensions }, (_, dimension) => ((bits >> dimension) & 1) === 1),
  )
  const size = (mask: readonly boolean[]) => mask.filter(Boolean).length
  return all.sort((a, b) => size(a) - size(b))
}

/** The table summed over the dimensions that are not told apart. */
function sums(cells: readonly PeopleCell[], mask: readonly boolean[]): Line[] {
  const found = new Map<string, Line>()
  for (const { at, people } of cells) {
    const place = at.map((member, dimension) => (mask[dimension] ? member : null))
    const name = nameOf(place)
    const line = found.get(name)
    if (line === undefined) found.set(name, { at: place, people: [...people] })
    else for (const [kind, count] of people.entries()) line.people[kind] = (line.people[kind] ?? 0) + count
  }
  return [...found.values()]
}

/**
 * Whether choosing these members of one dimension would tell some of those apart that are kept back together: they can be
 * chosen only all or none, else the difference of two choices would be about too few.
 */
export function splitsWithheld(members: readonly (PeopleCell & { readonly chosen: boolean })[], fewerThan: number): boolean {
  const isWithheld = withheldCells(members, 1, fewerThan)
  const kept = members.filter(({ at }) => isWithheld(at))
  return kept.some(({ chosen }) => chosen) && kept.some(({ chosen }) => !chosen)
}
