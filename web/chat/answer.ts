import { periodName } from '../format/period.ts'
import type { AnswerPartsFragment } from '../gql/graphql.ts'

export type Answer = AnswerPartsFragment
export type AnswerRow = Answer['rows'][number]
export type AnswerColumn = Answer['columns'][number]

/** The part of a row's JSON that holds figures or names by key; anything else in it counts as absent. */
function entry(json: unknown, key: string): string | null {
  if (typeof json !== 'object' || json === null) return null
  const value = new Map<string, unknown>(Object.entries(json)).get(key)
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null
}

export const figureOf = (row: AnswerRow, column: AnswerColumn) => entry(row.values, column.name)
export const previousOf = (row: AnswerRow, column: AnswerColumn) => entry(row.previous, column.name)
export const totalOf = (answer: Answer, column: AnswerColumn) => entry(answer.totals, column.name)

/** A row's change of one metric, as a metric cell would hold it. */
export function changeOfRow(row: AnswerRow, column: AnswerColumn) {
  return {
    change: entry(row.change, column.name),
    changeRatio: entry(row.changeRatio, column.name),
    previous: entry(row.previous, column.name),
  }
}

/** Dimensions that the answer is split by, in the order of its rows. */
export function dimensionsOf(answer: Answer): string[] {
  const labels = answer.rows[0]?.labels
  return typeof labels === 'object' && labels !== null ? Object.keys(labels) : []
}

/** `SALES_PERSON` → `Sales person`. */
export function dimensionName(dimension: string): string {
  const words = dimension.toLowerCase().replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export function memberOf(row: AnswerRow, dimension: string): string {
  return entry(row.labels, dimension) ?? entry(row.keys, dimension) ?? 'none'
}

/** What a row stands for: its members, its period, or all. */
export function rowName(row: AnswerRow, dimensions: readonly string[]): string {
  const parts = [...dimensions.map((dimension) => memberOf(row, dimension)), ...(row.period ? [periodName(row.period)] : [])]
  return parts.join(', ') || 'All'
}

/** Tells rows apart; two customers may share a name. */
export function rowId(row: AnswerRow, index: number): string {
  return `${index}:${JSON.stringify(row.keys)}${row.period?.from ?? ''}`
}

/** Whether the answer compares with another period. */
export function isCompared(answer: Answer): boolean {
  return answer.rows.some((row) => row.previous != null)
}

/** Whether the question was about the change itself, so that the change is what to draw. */
export function isAboutChange({ understood }: Answer): boolean {
  if (typeof understood !== 'object' || understood === null || !('order' in understood)) return false
  const { order } = understood
  return typeof order === 'object' && order !== null && 'of' in order && (order.of === 'change' || order.of === 'CHANGE')
}
