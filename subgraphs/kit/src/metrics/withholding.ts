import { setImmediate } from 'node:timers/promises'
import type { ViewerTransaction } from '@aems/drizzle/client.ts'
import { sql } from 'drizzle-orm'
import { badInput } from '../errors.ts'
import { metricLabel } from './catalogue.ts'
import { sourceFor } from './columns.ts'
import type { Measure, Withholding } from './definition.ts'
import { type FactCondition, isAsOfADay } from './fact-rows.ts'
import { neededMetrics } from './plan.ts'
import type { Resolved } from './resolved.ts'
import { compileScan } from './scan.ts'
import { commas, name } from './sql.ts'
import { type PeopleCell, splitsWithheld, withheldCells } from './suppression.ts'
import { framed, type Side, upToToday } from './windows.ts'

/** The cells of a metric that are kept back on one side: of rows by place and keys, and whether the totals are. */
export interface WithheldCells {
  readonly totals: boolean
  readonly rows: readonly { readonly place: number; readonly keys: readonly string[] }[]
}

/** What is kept back of a metric. */
export interface MetricWithheld {
  readonly value: WithheldCells
  readonly previous: WithheldCells | null
}

/** More would take too long to look through. */
const mostDimensions = 6

/** Finds, for each metric about few people, the cells whose figures are kept back; nothing for the others. */
export async function findWithheld<Metric extends string, Dimension extends string>(
  tx: ViewerTransaction,
  resolved: Resolved<Metric, Dimension>,
): Promise<ReadonlyMap<Metric, MetricWithheld>> {
  const { catalogue, query, current, previous } = resolved
  const found = new Map<Metric, MetricWithheld>()
  const alike = new Map<Withholding<Dimension>, Map<string, MetricWithheld>>()
  for (const metric of neededMetrics(query)) {
    const { withhold } = catalogue.metrics[metric]
    if (withhold === undefined) continue
    // Metrics about the same people, under the same conditions, are kept back alike.
    const known = alike.get(withhold) ?? new Map<string, MetricWithheld>()
    alike.set(withhold, known)
    const conditions = resolved.where.map((condition) => condition.limits(metric)).join()
    const on = async (side: Side) =>
      withheldOn(await people(tx, resolved, metric, withhold, side), query.by?.length ?? 0, withhold)
    const cells = known.get(conditions) ?? { value: await on(current), previous: previous && (await on(previous)) }
    known.set(conditions, cells)
    found.set(metric, cells)
  }
  return found
}

/** People of one bucket, told apart by all members of the split and of the conditions. */
interface People extends PeopleCell {
  readonly place: number
  /** For each condition's dimension, whether it admits the member. */
  readonly admitted: readonly boolean[]
}

async function people<Metric extends string, Dimension extends string>(
  tx: ViewerTransaction,
  resolved: Resolved<Metric, Dimension>,
  metric: Metric,
  withhold: Withholding<Dimension>,
  side: Side,
): Promise<People[]> {
  const by = resolved.query.by ?? []
  const conditions = [
    ...Map.groupBy(
      resolved.where.filter((each) => each.limits(metric)),
      ({ dimension }) => dimension,
    ),
  ]
  if (by.length + conditions.length > mostDimensions) {
    throw badInput(
      `${metricLabel(resolved.catalogue, metric)} can be split by and limited to at most ${mostDimensions} dimensions at once; name fewer.`,
    )
  }
  const cells = new Map<string, { cell: People; people: number[] }>()
  for (const [kind, measure] of withhold.people.entries()) {
    for (const row of await peopleOf(tx, resolved.asOf, measure, by, conditions, side)) {
      const at = JSON.stringify([row.place, row.at])
      const known = cells.get(at)?.people ?? withhold.people.map(() => 0)
      known[kind] = row.count
      cells.set(at, { cell: { place: row.place, at: row.at, admitted: row.admitted, people: known }, people: known })
    }
  }
  return [...cells.values()].map(({ cell }) => cell)
}

