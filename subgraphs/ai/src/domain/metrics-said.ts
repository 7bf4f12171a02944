import type { Metric } from '@aems/schema/catalogue.ts'
import { heldAgainstBudget } from './budget.ts'
import type { Text } from './language/text.ts'
import { ranks } from './language/words.ts'
import { type Choice, choose } from './linking/choice.ts'
import type { DimensionHit } from './linking/dimensions.ts'
import { type MetricHit, metricHits, said as wholly } from './linking/metrics.ts'
import { range, stemsIn } from './linking/places.ts'
import { statementHits } from './linking/statements.ts'
import type { Content } from './linking/vocabulary.ts'
import type { Meaning } from './meaning.ts'
import type { Slots } from './slots.ts'
import type { Knowledge } from './understand.ts'

/** What the metrics of a question are found in. */
export interface Said {
  readonly text: Text
  readonly content: readonly Content[]
  /** The same with what `which` asks for: `which controls are overdue` names the metric by it too. */
  readonly asked: readonly Content[]
  readonly knowledge: Knowledge
  readonly slots: Slots
  readonly previous: Meaning | null
  /** Metrics between which was asked before. */
  readonly offered: readonly Metric[]
  readonly mentioned: readonly DimensionHit[]
  readonly quotients: readonly MetricHit[]
}

/** Finds which metrics a question is about; words that it leaves out are taken from its own other half or from the conversation. */
export function metricsSaid(said: Said): Choice {
  const { text, content, asked, knowledge, slots, previous, offered, mentioned, quotients } = said
  const { vocabulary } = knowledge
  const usable = usableHits(said)
  const reply = replyTo(offered, said)
  if (reply) return choose(text, [reply], slots.bounds, { ...vocabulary, contested: new Map() })
  const hits = [...quotients, ...metricHits(text, content, vocabulary).filter(usable)]
  const statement = statementHits(text, knowledge.catalogue.metrics.filter(knowledge.maySee))
  // `Revenue on the income statement` is one line of it.
  if (statement.length > 0 && !hits.some(({ coverage }) => coverage >= wholly)) return whole(statement)
  const chosen = (some: readonly MetricHit[], joined = slots.quotient): Choice =>
    choose(text, some, slots.bounds, vocabulary, joined)
  const budgeted = heldAgainstBudget(text, hits, chosen)
  if (budgeted) return budgeted
  const choice = chosen(hits)
  if (choice.metrics.length > 0) {
    const more = secondHalf(said, choice).filter(usable)
    return more.length === 0 ? choice : chosen([...hits, ...more], true)
  }
  const counted = metricHits(text, asked, vocabulary).filter(
    ({ metric, coverage, tokens }) =>
      metric.unit === 'COUNT' &&
      coverage > 0.99 &&
      mentioned.some(({ introducedBy, from }) => introducedBy === 'which' && tokens.includes(from)),
  )
  if (counted.length > 0) return chosen(counted)
  if (!previous) return choice
  const context = new Set(
    previous.metrics.flatMap((metric) => [metric.label, ...metric.says].flatMap((phrase) => stemsIn(phrase))),
  )
  const completed = completedBy(said, content, context).filter(usable)
  return completed.length === 0 ? choice : chosen(completed)
}

/** All lines of a statement, side by side. */
const whole = (hits: readonly MetricHit[]): Choice => ({
  metrics: hits.map(({ metric }) => metric),
  hits,
  bounded: new Map(),
  orderedBy: null,
  explained: new Set(hits.flatMap(({ tokens }) => tokens)),
  tied: [],
  apart: false,
  namesakes: new Map(),
  near: [],
  partial: [],
})

/** The metric that a reply chooses of those between which was asked: all its words are of that one's names, and of no other's. */
function replyTo(offered: readonly Metric[], { text, content, asked, knowledge }: Said): MetricHit | undefined {
  const words = asked.filter(({ soft }) => !soft)
  const own = (metric: Metric): Set<string> => new Set([metric.label, ...metric.says].flatMap(stemsIn))
  const fits = offered.filter((metric) => words.length > 0 && words.every(({ stem }) => own(metric).has(stem)))
  // Of several that fit, the one whose label says it.
  const named = fits.filter((metric) => words.some(({ stem }) => stemsIn(metric.label).includes(stem)))
  const [only] = fits.length === 1 ? fits : named
  if (!only || (fits.length > 1 && named.length !== 1) || text.tokens.length > 6) return undefined
  const tokens = words.flatMap(({ from, to }) => range(from, to))
  const stems = words.map(({ stem }) => stem)
  const weight = stems.reduce((sum, stem) => sum + knowledge.vocabulary.weightOf(stem), 0)
  return content.length > 0 ? { metric: only, tokens, coverage: 1, weight, label: true, inOrder: true, stems } : undefined
}

/** `… and how many were discontinued?`: what is counted stands in the first half. */
function secondHalf({ text, content, knowledge }: Said, choice: Choice): MetricHit[] {
  const start = text.tokens.findIndex(
    (token, index) =>
      /^(and|or|but)$/.test(token.text) &&
      text.tokens[index + 1]?.text === 'how' &&
      /^(many|much)$/.test(text.tokens[index + 2]?.text ?? ''),
  )
  if (start < 0 || choice.hits.some(({ tokens }) => tokens.some((index) => index > start))) return []
  const context = new Set(choice.hits.flatMap(({ stems }) => stems))
  return completedBy(
    { text, knowledge },
    content.filter(({ from }) => from > start),
    context,
  )
}

/** Hits that are whole with the words of the context, and say something of their own. */
const completedBy = (
  { text, knowledge }: Pick<Said, 'text' | 'knowledge'>,
  content: readonly Content[],
  context: ReadonlySet<string>,
): MetricHit[] =>
  context.size === 0
    ? []
    : metricHits(text, content, knowledge.vocabulary, context).filter(
        ({ coverage, stems }) =>
          coverage > 0.99 && stems.some((stem) => !/^(how|with|from)/.test(stem) && !context.has(stem) && !ranks.has(stem)),
      )

/** Whether a hit names a metric, and not a split or a part of a split's name. */
function usableHits({ text, slots, mentioned }: Said): (hit: MetricHit) => boolean {
  // `buyers in 2023` counts them; `buyers with more than 20 orders` lists them.
  const lists = slots.bounds.length > 0 || slots.ranking !== null
  const splits = mentioned.filter(
    ({ introducedBy }) => introducedBy !== null && introducedBy !== 'asks' && (introducedBy !== 'head' || lists),
  )
  return (hit) => {
    // `open risks` is more than either of two splits that its words would say by themselves.
    const isSplit = splits.some(({ from, to }) => hit.tokens.every((token) => token >= from && token < to))
    const inName = mentioned.some(
      ({ from, to, introducedBy }) =>
        introducedBy !== 'asks' &&
        !/^(who|where|why|what)$/.test(text.tokens[from]?.text ?? '') &&
        to - from > hit.tokens.length &&
        hit.tokens.every((token) => token >= from && token < to),
    )
    return !inName && !isSplit
  }
}
