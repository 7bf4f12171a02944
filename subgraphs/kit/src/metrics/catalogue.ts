import { type Dimension as DeclaredDimension, type Metric as DeclaredMetric, parseCatalogue } from '@aems/schema/catalogue.ts'
import { type Domain, subgraphSdl } from '@aems/schema/sdl.ts'
import { dimensionsOf, type MetricDefinition, type MetricDefinitions } from './definition.ts'

/** A domain's metrics: what the SDL declares of them, and what they are. */
export interface Catalogue<Metric extends string, Dimension extends string> extends MetricDefinitions<Metric, Dimension> {
  readonly domain: string
  readonly declaredMetrics: ReadonlyMap<string, DeclaredMetric>
  readonly declaredDimensions: ReadonlyMap<string, DeclaredDimension>
}

/**
 * A domain's definitions beside what its SDL declares.
 * @throws {TypeError} where the dimensions that the SDL names for a metric are not those that its facts reach.
 */
export function defineCatalogue<Metric extends string, Dimension extends string>(
  domain: Domain,
  definitions: MetricDefinitions<Metric, Dimension>,
): Catalogue<Metric, Dimension> {
  const declared = parseCatalogue(subgraphSdl(domain))
  const declaredMetrics = new Map(declared.metrics.map((metric) => [metric.name, metric]))
  const declaredDimensions = new Map(declared.dimensions.map((dimension) => [dimension.name, dimension]))
  for (const [name, definition] of Object.entries<MetricDefinition<Dimension>>(definitions.metrics)) {
    const reached: Set<string> = dimensionsOf(definition)
    const difference = reached.symmetricDifference(new Set(declaredMetrics.get(name)?.dimensions))
    if (difference.size > 0) {
      throw new TypeError(`${domain}.${name}: the SDL and the fact disagree on ${[...difference].join(', ')}.`)
    }
    for (const people of definition.withhold?.people ?? []) {
      const missing = reached.difference(dimensionsOf(people))
      if (missing.size > 0) {
        throw new TypeError(`${domain}.${name}: the people it is about can't be counted by ${[...missing].join(', ')}.`)
      }
    }
  }
  return { domain, ...definitions, declaredMetrics, declaredDimensions }
}

/** What a screen calls the metric, else its name. */
export const metricLabel = (catalogue: Catalogue<string, string>, metric: string): string =>
  catalogue.declaredMetrics.get(metric)?.label ?? metric

export const dimensionLabel = (catalogue: Catalogue<string, string>, dimension: string): string =>
  catalogue.declaredDimensions.get(dimension)?.label ?? dimension

/** Whether all facts of the metric reach the dimension. */
export function reaches<Metric extends string, Dimension extends string>(
  catalogue: Catalogue<Metric, Dimension>,
  metric: Metric,
  dimension: Dimension,
): boolean {
  return dimensionsOf(catalogue.metrics[metric]).has(dimension)
}
