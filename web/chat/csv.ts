import { type Answer, changeOfRow, dimensionName, dimensionsOf, figureOf, isCompared, memberOf, previousOf } from './answer.ts'

const number = /^-?\d+(\.\d+)?$/

/**
 * One cell of a CSV file (RFC 4180). Text that a spreadsheet would run as a formula gets an apostrophe before it;
 * numbers stay numbers.
 */
export function csvCell(value: string | null): string {
  if (value === null) return ''
  const safe = /^[=+\-@\t\r]/.test(value) && !number.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The answer's figures as a CSV file: exact decimals, fractions as fractions, first and last day of each period. */
export function answerCsv(answer: Answer): string {
  const dimensions = dimensionsOf(answer)
  const timed = answer.rows.some((row) => row.period)
  const compared = isCompared(answer)
  const head = [
    ...dimensions.map(dimensionName),
    ...(timed ? ['From', 'To'] : []),
    ...answer.columns.flatMap((column) => {
      const name = column.currency ? `${column.label} (${column.currency})` : column.label
      return compared ? [name, `${name}, before`, `${name}, change`] : [name]
    }),
  ]
  const rows = answer.rows.map((row) => [
    ...dimensions.map((dimension) => memberOf(row, dimension)),
    ...(timed ? [row.period?.from ?? null, row.period?.to ?? null] : []),
    ...answer.columns.flatMap((column) => {
      const value = figureOf(row, column)
      return compared ? [value, previousOf(row, column), changeOfRow(row, column).change] : [value]
    }),
  ])
  return [head, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')
}
