import type { Metric } from '@aems/schema/catalogue.ts'
import { readText } from '../language/text.ts'
import type { MetricHit } from './metrics.ts'

/** Words that say how something is measured, not what: `retention` is what the retention rate is about. */
const measure = /^(rate|ratio|score|days|value|amount|percentage|index|months)$/

/**
 * The words that metrics of several domains have an equal claim to, with these metrics: `margin`, which may be gross,
 * operating or net; `coverage`, of pipeline or of compliance. A word that is a metric's whole name is no such word, and within
 * a domain that has a metric of that plain name the others are only kinds of it.
 */
export function contestedWords(metrics: readonly Metric[]): ReadonlyMap<string, readonly Metric[]> {
  const heads = Map.groupBy(metrics, ({ label }) => headOf(label) ?? '')
  const wholes = new Set(metrics.flatMap((metric) => [metric.label, nameOf(metric)].flatMap((text) => onlyIn(stemsIn(text)))))
  const sayings = new Map(metrics.map((metric) => [metric, metric.says.map(stemsIn)]))
  const says = (metric: Metric, is: (stems: readonly string[]) => boolean): boolean => sayings.get(metric)?.some(is) === true
  const contested = new Map<string, readonly Metric[]>()
  const alone = [...sayings.values()].flat().flatMap(onlyIn)
  for (const word of new Set([...heads.keys(), ...alone])) {
    const kinds = heads.get(word) ?? []
    if (word === '' || wholes.has(word)) continue
    const plain = metrics.filter((metric) => says(metric, (stems) => stems.length === 1 && stems[0] === word))
    const claims = [...Map.groupBy([...new Set([...plain, ...kinds])], ({ domain }) => domain)].flatMap(([, ofDomain]) => {
      const first = ofDomain.filter((metric) => plain.includes(metric))
      return first.length > 0 ? first.slice(0, 1) : ofDomain
    })
    const known = new Set(claims.map(({ domain }) => domain))
    const isCounted = claims.some((metric) => metric.unit === 'COUNT' && plain.includes(metric) && isFirst(metric.label, word))
    if (known.size < 2 || isCounted) continue
    const others = metrics.filter(
      (metric) =>
        kinds.length > 0 && !known.has(metric.domain) && says(metric, (stems) => stems.length === 2 && stems[1] === word),
    )
    const [...more] = Map.groupBy(others, ({ domain }) => domain).values()
    const found = [...claims, ...more.flatMap(([first]) => first ?? [])]
    contested.set(word, [...new Map(found.toReversed().map((metric) => [metric.name, metric])).values()].toReversed())
  }
  return contested
}

/** The metrics that a hit may mean as well: it says nothing but one word that several have a claim to. */
export function rivalsOf(hit: MetricHit, contested: ReadonlyMap<string, readonly Metric[]>): readonly Metric[] {
  const telling = hit.stems.filter((stem) => !/^how/.test(stem))
  const [only] = telling
  const rivals = telling.length === 1 && only !== undefined ? (contested.get(only) ?? []) : []
  return rivals.length === 0 || rivals.includes(hit.metric) ? rivals : [hit.metric, ...rivals]
}

const nameOf = (metric: Metric): string => metric.name.toLowerCase().replaceAll('_', ' ')

/** Stem of the word that a label ends with, measures left off; none where the label is one word or holds a preposition. */
function headOf(label: string): string | undefined {
  const { tokens } = readText(label)
  if (tokens.length < 2 || tokens.some(({ text }) => /^(of|to|per|on|for|in|at)$/.test(text))) return undefined
  return tokens.filter(({ text }) => !measure.test(text)).at(-1)?.stem
}

/** All stems of a text, those of grammar too. */
const stemsIn = (text: string): string[] => readText(text).tokens.map(({ stem }) => stem)

const onlyIn = (stems: readonly string[]): readonly string[] => (stems.length === 1 ? stems : [])

/** `Units` are first of all units sold. */
const isFirst = (label: string, word: string): boolean => readText(label).tokens[0]?.stem === word

/**
 * What later domains call by the same name, a word before it or not: `NET_REVENUE` of sales and the ledger's `REVENUE`. The
 * name alone means the first; the others are meant where that has no facts.
 */
export function namesakesOf(metrics: readonly Metric[]): ReadonlyMap<Metric, readonly Metric[]> {
  const isAlike = (one: Metric, other: Metric): boolean =>
    one.domain !== other.domain && one.unit === other.unit && (one.name === other.name || one.name.endsWith(`_${other.name}`))
  return new Map(
    metrics.flatMap((metric, place) => {
      const alike = metrics.slice(place).filter((other) => isAlike(metric, other))
      return alike.length === 0 ? [] : [[metric, alike] as const]
    }),
  )
}
