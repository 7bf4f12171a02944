import type { Dimension, Metric } from '@aems/schema/catalogue.ts'
import { range } from './linking/places.ts'
import type { Candidate, Meaning, RefusalReason, Understanding } from './meaning.ts'
import type { Reading } from './reading.ts'
import type { Knowledge } from './understand.ts'

const listed = (items: readonly string[], joiner = 'and'): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${joiner} ${items.at(-1)}`

const quoted = (words: readonly string[]): string =>
  listed(words.map((word) => `“${word.length > 40 ? `${word.slice(0, 39)}…` : word}”`))

/** A refusal, which always says why. */
export function refused(meaning: Meaning, reason: RefusalReason, text: string, nearest: readonly Metric[] = []): Understanding {
  return { status: 'refused', meaning, reason, text, nearest }
}

export function outOfScope(meaning: Meaning): Understanding {
  return refused(meaning, 'out_of_scope', 'That is not about this company’s figures, which are all that I can answer from.')
}

/** The graph has nothing of that name; the nearest that it has is named. */
export function noData(meaning: Meaning, words: readonly string[], near: readonly Metric[], knowledge: Knowledge): Understanding {
  const nearest = (near.length > 0 ? near : knowledge.catalogue.metrics).filter(knowledge.maySee).slice(0, 3)
  const instead =
    nearest.length === 0 ? '' : ` The nearest that I have: ${listed(nearest.map(({ label }) => label.toLowerCase()))}.`
  return refused(
    meaning,
    'no_data',
    `I find nothing here for ${quoted([...new Set(words)].slice(0, 5))}, so I would have to guess.${instead}`,
    nearest,
  )
}

export function forbidden(meaning: Meaning, items: readonly (Metric | Dimension)[]): Understanding {
  return refused(
    { ...meaning, where: [], having: [] },
    'forbidden',
    `You may not see ${listed(items.map(({ label }) => label.toLowerCase()))}. Whoever manages your rights can change that.`,
  )
}

/** A what-if whose assumption is not understood. */
export function unsupposed(meaning: Meaning, words: readonly string[]): Understanding {
  const what =
    words.length === 0 ? 'What is to be supposed, I don’t understand' : `I don’t know what is supposed of ${quoted(words)}`
  return refused(
    meaning,
    'no_data',
    `${what}. Say which figure moves by how much: “what would runway be if burn rate rose 20 %”, “revenue without our biggest customer”.`,
    meaning.metrics,
  )
}

/** Ratios and distinct counts don't add up, so nothing that adds up goes on from them. */
export function cantForesee(meaning: Meaning, metrics: readonly Metric[]): Understanding {
  const names = listed(metrics.map(({ label }) => label))
  return refused(
    meaning,
    'no_data',
    `${names} can’t be forecast: only figures that add up can. I can show how it has developed, or forecast what it is made of.`,
    metrics,
  )
}

/** A split or a condition that the metric's facts don't have: spreading the figure silently would be wrong. */
export function unreachable(meaning: Meaning, knowledge: Knowledge): Understanding | undefined {
  for (const metric of meaning.metrics) {
    const wanted = [...meaning.by.map(({ name }) => name), ...meaning.where.map(({ dimension }) => dimension)]
    const missing = wanted.filter((name) => !metric.dimensions.includes(name))
    if (missing.length === 0) continue
    const label = (name: string): string =>
      knowledge.catalogue.dimensions
        .find((dimension) => dimension.name === name && dimension.domain === metric.domain)
        ?.label.toLowerCase() ?? name.toLowerCase().replaceAll('_', ' ')
    const has = metric.dimensions.slice(0, 5).map(label)
    return refused(
      meaning,
      'no_data',
      `${metric.label} has no ${listed([...new Set(missing)].map(label), 'or')}. It can be split by ${listed(has, 'or')}.`,
      [metric],
    )
  }
  return undefined
}

const choosing = (question: string, item: Metric | Dimension, replaced: string | undefined): Candidate => ({
  name: item.name,
  label: item.label,
  description: item.description,
  question: replaced === undefined ? `${item.label}: ${question}` : question.replace(replaced, item.label.toLowerCase()),
})

/** The words fit several metrics or dimensions. */
export function clarifyTied(
  question: string,
  meaning: Meaning,
  tied: readonly (Metric | Dimension)[],
  reading: Reading,
): Understanding {
  const hit = reading.choice.hits.find((one) => tied.some((item) => item === one.metric))
  const words = hit
    ? reading.text.raw.slice(
        reading.text.tokens[Math.min(...hit.tokens)]?.start ?? 0,
        reading.text.tokens[Math.max(...hit.tokens)]?.end ?? 0,
      )
    : undefined
  const candidates = [...new Set(tied)].map((item) => choosing(question, item, words))
  return {
    status: 'clarify',
    meaning: { ...meaning, metrics: meaning.metrics.filter((metric) => !tied.includes(metric)) },
    text: `Do you mean ${listed(
      candidates.map(({ label }) => label.toLowerCase()),
      'or',
    )}?`,
    candidates,
  }
}

/** No metric is named, or only a part of one. */
export function clarifyMetric(question: string, meaning: Meaning, reading: Reading, knowledge: Knowledge): Understanding {
  const wanted = [...meaning.by.map(({ name }) => name), ...meaning.where.map(({ dimension }) => dimension)]
  const fits = (metric: Metric): boolean => knowledge.maySee(metric) && wanted.every((name) => metric.dimensions.includes(name))
  const reached = reading.choice.near.filter(fits)
  // A member whose word is rather a part of these names, such as `open`, limits nothing.
  const partial = new Set(reading.choice.partial.flat())
  const isPart = reading.filtering.places.every(({ from, to }) => range(from, to).every((index) => partial.has(index)))
  const near = reached.length > 0 || !isPart ? reached : reading.choice.near.filter(knowledge.maySee)
  const found = [
    ...near,
    ...(near.length < 2 ? knowledge.catalogue.metrics.filter((metric) => fits(metric) && !near.includes(metric)) : []),
  ].slice(0, 6)
  if (found.length === 0) return noData(meaning, ['that'], [], knowledge)
  const candidates = found.map((metric) => ({
    ...choosing(question, metric, undefined),
    question: `${metric.label} ${question.replace(/^[\p{Lu}]/u, (letter) => letter.toLowerCase())}`,
  }))
  return {
    status: 'clarify',
    meaning,
    text: `Which figure do you mean: ${listed(
      candidates.map(({ label }) => label.toLowerCase()),
      'or',
    )}?`,
    candidates,
  }
}

/** A name that several things bear. */
export function clarifyMember(question: string, meaning: Meaning, reading: Reading): Understanding {
  const { tied } = reading.filtering
  const candidates = tied.slice(0, 8).map((member) => ({
    name: member.value,
    label: member.label,
    description: `${member.label} (${member.dimension.toLowerCase().replaceAll('_', ' ')})`,
    question: `${question} (${member.dimension.toLowerCase().replaceAll('_', ' ')} ${member.label})`,
  }))
  return {
    status: 'clarify',
    meaning,
    text: `Which one do you mean: ${listed(
      candidates.map(({ description }) => description),
      'or',
    )}?`,
    candidates,
  }
}
