import type { Text } from '../language/text.ts'
import type { DimensionHit } from './dimensions.ts'
import type { MetricHit } from './metrics.ts'
import { range, stemsIn } from './places.ts'
import { contentOf, type Vocabulary } from './vocabulary.ts'

/** In `monthly burn rate` the metric's label begins later and ends later: `monthly` is no part of its name there. */
const isLonger = (text: Text, at: number, length: number, label: readonly string[]): boolean =>
  range(at + 1, at + length).some(
    (start) => start + label.length > at + length && label.every((stem, index) => text.tokens[start + index]?.stem === stem),
  )

/**
 * Metrics whose names are said word by word, the longest at each place: what would else be a split is part of them.
 * @param dimensions said in the text: `revenue per order` is not said in `revenue per order status`.
 */
export function quotientHits(text: Text, vocabulary: Vocabulary, dimensions: readonly DimensionHit[]): MetricHit[] {
  const hits: MetricHit[] = []
  for (let at = 0; at < text.tokens.length; ) {
    const said = (vocabulary.quotients.get(text.tokens[at]?.stem ?? '') ?? [])
      .filter(({ stems }) => stems.every((stem, index) => text.tokens[at + index]?.stem === stem))
      .filter(({ metric, stems }) => !isLonger(text, at, stems.length, stemsIn(metric.label)))
      .filter(({ stems }) => !dimensions.some(({ from, to }) => from < at + stems.length && to > at + stems.length))
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
