import type { Metric } from '@aems/schema/catalogue.ts'
import { readText } from '../language/text.ts'

/** The name of a metric that says itself what it is held against: `revenue per employee`. */
export interface QuotientName {
  readonly metric: Metric
  readonly stems: readonly string[]
  readonly label: boolean
}

/** The names that metrics have, those with `per` or `each` within. */
export function quotientNames(metrics: readonly Metric[]): ReadonlyMap<string, readonly QuotientName[]> {
  const names = metrics.flatMap((metric) =>
    [metric.label, ...metric.says].flatMap((phrase, index): QuotientName[] => {
      const { tokens } = readText(phrase)
      const holds = tokens.slice(1).some(({ text }) => /^(per|each)$/.test(text))
      return holds ? [{ metric, stems: tokens.map(({ stem }) => stem), label: index === 0 }] : []
    }),
  )
  return Map.groupBy(names, ({ stems }) => stems[0] ?? '')
}
