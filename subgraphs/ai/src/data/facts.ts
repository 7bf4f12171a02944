import type { GraphClient } from '@aems/kit/subgraph.ts'
import type { Metric } from '@aems/schema/catalogue.ts'
import { z } from 'zod'
import type { Facts } from '../domain/linking/choice.ts'

/** Whether the company has facts for metrics, as far as that was asked yet. */
export type KnownFacts = Map<Metric, boolean>

const totals = z.object({ totals: z.array(z.object({ metric: z.string(), value: z.string().nullable() })) })

/**
 * Learns for which of some metrics the company has facts: those with a figure over all time. In one operation with the
 * asker's rights; a domain that does not answer leaves its metrics unknown.
 */
export async function learnFacts(graph: GraphClient, metrics: readonly Metric[], known: KnownFacts): Promise<void> {
  const open = [...Map.groupBy(new Set(metrics.filter((metric) => !known.has(metric))), ({ domain }) => domain)]
  if (open.length === 0) return
  const fields = open.map(
    ([domain, some]) =>
      `  ${domain}: ${domain}Metrics(query: { metrics: [${some.map(({ name }) => name).join(', ')}], period: { all: true } }) { totals { metric value } }`,
  )
  const { data } = await graph.execute(`query Facts {\n${fields.join('\n')}\n}`)
  for (const [domain, some] of open) {
    const found = totals.safeParse(data?.[domain])
    if (!found.success) continue
    for (const metric of some)
      known.set(
        metric,
        found.data.totals.some(({ metric: name, value }) => name === metric.name && value !== null),
      )
  }
}

/** Counts of a domain, by any of which it shows that the company has something of it. */
export const signsOf = (domain: string, metrics: readonly Metric[]): Metric[] =>
  metrics.filter((metric) => metric.domain === domain && metric.unit === 'COUNT' && metric.adds !== 'NEVER').slice(0, 6)

/** What the company has facts for; what was not asked counts as there. */
export const factsIn = (known: KnownFacts): Facts => ({
  of: (metric) => known.get(metric) ?? true,
  ofDomain: (domain) => {
    const asked = [...known].filter(([metric]) => metric.domain === domain)
    return asked.length === 0 || asked.some(([, has]) => has)
  },
})
