import type { Metric } from '@aems/schema/catalogue.ts'
import { readText } from '../language/text.ts'

/** The name of a metric that says itself what it is held against, or over which time: `revenue per employee`, `monthly burn`. */
export interface QuotientName {
  readonly metric: Metric
  readonly stems: readonly string[]
  readonly label: boolean
}

const holding = /^(per|each|monthly|annual|annually|yearly|weekly|daily|month|months|year|years)$/

/** The names that metrics have, those with `per` or `each` or a unit of time in them. */
export function quotientNames(metrics: readonly Metric[]): ReadonlyMap<string, readonly QuotientName[]> {
  const names = metrics.flatMap((metric) =>
    [metric.label, ...metric.says].flatMap((phrase, index): QuotientName[] => {
      const { tokens } = readText(phrase)
      const holds =
        tokens.length > 1 && tokens.some(({ text }, at) => holding.test(text) && (at > 0 || !/^(per|each)$/.test(text)))
      return holds ? [{ metric, stems: tokens.map(({ stem }) => stem), label: index === 0 }] : []
    }),
  )
  return Map.groupBy(names, ({ stems }) => stems[0] ?? '')
}