async function peopleOf<Dimension extends string>(
  tx: ViewerTransaction,
  asOf: string,
  measure: Measure<Dimension>,
  by: readonly Dimension[],
  conditions: readonly (readonly [Dimension, readonly FactCondition<Dimension>[]])[],
  whole: Side,
) {
  const dimensions = [...by, ...conditions.map(([dimension]) => dimension)]
  const source = sourceFor(measure, dimensions)
  const side = framed(isAsOfADay(source.fact) ? upToToday(whole, asOf) : whole)
  if (side.windows.length === 0) return []
  const rows = { fact: source.fact, by: dimensions, where: [] }
  const parts = [{ side, after: 0, columns: [{ column: 'people', of: 'people' }] }]
  const {
    name: table,
    body,
    parts: [read],
  } = compileScan({ ...rows, id: 0, side, whole, parts, columns: [{ column: 'people', source }] })
  if (read === undefined) return []
  const keys = dimensions.map((_, index) => name(`key${index}`))
  const admitted = conditions.map(([, each], index) => {
    const key = name(`key${by.length + index}`)
    return sql`coalesce(${sql.join(
      each.map(({ holds }) => sql`(${holds(key)})`),
      sql` and `,
    )}, false) as ${name(`admitted${index}`)}`
  })
  const columns = [
    name('place'),
    ...keys.map((key, index) => sql`coalesce(${key}::text, '') as ${name(`at${index}`)}`),
    ...admitted,
    ...read.figures.map(({ row }) => sql`(${row})::int as count`),
  ]
  const found = await tx.execute<Record<string, unknown>>(
    sql`with ${name(table)} as (${body}) select ${commas(columns)} ${read.everyRow}`,
  )
  return found.map((row) => ({
    place: Number(row['place']),
    at: keys.map((_, index) => String(row[`at${index}`])),
    admitted: conditions.map((_, index) => row[`admitted${index}`] === true),
    count: Number(row['count']),
  }))
}

/** Decides which cells are kept back. The first `split` dimensions of the people are the rows'; the others have conditions. */
async function withheldOn(all: readonly People[], split: number, { fewerThan }: Withholding<string>): Promise<WithheldCells> {
  const places = Map.groupBy(all, ({ place }) => place)
  const whole = places.get(0) ?? places.get(1) ?? []
  const rows: { place: number; keys: readonly string[] }[] = []
  for (const [place, cells] of places) {
    if (place === 0) continue
    // Others are served between one bucket and the next.
    await setImmediate()
    const isWithheld = decide(cells, split, fewerThan)
    for (const [first] of Map.groupBy(cells, ({ at }) => JSON.stringify(at.slice(0, split))).values()) {
      const keys = first?.at.slice(0, split) ?? []
      if (isWithheld(keys)) rows.push({ place, keys })
    }
  }
  return { totals: decide(whole, split, fewerThan)(null), rows }
}

/** Whether the row of these keys is kept back in a bucket, or the total where there are none. */
function decide(cells: readonly People[], split: number, fewerThan: number): (keys: readonly string[] | null) => boolean {
  const dimensions = cells[0]?.at.length ?? 0
  // What a condition admits is one member; what it doesn't remains apart.
  const merged = cells.map(({ at, people, admitted }) => ({
    at: at.map((member, index) => (index >= split && admitted[index - split] ? '+' : `-${member}`)),
    people,
  }))
  const isWithheld = withheldCells(merged, dimensions, fewerThan)
  return (keys) => {
    const at = Array.from({ length: dimensions }, (_, index) => (index >= split ? '+' : keys === null ? null : `-${keys[index]}`))
    if (isWithheld(at)) return true
    const within = cells.filter(({ at: own }) => keys === null || keys.every((key, index) => own[index] === key))
    return Array.from({ length: dimensions - split }, (_, condition) => condition).some((condition) =>
      splitsWithheld(alongCondition(within, split, condition), fewerThan),
    )
  }
}

/** The members of a condition's dimension, among the people whom the other conditions admit. */
function alongCondition(cells: readonly People[], split: number, condition: number) {
  const admittedByOthers = cells.filter(({ admitted }) => admitted.every((each, index) => each || index === condition))
  return admittedByOthers.map(({ at, people, admitted }) => ({
    at: [at[split + condition] ?? ''],
    people,
    chosen: admitted[condition] ?? false,
  }))
}
