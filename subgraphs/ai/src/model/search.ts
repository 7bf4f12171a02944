import type { Metric } from '@aems/schema/catalogue.ts'
import { fold } from '../domain/language/text.ts'

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1)
const stem = (word: string): string => word.replace(/(?:ies|es|s|ing|ed)$/, '')

/** Metrics that words may mean, best first: by their labels and sayings, then by their descriptions. */
export function searchMetrics(words: string, metrics: readonly Metric[], most = 12): readonly Metric[] {
  const wanted = [...new Set(wordsOf(words).map(stem))]
  const scored = metrics.map((metric) => {
    const names = new Set([metric.label, metric.name.replaceAll('_', ' '), ...metric.says].flatMap(wordsOf).map(stem))
    const told = new Set(wordsOf(metric.description).map(stem))
    const said = metric.says.some((saying) => fold(words).includes(fold(saying))) ? 3 : 0
    const score = said + wanted.reduce((sum, word) => sum + (names.has(word) ? 2 : told.has(word) ? 0.5 : 0), 0)
    return { metric, score }
  })
  return scored
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ metric }) => metric)
}
