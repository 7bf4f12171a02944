import Big from 'big.js'
import { divided } from '../answer/decimal.ts'
import type { Average } from './average.ts'

/** One figure of a metric over two others. */
export interface QuotientCell {
  readonly metric: string
  readonly value: string | null
  readonly previous: string | null
  readonly change: string | null
  readonly changeRatio: string | null
}

/** `of ÷ per`, for the period and for the one compared with; from their own figures, never from other ratios. */
export function quotientCell(metric: string, of: Average, per: Average): QuotientCell {
  const value = divided(of.value, per.value)
  const previous = divided(of.previous, per.previous)
  const change = value === null || previous === null ? null : Big(value).minus(previous).toFixed()
  return {
    metric,
    value,
    previous,
    change,
    changeRatio: previous === null ? null : divided(change, Big(previous).abs().toFixed()),
  }
}

/** A bound on a figure; absent ones bound nothing. */
export interface Bounds {
  readonly atLeast?: string | null | undefined
  readonly atMost?: string | null | undefined
  readonly over?: string | null | undefined
  readonly under?: string | null | undefined
}

/** Whether a figure meets every bound; an absent figure meets none. */
export function meets(value: string | null, { atLeast, atMost, over, under }: Bounds): boolean {
  if (value === null) return false
  const figure = Big(value)
  return (
    (atLeast == null || figure.gte(atLeast)) &&
    (atMost == null || figure.lte(atMost)) &&
    (over == null || figure.gt(over)) &&
    (under == null || figure.lt(under))
  )
}

/** Compares figures in a direction; absent ones come last either way. */
export function byFigure(direction: 'ASC' | 'DESC'): (a: string | null, b: string | null) => number {
  return (a, b) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return direction === 'ASC' ? Big(a).cmp(b) : Big(b).cmp(a)
  }
}
