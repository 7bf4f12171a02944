import type { Answer } from './answer.ts'

/** As many rows as a terminal shows without scrolling away what was asked. */
const rowsShown = 40

/** An answer for people: what was understood, the sentence, the table, what to ask next. */
export function printed(answer: Answer): string {
  const chips = answer.chips.map(({ label }) => label).join(' · ')
  const choices = answer.candidates.map(({ label, question }) => `  ${label}: ${question}`)
  const next = answer.suggestions.length > 0 ? [`Ask next: ${answer.suggestions.join(' | ')}`] : []
  const table =
    answer.rows.length > 1 || answer.columns.length > 1 || answer.rows.some((row) => row.previous) ? tableOf(answer) : []
  const parts = [chips === '' ? [] : [chips], [answer.text], choices, table, next].filter((part) => part.length > 0)
  return parts.map((part) => part.join('\n')).join('\n\n')
}

function tableOf({ rows, columns }: Answer): string[] {
  const [first] = rows
  if (!first) return []
  const dimensions = Object.keys(first.keys)
  const compared = first.previous !== null
  const head = [
    ...dimensions.map((name) => name.toLowerCase().replaceAll('_', ' ')),
    ...(first.period ? ['from', 'to'] : []),
    ...columns.flatMap(({ name, label }) =>
      compared && name in (first.previous ?? {}) ? [label, 'before', 'change', 'change %'] : [label],
    ),
  ]
  const body = rows.slice(0, rowsShown).map((row) => [
    ...dimensions.map((name) => row.labels[name] ?? 'none'),
    ...(row.period ? [row.period.from ?? '', row.period.to ?? ''] : []),
    ...columns.flatMap((column) => {
      const value = shown(row.values[column.name], column)
      if (!compared || !(column.name in (row.previous ?? {}))) return [value]
      const ratio = { unit: 'RATIO', currency: null }
      return [
        value,
        shown(row.previous?.[column.name], column),
        shown(row.change?.[column.name], column),
        shown(row.changeRatio?.[column.name], ratio),
      ]
    }),
  ])
  const more = rows.length > rowsShown ? [`… and ${rows.length - rowsShown} more`] : []
  return [...aligned([head, ...body], dimensions.length + (first.period ? 2 : 0)), ...more]
}

/** Text columns to the left, figures to the right. */
function aligned(lines: readonly (readonly string[])[], texts: number): string[] {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)))
  return lines.map((line) =>
    line
      .map((cell, column) => (column < texts ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}

const isNumeric = (text: string): text is `${number}` => text.trim() !== '' && !Number.isNaN(Number(text))

/** Exact decimals by locale: strings, never floating-point numbers. */
function shown(
  value: string | null | undefined,
  { unit, currency }: { readonly unit: string; readonly currency: string | null },
): string {
  if (value === null || value === undefined || !isNumeric(value)) return '–'
  if (unit === 'RATIO')
    return new Intl.NumberFormat('en', { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value)
  if (unit === 'MONEY')
    return new Intl.NumberFormat(
      'en',
      currency ? { style: 'currency', currency } : { minimumFractionDigits: 2, maximumFractionDigits: 2 },
    ).format(value)
  return new Intl.NumberFormat('en', { maximumFractionDigits: 2 }).format(value)
}
