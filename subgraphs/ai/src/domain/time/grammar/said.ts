import type { SpanUnit, TimeUnit } from '../calendar.ts'
import type { Clock, Compare, Period } from '../period.ts'

/** Something that words say about time. */
export type Said =
  | {
      readonly kind: 'period'
      readonly period: Period
      readonly yearless?: boolean
      readonly edge?: boolean
      readonly each?: TimeUnit
    }
  /** So many units before (negative) or after what is spoken of. */
  | { readonly kind: 'shift'; readonly unit: SpanUnit | null; readonly count: number }
  | { readonly kind: 'compare'; readonly compare: Compare; readonly unit: SpanUnit | null }
  | { readonly kind: 'grain'; readonly unit: TimeUnit | 'AUTO'; readonly picks?: boolean }
  | { readonly kind: 'future'; readonly period: Period }
  /** Said already by another mention. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'since' | 'until' | 'before' | 'after'; readonly period: Period }

type Group = (index: number) => string
/** Makes what is said of a match's groups; undefined where it is none after all. */
type Build = (group: Group, clock: Clock, words: string) => Said | undefined
/** A way of speaking, as a regular expression over single-spaced folded words. */
export type Rule = readonly [pattern: string, build: Build]

/** Days as something said; `yearless` where the year was not, `edge` where the day only ends what is meant, `each` where every unit of it is meant apart. */
export const said = (period: Period, extra: { yearless?: boolean; edge?: boolean; each?: TimeUnit } = {}): Said => ({
  kind: 'period',
  period,
  ...extra,
})
