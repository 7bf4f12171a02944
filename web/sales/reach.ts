import type { SalesCondition, SalesMetric } from '../gql/graphql.ts'

/** Says what a metric is not limited by, though the page is: `all channels`. Empty where every condition reaches it. */
export type Reach = (metric: SalesMetric) => string

const everything: Readonly<Record<string, string>> = {
  TERRITORY: 'all territories',
  CHANNEL: 'all channels',
  CATEGORY: 'all categories',
}

interface CatalogueMetric {
  readonly name: string
  readonly dimensions: readonly string[]
}

/** A condition passes by the metrics that lack its dimension; whoever reads their figures must know. */
export function reachOf(where: readonly SalesCondition[], catalogue: readonly CatalogueMetric[]): Reach {
  return (metric) => {
    const known = catalogue.find((each) => each.name === metric)
    const passedBy = known ? where.filter(({ dimension }) => !known.dimensions.includes(dimension)) : []
    return passedBy.map(({ dimension }) => everything[dimension] ?? '').join(', ')
  }
}
