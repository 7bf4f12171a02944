import type { GraphClient } from '@aems/kit/subgraph.ts'
import type { Metric } from '@aems/schema/catalogue.ts'
import Big from 'big.js'
import type { Column, Table } from '../domain/answer/figures.ts'
import { identitiesOf } from '../domain/identities.ts'
import type { Assumption, Filter, Meaning } from '../domain/meaning.ts'
import { type Asked, conditionsOf, operationFor } from '../domain/operation.ts'
import { periodInput } from '../domain/time/period.ts'
import type { Knowledge } from '../domain/understand.ts'
import { type Supposition, saidOfChange, saidWithout, supposedFigures } from '../domain/whatif/answer.ts'
import { borneOut, effectsOf, type Levels, reachOf } from '../domain/whatif/effects.ts'
import { runFigures } from './figures.ts'
import { cant, type Told } from './told.ts'

/** The graph gives so many metrics in one table. */
const metricsAtOnce = 12
/** Where no result is named, so many of those that move are told. */
const resultsShown = 4

/** Works out what a question supposes: what else would be otherwise, and what the figures are as things stand. */
export async function supposed(meaning: Meaning, knowledge: Knowledge, graph: GraphClient): Promise<Told> {
  const { assumption } = meaning
  if (assumption?.kind === 'change') return changed(meaning, assumption, knowledge, graph)
  if (assumption?.kind === 'without') return withoutFirst(meaning, assumption, knowledge, graph)
  const left = meaning.where.filter(({ not }) => not)
  return withoutMembers(
    meaning,
    left,
    left.flatMap(({ members }) => members.map(({ label }) => label)),
    knowledge,
    graph,
  )
}

const query = (meaning: Meaning, metrics: readonly Metric[], where: readonly Filter[], { clock }: Knowledge) => ({
  metrics: metrics.map(({ name }) => name),
  period: periodInput(meaning.period),
  asOf: clock.asOf,
  ...conditionsOf(where),
})

const columnsOf = (table: Table): Column[] => table.columns.map(({ metric, ...column }) => ({ name: metric, ...column }))

async function changed(
  meaning: Meaning,
  assumption: Extract<Assumption, { kind: 'change' }>,
  knowledge: Knowledge,
  graph: GraphClient,
): Promise<Told> {
  const { metrics } = knowledge.catalogue
  const driver = metrics.find(({ domain, name }) => domain === assumption.domain && name === assumption.metric)
  if (!driver) return cant('The figure that is supposed to move is no longer there.')
  const wanted = meaning.metrics.filter((metric) => metric !== driver)
  const isReached = (metric: Metric): boolean => meaning.where.every(({ dimension }) => metric.dimensions.includes(dimension))
  const known = identitiesOf(metrics.filter(({ domain }) => domain === driver.domain))
  const reach = reachOf(driver, metrics, known).filter((metric) => knowledge.maySee(metric) && isReached(metric))
  const apart = wanted.find((metric) => !reach.includes(metric))
  if (apart)
    return cant(
      `Nothing that I know of ties ${driver.label.toLowerCase()} to ${apart.label.toLowerCase()}, so I would have to guess.`,
    )
  const asked = chunked(reach, metricsAtOnce).map(
    (some, index): Asked => ({
      alias: `${driver.domain}${index === 0 ? '' : index + 1}`,
      domain: driver.domain,
      query: query(meaning, some, meaning.where, knowledge),
    }),
  )
  const operation = operationFor(asked)
  const ran = await runFigures(graph, operation)
  if ('forbidden' in ran) return { kind: 'refused', reason: 'forbidden', text: ran.forbidden, operation }
  if ('unavailable' in ran) return { kind: 'failed', text: ran.unavailable, operation }
  const tables = [...ran.tables.values()]
  const figures: Levels = new Map(
    tables.flatMap(({ totals }) =>
      totals.flatMap(({ metric: name, value }) => {
        const metric = reach.find((one) => one.name === name)
        return metric && value !== null ? [[metric, Big(value)] as const] : []
      }),
    ),
  )
  const effects = effectsOf(assumption, driver, wanted, figures, borneOut(known, figures))
  if (!effects) return cant(`${driver.label} has no figure there, so nothing can be supposed of it.`)
  const still = wanted.find((metric) => !effects.assumed.has(metric))
  const absent = [still, driver].find((metric) => metric && (figures.get(metric)?.eq(0) ?? true))
  if (still && absent) return cant(`${absent.label} has no figure there, or is nought: nothing can be worked out from it.`)
  if (still)
    return cant(
      `How ${still.label.toLowerCase()} follows from ${driver.label.toLowerCase()} can’t be worked out from the figures that there are.`,
    )
  const columns = new Map(tables.flatMap(columnsOf).map((column) => [column.name, column]))
  const supposition = (metric: Metric): Supposition[] => {
    const [column, actual, assumed] = [columns.get(metric.name), figures.get(metric), effects.assumed.get(metric)]
    return column && actual && assumed ? [{ column, actual: actual.toFixed(), assumed: rounded(assumed, metric) }] : []
  }
  const moved = [...effects.assumed.keys()].filter(
    (metric) => metric !== driver && !effects.assumed.get(metric)?.eq(figures.get(metric) ?? 0),
  )
  const results = wanted.length > 0 ? wanted : moved.toSorted((a, b) => weight(a) - weight(b)).slice(0, resultsShown)
  const [supposedDriver] = supposition(driver)
  if (!supposedDriver) return cant(`${driver.label} has no figure there, so nothing can be supposed of it.`)
  const shown = results.flatMap(supposition)
  const [first] = tables
  return {
    kind: 'told',
    meaning: { ...meaning, metrics: [...results, driver] },
    operation,
    figures: supposedFigures([...shown, supposedDriver], {
      period: first?.period ?? { from: null, to: null },
      explain: tables
        .flatMap(({ explain }) => explain)
        .filter(({ metric }) => metric === driver.name || results.some(({ name }) => name === metric)),
    }),
    said: saidOfChange(meaning, supposedDriver, shown.length > 0 ? shown : [supposedDriver], effects.held),
  }
}

