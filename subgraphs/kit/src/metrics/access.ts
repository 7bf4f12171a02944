import { satisfies } from '@aems/schema/catalogue.ts'
import { forbidden } from '../errors.ts'
import type { Viewer } from '../viewer.ts'
import type { Catalogue } from './catalogue.ts'
import { neededMetrics } from './plan.ts'
import type { MetricsQuery } from './query.ts'

/**
 * Enum values can't carry @requiresScopes, so what the SDL demands for a metric or a dimension is enforced here: for
 * figures, splits, conditions, thresholds and order alike.
 * @throws {GraphError} FORBIDDEN where the viewer lacks a scope.
 */
export function checkAccess<Metric extends string, Dimension extends string>(
  catalogue: Catalogue<Metric, Dimension>,
  query: Pick<MetricsQuery<Metric, Dimension>, 'metrics' | 'by' | 'where' | 'having' | 'orderBy'>,
  { scopes }: Viewer,
): void {
  for (const metric of neededMetrics(query)) {
    if (!satisfies(scopes, catalogue.declaredMetrics.get(metric)?.scopes ?? [])) {
      throw forbidden(`You may not see ${metric}; ask an administrator for the right to.`)
    }
  }
  for (const dimension of [...(query.by ?? []), ...(query.where ?? []).map((condition) => condition.dimension)]) {
    checkDimension(catalogue, dimension, scopes)
  }
}

/** @throws {GraphError} FORBIDDEN where the viewer may not tell members of the dimension apart. */
export function checkDimension(catalogue: Catalogue<string, string>, dimension: string, scopes: ReadonlySet<string>): void {
  if (!satisfies(scopes, catalogue.declaredDimensions.get(dimension)?.scopes ?? [])) {
    throw forbidden(`You may not tell figures apart by ${dimension}; ask an administrator for the right to.`)
  }
}
