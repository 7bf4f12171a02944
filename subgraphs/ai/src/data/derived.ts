import { badInput, GraphError } from '@aems/kit/errors.ts'
import { addDays } from '@aems/kit/metrics/days.ts'
import { limits } from '@aems/kit/metrics/plan.ts'
import type { GraphClient } from '@aems/kit/subgraph.ts'
import { catalogue, type DerivedFrom, type Metric, type MetricName } from '@aems/schema/catalogue.ts'
import { type Averages, averagesOf, figuresOf } from '../domain/derived/average.ts'
import { type QuotientRow, quotientTable } from '../domain/derived/rows.ts'
import { cellOf, type PartExplanation, type PartTable } from '../domain/derived/table.ts'
import type { AiMetricsQuery, MetricKey, MetricTable, QueryAiMembersArgs } from '../graph.generated.ts'
import { askMembers, askParts, type PartQuestion } from './parts.ts'

/** A metric of the question, with what it divides. */
interface Quotient {
  readonly metric: Metric
  readonly derived: DerivedFrom
  /** Alternatives that reach every dimension asked for, the preferred first. */
  readonly of: readonly MetricName[]
}

/**
 * Answers for metrics over two others, of any domains: each part is asked of the domain that has it, all in one
 * operation, and divided here. A part as of a day is the mean of the period's eve and end, so that a second operation
 * asks for the eves.
 * @throws {GraphError} BAD_INPUT where the question can't be answered as it stands; what a domain refuses, in its words.
 */
export async function derivedTable(graph: GraphClient, query: AiMetricsQuery): Promise<MetricTable> {
  const asked = check(query)
  const at = (name: MetricName) => `${name.domain}At`
  const first = await askParts(
    graph,
    questions(
      query,
      asked.flatMap(({ of, derived }) => [...of, derived.per]),
      at,
    ),
  )
  const chosen = asked.map((quotient) => ({ ...quotient, with: withFacts(quotient, first, at) }))
  const [base] = chosen.flatMap(({ with: name }) => first.get(at(name)) ?? [])
  if (!base) throw new GraphError('UNAVAILABLE', 'The figures that this is made of can’t be read now: ask again in a moment.')
  const eves = await evesOf(graph, query, chosen.map(({ derived }) => derived.per).filter(isAsOfDay), base)
  const parts = (name: MetricName): Averages => {
    const table = first.get(at(name))
    if (!table) throw new GraphError('UNAVAILABLE', 'A part of the figure can’t be read now: ask again in a moment.')
    return isAsOfDay(name) ? averagesOf(name.name, { end: table, ...eves(name) }) : figuresOf(name.name, table)
  }
  const rows: QuotientRow[] = chosen.flatMap(({ with: name, derived }) => [
    ...(first.get(at(name))?.rows ?? []),
    ...(first.get(at(derived.per))?.rows ?? []),
  ])
  const table = quotientTable(
    rows,
    chosen.map(({ metric, with: name, derived }) => ({ metric: metric.name, of: parts(name), per: parts(derived.per) })),
    { having: query.having ?? [], orderBy: query.orderBy ?? null, first: query.first ?? limits.rowsByDefault },
  )
  return {
    columns: chosen.map(({ metric, with: name }) => ({
      metric: metric.name,
      label: metric.label,
      unit: metric.unit,
      better: metric.better,
      currency: first.get(at(name))?.columns.find((column) => column.metric === name.name)?.currency ?? null,
    })),
    ...table,
    period: base.period,
    comparedTo: base.comparedTo,
    asOf: base.asOf,
    explain: chosen.map(({ metric, with: name, derived }) =>
      explained(metric, explanationOf(first.get(at(name)), name), explanationOf(first.get(at(derived.per)), derived.per)),
    ),
  }
}

