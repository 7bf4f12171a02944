import type { Catalogue, Metric } from '@aems/schema/catalogue.ts'
import type { Meaning } from './meaning.ts'
import type { Memory } from './understand.ts'

/** A memory as it is kept: names in place of the catalogue's own things. */
export type KeptMemory = ReturnType<typeof keptMemory>

const nameOf = (item: { readonly domain: string; readonly name: string }): string => `${item.domain}.${item.name}`

/** What is kept of a conversation so that the next question can build on it. */
export function keptMemory({ meaning, open, asked }: Memory) {
  return {
    open,
    asked: asked.map(nameOf),
    meaning: {
      ...meaning,
      metrics: meaning.metrics.map(nameOf),
      by: meaning.by.map(nameOf),
      having: meaning.having.map((threshold) => ({ ...threshold, metric: nameOf(threshold.metric) })),
      order: meaning.order && { ...meaning.order, by: nameOf(meaning.order.by) },
    },
  }
}

/** Puts a kept memory back together; what the catalogue no longer has is left out. */
export function recalledMemory(kept: KeptMemory, catalogue: Catalogue): Memory {
  const metrics = new Map(catalogue.metrics.map((metric) => [nameOf(metric), metric]))
  const dimensions = new Map(catalogue.dimensions.map((dimension) => [nameOf(dimension), dimension]))
  const known = (name: string): Metric[] => [metrics.get(name)].filter((metric) => metric !== undefined)
  const { meaning } = kept
  const [by] = meaning.order ? known(meaning.order.by) : []
  const whole: Meaning = {
    ...meaning,
    metrics: meaning.metrics.flatMap(known),
    by: meaning.by.flatMap((name) => dimensions.get(name) ?? []),
    having: meaning.having.flatMap((threshold) => known(threshold.metric).map((metric) => ({ ...threshold, metric }))),
    order: meaning.order && by ? { ...meaning.order, by } : null,
  }
  return { meaning: whole, open: kept.open, asked: (kept.asked ?? []).flatMap(known) }
}