/** Money before counts before quotients. */
const weight = ({ unit, adds }: Metric): number => (unit === 'MONEY' ? 0 : 2) + (adds === 'NEVER' ? 1 : 0)

/** To the places that the figure is worth: what is computed is no more exact than what it is computed from. */
const rounded = (value: Big, { unit }: Metric): string => value.round(unit === 'RATIO' ? 12 : 6, Big.roundHalfEven).toFixed()

const chunked = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size))

async function withoutFirst(
  meaning: Meaning,
  { dimension: name, first, direction }: Extract<Assumption, { kind: 'without' }>,
  knowledge: Knowledge,
  graph: GraphClient,
): Promise<Told> {
  const [lead] = meaning.metrics
  const dimension = knowledge.catalogue.dimensions.find((one) => one.name === name && one.domain === lead?.domain)
  if (!lead || !dimension || !lead.dimensions.includes(name) || !knowledge.maySee(dimension))
    return cant(`${lead?.label ?? 'The figure'} has no ${name.toLowerCase().replaceAll('_', ' ')}, so none can be left out.`)
  const ranking = operationFor([
    {
      alias: lead.domain,
      domain: lead.domain,
      query: {
        ...query(meaning, [lead], meaning.where, knowledge),
        by: [name],
        orderBy: { metric: lead.name, of: 'VALUE', direction: direction.toUpperCase() },
        first,
      },
    },
  ])
  const ran = await runFigures(graph, ranking)
  if ('forbidden' in ran) return { kind: 'refused', reason: 'forbidden', text: ran.forbidden, operation: ranking }
  if ('unavailable' in ran) return { kind: 'failed', text: ran.unavailable, operation: ranking }
  const keys = [...ran.tables.values()].flatMap(({ rows }) =>
    rows.flatMap(({ keys: [key] }) => (key?.value == null ? [] : [key])),
  )
  if (keys.length === 0) return cant(`There is no ${dimension.label.toLowerCase()} with a figure there, so none can be left out.`)
  // Several may bear one name: the figures leave out by id, what was understood tells the names.
  const leaving = (by: 'id' | 'value'): Filter => ({
    dimension: name,
    not: true,
    members: keys.map((key) => ({ domain: lead.domain, dimension: name, value: key[by] ?? key.value ?? '', label: key.label })),
  })
  const left = leaving('id')
  const names = keys.map(({ label }) => label)
  const told = await withoutMembers({ ...meaning, where: [...meaning.where, left] }, [left], names, knowledge, graph)
  return told.kind === 'told' ? { ...told, meaning: { ...meaning, where: [...meaning.where, leaving('value')] } } : told
}

/** The figures without those whom a condition leaves out, beside the figures of all. */
async function withoutMembers(
  meaning: Meaning,
  left: readonly Filter[],
  names: readonly string[],
  knowledge: Knowledge,
  graph: GraphClient,
): Promise<Told> {
  const domains = [...Map.groupBy(meaning.metrics, ({ domain }) => domain)]
  const all = meaning.where.filter((filter) => !left.includes(filter))
  const operation = operationFor(
    domains.flatMap(([domain, metrics]) => [
      { alias: domain, domain, query: query(meaning, metrics, meaning.where, knowledge) },
      { alias: `${domain}Whole`, domain, query: query(meaning, metrics, all, knowledge) },
    ]),
  )
  const ran = await runFigures(graph, operation)
  if ('forbidden' in ran) return { kind: 'refused', reason: 'forbidden', text: ran.forbidden, operation }
  if ('unavailable' in ran) return { kind: 'failed', text: ran.unavailable, operation }
  const suppositions = domains.flatMap(([domain]) => {
    const [part, whole] = [ran.tables.get(domain), ran.tables.get(`${domain}Whole`)]
    return (part ? columnsOf(part) : []).flatMap((column): Supposition[] => {
      const value = (table: Table | undefined) => table?.totals.find(({ metric }) => metric === column.name)?.value ?? null
      const [assumed, actual] = [value(part), value(whole)]
      return assumed === null || actual === null ? [] : [{ column, actual, assumed }]
    })
  })
  if (suppositions.length === 0) return cant('There are no figures there, with or without.')
  const [first] = ran.tables.values()
  const basis = {
    period: first?.period ?? { from: null, to: null },
    explain: [...ran.tables.values()].flatMap(({ explain }) => explain),
  }
  return {
    kind: 'told',
    meaning,
    operation,
    figures: supposedFigures(suppositions, basis),
    said: saidWithout(meaning, names, suppositions),
  }
}