/** The metrics asked for, each with what it divides. */
function check({ metrics, by, where, having, forecast, compare, first }: AiMetricsQuery): Quotient[] {
  if (metrics.length === 0) throw badInput('The query names no metric; name at least one.')
  if (metrics.length > limits.metrics || new Set(metrics).size < metrics.length)
    throw badInput(`Name each metric once, and at most ${limits.metrics}.`)
  if (forecast != null) throw badInput('Figures over two others are quotients, which can’t be forecast; forecast their parts.')
  if (compare != null && compare !== 'PREVIOUS_PERIOD' && compare !== 'PREVIOUS_YEAR')
    throw badInput('Figures over two others have no budget and no target; compare with PREVIOUS_PERIOD or PREVIOUS_YEAR.')
  if (first != null && (first < 1 || first > limits.rows))
    throw badInput(`first is ${first}; it must be from 1 to ${limits.rows.toLocaleString('en')}.`)
  for (const { metric } of having ?? [])
    if (!metrics.includes(metric))
      throw badInput(`The threshold is on ${metric}, which the query does not ask for; add it to metrics.`)
  const dimensions: readonly string[] = [...(by ?? []), ...(where ?? []).map(({ dimension }) => dimension)]
  const { metrics: known } = catalogue()
  return metrics.map((name) => {
    const metric = known.find((each) => each.domain === 'ai' && each.name === name)
    if (!metric?.derived) throw badInput(`${name} is not a metric over two others.`)
    const reaches = (part: MetricName) => {
      const found = known.find((each) => each.domain === part.domain && each.name === part.name)
      return found !== undefined && dimensions.every((dimension) => found.dimensions.includes(dimension))
    }
    const of = metric.derived.of.filter(reaches)
    if (of.length === 0 || !reaches(metric.derived.per))
      throw badInput(`${metric.label} can't be split by or limited to ${dimensions.join(', ')}: its parts don't both have it.`)
    return { metric, derived: metric.derived, of }
  })
}

/** One question to each domain, for all that is needed of it. */
function questions(query: AiMetricsQuery, names: readonly MetricName[], at: (name: MetricName) => string): PartQuestion[] {
  const { period, asOf, grain, by, where, compare } = query
  return [...new Map(names.map((name) => [at(name), name])).values()].map((name) => ({
    alias: at(name),
    domain: name.domain,
    query: {
      metrics: [...new Set(names.filter(({ domain }) => domain === name.domain).map((each) => each.name))],
      period,
      asOf,
      grain,
      by,
      where: where?.map(({ dimension, in: only, notIn }) => ({ dimension, in: only, notIn })),
      compare,
      first: limits.rows,
    },
  }))
}

/** The first alternative that the company has facts for; the last where it has none for any. */
function withFacts({ of }: Quotient, tables: ReadonlyMap<string, PartTable>, at: (name: MetricName) => string): MetricName {
  const found = of.find((name) => cellOf(tables.get(at(name))?.totals, name.name).value !== null) ?? of.at(-1)
  if (!found) throw new TypeError('A quotient has alternatives.')
  return found
}

const isAsOfDay = ({ domain, name }: MetricName): boolean =>
  catalogue().metrics.some((metric) => metric.domain === domain && metric.name === name && metric.adds === 'AT_A_TIME')

/** Figures as of the eves of the period and of the one compared with. */
async function evesOf(graph: GraphClient, query: AiMetricsQuery, names: readonly MetricName[], base: PartTable) {
  const eve = (from: string | null | undefined) => (from == null ? null : addDays(from, -1))
  const [own, compared] = [eve(base.period.from), eve(base.comparedTo?.from)]
  const ask = (day: string | null, suffix: string) =>
    day === null
      ? []
      : questions({ ...query, period: { to: day }, grain: null, compare: null }, names, ({ domain }) => `${domain}${suffix}`)
  const tables = await askParts(graph, [...ask(own, 'Eve'), ...ask(compared, 'ComparedEve')])
  return ({ domain }: MetricName) => ({
    eve: tables.get(`${domain}Eve`) ?? null,
    comparedEve: tables.get(`${domain}ComparedEve`) ?? null,
  })
}

const explanationOf = (table: PartTable | undefined, { name }: MetricName): PartExplanation | undefined =>
  table?.explain.find(({ metric }) => metric === name)

/** How a quotient came about: its own words, then those of its parts. */
function explained(metric: Metric, of: PartExplanation | undefined, per: PartExplanation | undefined) {
  const parts = [of, per].filter((part) => part !== undefined)
  const lags = parts.flatMap(({ lag }) => lag ?? [])
  const statements = [...new Set(parts.flatMap(({ sql }) => sql ?? []))]
  return {
    metric: metric.name,
    formula: [metric.description, ...parts.map(({ formula }) => formula)].join(' '),
    sql: statements.length === 0 ? null : statements.join(';\n'),
    sources: [...new Set(parts.flatMap(({ sources }) => sources))],
    recordCount: of?.recordCount ?? null,
    lag: lags.length === 0 ? null : Math.max(...lags),
  }
}

/** Members of a dimension, as the domain of the divisors knows them. */
export async function derivedMembers(graph: GraphClient, { dimension, search, first }: QueryAiMembersArgs): Promise<MetricKey[]> {
  const owner = catalogue().metrics.find((metric) => metric.domain === 'ai' && metric.dimensions.includes(dimension))
  if (!owner?.derived) throw badInput(`${dimension} is not a dimension of figures over two others.`)
  return askMembers(graph, owner.derived.per.domain, { dimension, search: search ?? null, first: first ?? 20 })
}
