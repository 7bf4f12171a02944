import type { Meaning } from './meaning.ts'
import { isEverything } from './time/period.ts'
import { assumptionOf } from './whatif/words.ts'

/** What was understood, exactly as evaluation and other clients read it. */
export function understoodOf(meaning: Meaning): Readonly<Record<string, unknown>> {
  const { period, order } = meaning
  return {
    metrics: meaning.metrics.map(({ name }) => name),
    domains: [...new Set(meaning.metrics.map(({ domain }) => domain))],
    period: isEverything(period)
      ? { all: true }
      : { ...(period.from !== null && { from: period.from }), ...(period.to !== null && { to: period.to }) },
    grain: meaning.grain,
    by: meaning.by.map(({ name }) => name),
    where: meaning.where.map(({ dimension, members, not }) => ({
      dimension,
      [not ? 'notIn' : 'in']: members.map(({ value }) => value),
    })),
    having: meaning.having.map(({ metric, op, value }) => ({ metric: metric.name, op, value: Number(value) })),
    compare: meaning.compare,
    order: order && { by: order.by.name, of: order.of, direction: order.direction },
    first: meaning.first,
    intent: meaning.intent,
    entity: meaning.entity,
    ...(meaning.assumption && { assumption: assumptionOf(meaning.assumption) }),
  }
}
