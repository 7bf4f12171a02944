import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A series of the M3 competition (Makridakis and Hibon 2000), and what came after it. */
export interface Series {
  readonly id: string
  readonly period: number
  readonly known: readonly number[]
  readonly after: readonly number[]
}

/** All 3,003 series; null where they are not at hand: they are test data, and no part of the project. */
export function m3Series(shared: string): Series[] | null {
  const folder = join(shared, 'data/m3')
  if (!existsSync(folder)) return null
  const rows = (file: string) => readFileSync(join(folder, file), 'utf8').trim().split('\n').slice(1)
  const values = new Map<string, { known: number[]; after: number[] }>()
  for (const row of rows('observations.csv')) {
    const [id = '', , isTest, value] = row.split(',')
    const own = values.get(id) ?? { known: [], after: [] }
    values.set(id, own)
    own[isTest === '1' ? 'after' : 'known'].push(Number(value))
  }
  return rows('series.csv').flatMap((row) => {
    const id = row.slice(0, row.indexOf(','))
    // Descriptions hold commas; the last three columns do not.
    const [period] = row.split(',').slice(-3)
    const own = values.get(id)
    return own === undefined ? [] : [{ id, period: Number(period), ...own }]
  })
}

/** Mean of 200 · |y − f| ÷ (|y| + |f|), in percent. */
export const smape = (actual: readonly number[], found: readonly number[]): number =>
  mean(actual.map((value, step) => (200 * Math.abs(value - (found[step] ?? 0))) / (Math.abs(value) + Math.abs(found[step] ?? 0))))

/** Mean absolute error as a multiple of the seasonal naive one's within the known series. */
export function mase({ known, after, period }: Series, found: readonly number[]): number {
  const scale = mean(known.slice(period).map((value, step) => Math.abs(value - (known[step] ?? 0))))
  return mean(after.map((value, step) => Math.abs(value - (found[step] ?? 0)))) / scale
}

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
