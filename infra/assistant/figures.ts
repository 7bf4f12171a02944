import type { Answer } from './answer.ts'
import type { ExpectedFigures } from './questions.ts'

type Row = Answer['rows'][number]
type ExpectedRow = Exclude<ExpectedFigures['expected'], number>[number]

/** Where an answer's figures differ from those expected; empty where they agree within the tolerance. */
export function figuresAgree(wanted: ExpectedFigures, answer: Answer): string[] {
  const { expected } = wanted
  const [metric = ''] = wanted.metrics
  if (typeof expected === 'number') {
    const name = wanted.of === 'value' ? metric : wanted.of
    const value = answer.totals[name] ?? answer.rows[0]?.values[name] ?? declaredShare(wanted, answer)
    return close(value, expected, wanted.tolerance) ? [] : [`${name} is ${value}, not ${expected}`]
  }
  const rows = withoutEmpty(answer.rows, expected, wanted.metrics)
  if (rows.length !== expected.length) return [`${rows.length} rows, not ${expected.length}`]
  const faults = expected.flatMap((row, index) =>
    rowFaults(row, findRow(row, rows, wanted), wanted, wanted.ordered ? rows[index] : undefined),
  )
  return faults.slice(0, 3)
}

/** A share or a quotient may be a metric of its own: the share of women in headcount is the gender ratio. */
function declaredShare({ of }: ExpectedFigures, { columns, totals }: Answer): string | null {
  const [only] = columns
  return of !== 'value' && columns.length === 1 && only?.unit === 'RATIO' ? (totals[only.name] ?? null) : null
}

/** Facts leave out members without any figure, and units of time in which there was nothing. */
function withoutEmpty(rows: readonly Row[], expected: readonly ExpectedRow[], metrics: readonly string[]): readonly Row[] {
  if (rows.length === expected.length) return rows
  const isThere = (row: Row): boolean =>
    metrics.some((metric) => {
      const value = row.values[metric] ?? null
      return value !== null && (row.period === null || Number(value) !== 0)
    })
  // Where no row without a member is expected, facts without one are left out.
  const isNamed = (row: Row): boolean => Object.values(row.keys).every((value) => value !== null)
  const areNamed = expected.every(({ keys }) => Object.values(keys).every((value) => value !== null))
  return rows.filter((row) => isThere(row) && (!areNamed || isNamed(row)))
}

/** The row of these members; where several bear the same names, the one with the figure. */
function findRow(row: ExpectedRow, rows: readonly Row[], { metrics, tolerance }: ExpectedFigures): Row | undefined {
  const isAt = (other: Row): boolean =>
    row.period === null ||
    (other.period?.from === row.period.from && (row.period.to === null || other.period?.to === row.period.to))
  const alike = rows.filter((other) => sameKeys(row, other) && isAt(other))
  const [metric = ''] = metrics
  return (
    alike.find((other) => typeof row.value === 'number' && close(other.values[metric] ?? null, row.value, tolerance)) ?? alike[0]
  )
}

const sameKeys = (row: ExpectedRow, other: Row): boolean =>
  Object.entries(row.keys).every(([dimension, value]) => (other.keys[dimension] ?? null) === value) &&
  Object.keys(other.keys).length === Object.keys(row.keys).length

function rowFaults(
  row: ExpectedRow,
  found: Row | undefined,
  { metrics, tolerance, of }: ExpectedFigures,
  atPlace: Row | undefined,
): string[] {
  const name = JSON.stringify(row.keys)
  if (!found) return [`no row ${name} ${row.period?.from ?? ''}`]
  const faults = metrics.flatMap((metric) => {
    const wanted = typeof row.value === 'number' || row.value === null ? row.value : (row.value[metric] ?? null)
    const value = found.values[of === 'value' ? metric : of] ?? null
    return close(value, wanted, tolerance) ? [] : [`${metric} of ${name} is ${value}, not ${wanted}`]
  })
  const [metric = ''] = metrics
  if (row.previous !== undefined && !close(found.previous?.[metric] ?? null, row.previous, tolerance))
    faults.push(`before, ${name} is ${found.previous?.[metric]}, not ${row.previous}`)
  if (row.change !== undefined && !close(found.change?.[metric] ?? null, row.change, tolerance * 2))
    faults.push(`the change of ${name} is ${found.change?.[metric]}, not ${row.change}`)
  const atRightPlace = atPlace === undefined || atPlace === found || atPlace.values[metric] === found.values[metric]
  return atRightPlace ? faults : [...faults, `${name} is not in its place`]
}

function close(value: string | null, wanted: number | null, tolerance: number): boolean {
  if (value === null || wanted === null) return value === null && wanted === null
  return Math.abs(Number(value) - wanted) <= tolerance + 1e-9
}
