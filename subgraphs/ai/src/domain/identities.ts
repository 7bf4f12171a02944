import type { Metric } from '@aems/schema/catalogue.ts'
import { stemsIn } from './linking/places.ts'

/** How one figure follows from others, as the catalogue's own definition says it. */
export type Identity =
  /** `metric = of ÷ the sum of per`. */
  | { readonly kind: 'quotient'; readonly metric: Metric; readonly of: Metric; readonly per: readonly Metric[] }
  /** `metric = from − less`. */
  | { readonly kind: 'difference'; readonly metric: Metric; readonly from: Metric; readonly less: Metric }

/** Words of a definition that say when a figure is taken, not what it is. */
const timing = /\b(?:at|by|in|of|on) (?:the|its) (?:period(?:'s end)?|end)\b/g

const plain = (words: string): string => words.replace(timing, ' ').replace(/\bthe\b/g, ' ')

/** The figure of the same domain that words name, all of them and no other. */
function called(words: string, domain: string, metrics: readonly Metric[]): Metric | undefined {
  const said = stemsIn(plain(words)).toSorted().join(' ')
  return said === ''
    ? undefined
    : metrics.find((metric) => metric.domain === domain && stemsIn(metric.label).toSorted().join(' ') === said)
}

/** `Opportunities won as a fraction of those won or lost`: what is divided by is two figures together. */
function divisors(words: string, of: Metric, metrics: readonly Metric[]): Metric[] {
  const [, first, second] = /^those (\w+) or (\w+)$/.exec(words.trim()) ?? []
  if (first === undefined || second === undefined) return [called(words, of.domain, metrics)].filter((one) => one !== undefined)
  const noun = of.label.split(' ')[0] ?? ''
  const both = [first, second].flatMap((each) => called(`${noun} ${each}`, of.domain, metrics) ?? [])
  return both.length === 2 ? both : []
}

const fraction = /^(.+?)(?: as a fraction of | divided by | per )(.+)$/i
const difference = /^(.+?) less (.+)$/i

/**
 * Reads which figures follow from which others out of their definitions: `gross profit as a fraction of net revenue`,
 * `net revenue per order`, `operating income less …`. What a definition says is a claim; whoever computes with it checks it
 * on the figures first.
 */
export function identitiesOf(metrics: readonly Metric[]): Identity[] {
  return metrics.flatMap((metric): Identity[] => {
    const sentence = (metric.description.split(/[;,.:]/)[0] ?? '').trim()
    const quotient = fraction.exec(sentence)
    const [, of = '', per = ''] = quotient ?? []
    const numerator = quotient ? called(of, metric.domain, metrics) : undefined
    const denominators = numerator ? divisors(per, numerator, metrics) : []
    if (numerator && denominators.length > 0) return [{ kind: 'quotient', metric, of: numerator, per: denominators }]
    const [, from = '', less = ''] = difference.exec(sentence) ?? []
    const minuend = called(from, metric.domain, metrics)
    const subtrahend = called(less, metric.domain, metrics)
    return minuend && subtrahend ? [{ kind: 'difference', metric, from: minuend, less: subtrahend }] : []
  })
}

/** The quotient that a figure is, where its definition says so. */
export const quotientOf = (metric: Metric, metrics: readonly Metric[]): Extract<Identity, { kind: 'quotient' }> | undefined =>
  identitiesOf(metrics).find(
    (one): one is Extract<Identity, { kind: 'quotient' }> => one.kind === 'quotient' && one.metric === metric,
  )
