import { accounts, projectedCustomers, projectedOrgUnits, projectedSuppliers, targets } from '@aems/drizzle/finance/tables.ts'
import { dimensionsOf, type Expression, type Measure, type MetricDefinition, type Sum } from '@aems/kit/metrics/definition.ts'
import { type Column, type SQL, sql, type Table } from 'drizzle-orm'
import type { FinanceDimension } from '../graph.generated.ts'
import type { FinanceFact } from './facts.ts'

type Named = Table & { readonly id: Column; readonly name: Column; readonly ref: Column }

/** The dimensions whose members are entities: targets name them by name or ref. */
const entities: { readonly [Name in FinanceDimension]?: Named } = {
  ACCOUNT: accounts,
  ORG_UNIT: projectedOrgUnits,
  LEGAL_ENTITY: projectedOrgUnits,
  CUSTOMER: projectedCustomers,
  SUPPLIER: projectedSuppliers,
}

/** What facts know a target's member by. */
function memberOf(dimension: FinanceDimension): SQL {
  const table = entities[dimension]
  if (table === undefined) return sql`${targets.member}`
  return sql`(select min(${table.id}::text)::uuid from ${table}
    where ${table.name} = ${targets.member} or ${table.ref} = ${targets.member})`
}

/** What accrues over its days is due day by day; what is as of a day holds on each of them. */
type Kind = 'flow' | 'level'

const timings: Readonly<Record<Kind, FinanceFact['timing']>> = {
  flow: { kind: 'over', first: targets.startsOn, last: targets.endsOn },
  level: {
    kind: 'asOf',
    counts: (day) => sql`${targets.startsOn} <= ${day} and ${targets.endsOn} >= ${day}`,
    earliest: sql`min(${targets.startsOn})`,
  },
}

const values: Readonly<Record<Kind, Sum<FinanceDimension>['value']>> = {
  flow: ({ from, to }) => sql`${targets.amount} * (least(${targets.endsOn}, ${to}) - greatest(${targets.startsOn}, ${from}) + 1)
    / (${targets.endsOn} - ${targets.startsOn} + 1)`,
  level: () => targets.amount,
}

const targetFacts = (kind: Kind, dimensions: FinanceFact['dimensions']): FinanceFact => ({
  name: 'targets',
  tables: ['finance.targets'],
  from: sql`${targets}`,
  timing: timings[kind],
  dimensions,
  known: sql`exists (select from ${targets})`,
})

/** A figure that accrues: one measure of facts that count on days or over them, taken as it is. */
function kindOf(definition: Expression<FinanceDimension>): Kind {
  if (definition.kind === 'measure') return definition.sources[0].fact.timing.kind === 'asOf' ? 'level' : 'flow'
  if (definition.kind !== 'formula') return 'level'
  const [part, ...others] = Object.values(definition.parts)
  return part?.kind === 'measure' && others.length === 0 ? kindOf(part) : 'level'
}

const isDimension = (name: string): name is FinanceDimension => name.length > 0

/** What targets.csv says that a metric should come to: of the whole company, or told apart by one of its dimensions. */
function targetOf(metric: string, definition: Expression<FinanceDimension>): Measure<FinanceDimension> {
  const kind = kindOf(definition)
  const reached = [...dimensionsOf(definition)].filter(isDimension)
  const told = (dimension: FinanceDimension | null): Sum<FinanceDimension> => ({
    kind: 'sum',
    fact: targetFacts(kind, dimension === null ? {} : { [dimension]: { key: memberOf(dimension) } }),
    value: values[kind],
    where: sql`${targets.metric} = ${metric} and ${targets.dimension} is not distinct from ${dimension}::text`,
  })
  const apart = Object.fromEntries(reached.map((dimension) => [dimension, { key: memberOf(dimension) }]))
  // Nothing is targeted by several dimensions at once.
  const none: Sum<FinanceDimension> = { kind: 'sum', fact: targetFacts(kind, apart), value: values[kind], where: sql`false` }
  return { kind: 'measure', sources: [told(null), ...reached.map(told), none], empty: 'absent' }
}

/** Metrics, each held against its targets where there are any. */
export function withTargets<Metric extends string>(
  metrics: Readonly<Record<Metric, MetricDefinition<FinanceDimension>>>,
): Record<Metric, MetricDefinition<FinanceDimension>> {
  const held = Object.entries<MetricDefinition<FinanceDimension>>(metrics).map(([metric, definition]) => [
    metric,
    { ...definition, target: targetOf(metric, definition) },
  ])
  // The same names, each with its definition.
  return Object.fromEntries(held) as Record<Metric, MetricDefinition<FinanceDimension>>
}
