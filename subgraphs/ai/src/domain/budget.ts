import type { Text } from './language/text.ts'
import { tokensAt } from './language/text.ts'
import type { Choice } from './linking/choice.ts'
import type { MetricHit } from './linking/metrics.ts'
import { range } from './linking/places.ts'

const against =
  /(?<![^ ])(?:vs|versus|against|compared? (?:to|with)|relative to|next to) (?:the |our |its |their )?(?:budget|budgeted|plan|planned)(?![^ ])/
const actual =
  /(?<![^ ])(?:actuals? (?:vs|versus|against|and|compared? (?:to|with))|over|under|within|above|below|exceeding) (?:the |our )?(?:budget|budgeted|plan|planned)(?: figures?| numbers?)? (?:for|of|on|with)(?![^ ])/
const distance = /(?<![^ ])(?:how far|variance|deviation|deviate[ds]?|gap|off)(?![^ ])/

/** What can be held against the budget: figures of the ledger, which has a scenario for it. */
export const scenario = 'SCENARIO'

/**
 * `Operating expenses against budget` is held against it; where the question is how far off that is, the variance is meant,
 * of the accounts that it names. Undefined where no figure stands before.
 */
export function heldAgainstBudget(
  text: Text,
  hits: readonly MetricHit[],
  choose: (hits: readonly MetricHit[]) => Choice,
): Choice | undefined {
  const spoken = actual.exec(text.joined)
  if (spoken) {
    const [first, end] = tokensAt(text, spoken.index, spoken.index + spoken[0].length)
    const others = choose(hits.filter(({ tokens }) => tokens.every((token) => token < first || token >= end)))
    const isHeld = others.metrics.some(({ dimensions }) => dimensions.includes(scenario))
    return isHeld ? { ...others, explained: others.explained.union(new Set(range(first, end))), budget: true } : undefined
  }
  const match = against.exec(text.joined)
  if (!match) return undefined
  const [from, to] = tokensAt(text, match.index, match.index + match[0].length)
  const isWithin = (index: number): boolean => from <= index && index < to
  const figure = choose(hits.filter(({ tokens }) => !tokens.some(isWithin) && tokens.every((token) => token < from)))
  const readings = [...figure.metrics, ...figure.tied]
  if (!readings.some(({ dimensions }) => dimensions.includes(scenario))) return undefined
  const explained = figure.explained.union(new Set(range(from, to)))
  if (!distance.test(text.joined)) return { ...figure, explained, budget: true }
  const variance = choose(hits.filter(({ tokens }) => tokens.some(isWithin)))
  const words = text.tokens.flatMap(({ text: word }, index) => (/^(how|far|off|gap|deviat\w+)$/.test(word) ? [index] : []))
  return variance.metrics.length === 0
    ? undefined
    : { ...variance, explained: variance.explained.union(explained).union(new Set(words)) }
}
