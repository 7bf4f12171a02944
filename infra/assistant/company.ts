import { z } from 'zod'
import type { RemoteGraph } from '../client/graph.ts'
import type { Company } from './judge.ts'

const aboutSchema = z.object({
  metricCatalogue: z.object({ metrics: z.array(z.object({ domain: z.string(), name: z.string() })) }),
  me: z.object({ company: z.object({ asOf: z.string() }) }),
})
const totalsSchema = z.object({ totals: z.array(z.object({ metric: z.string(), value: z.string().nullable() })) })

/** The graph gives so many metrics in one table. */
const metricsAtOnce = 12

/** What the company has facts for, and its today. */
export async function companyOf(graph: RemoteGraph): Promise<Company & { readonly today: string }> {
  const { data } = await graph.execute('{ metricCatalogue { metrics { domain name } } me { company { asOf } } }')
  const { metricCatalogue, me } = aboutSchema.parse(data)
  const domains = [...Map.groupBy(metricCatalogue.metrics, ({ domain }) => domain)]
  const asked = domains.flatMap(([domain, metrics]) =>
    Array.from({ length: Math.ceil(metrics.length / metricsAtOnce) }, (_, index) => ({
      domain,
      names: metrics.slice(index * metricsAtOnce, (index + 1) * metricsAtOnce).map(({ name }) => name),
    })),
  )
  const fields = asked.map(
    ({ domain, names }, index) =>
      `  t${index}: ${domain}Metrics(query: { metrics: [${names.join(', ')}], period: { all: true } }) { totals { metric value } }`,
  )
  const figures = await graph.execute(`{\n${fields.join('\n')}\n}`)
  // What could not be asked is not known to be lacking.
  const factless = asked.flatMap((_, index) => {
    const table = totalsSchema.safeParse(figures.data?.[`t${index}`])
    return table.success ? table.data.totals.filter(({ value }) => value === null).map(({ metric }) => metric) : []
  })
  return {
    known: new Set(metricCatalogue.metrics.map(({ name }) => name)),
    factless: new Set(factless),
    today: me.company.asOf,
  }
}
