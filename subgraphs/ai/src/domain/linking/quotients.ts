import type { Metric } from '@aems/schema/catalogue.ts'
import { readText, type Text } from '../language/text.ts'
import type { MetricHit } from './metrics.ts'
import { contentOf, type Vocabulary } from './vocabulary.ts'

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

/** Metrics whose names are said word by word, the longest at each place: what would else be a split is part of them. */
export function quotientHits(text: Text, vocabulary: Vocabulary): MetricHit[] {
  const hits: MetricHit[] = []
  for (let at = 0; at < text.tokens.length; ) {
    const said = (vocabulary.quotients.get(text.tokens[at]?.stem ?? '') ?? [])
      .filter(({ stems }) => stems.every((stem, index) => text.tokens[at + index]?.stem === stem))
      .toSorted((a, b) => b.stems.length - a.stems.length)
    const longest = said.filter(({ stems }) => stems.length === said[0]?.stems.length)
    for (const { metric, stems, label } of longest) {
      const counted = contentOf(text.tokens.slice(at, at + stems.length)).map(({ stem }) => stem)
      hits.push({
        metric,
        tokens: stems.map((_, index) => at + index),
        coverage: 1,
        weight: counted.reduce((sum, stem) => sum + vocabulary.weightOf(stem), 0),
        label,
        inOrder: true,
        stems: counted,
      })
    }
    at += longest[0]?.stems.length ?? 1
  }
  return hits
}
