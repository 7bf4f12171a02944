import type { Dimension, Metric } from '@aems/schema/catalogue.ts'
import Big from 'big.js'
import { divided } from '../answer/decimal.ts'
import type { AnswerRow, Cell, Column, Figures, Table, TableRow } from '../answer/figures.ts'
import { additive, bySides, type Contribution, ofQuotient, priceVolumeMix, sum, telling } from './contribution.ts'
import type { WhyPlan } from './plan.ts'

/** What moved a figure as a whole: price, volume and mix of money, or the two sides of a quotient. */
export interface Effect {
  readonly name: string
  readonly label: string
  readonly value: string
}

/** Why a figure changed. */
export interface Why {
  readonly metric: Metric
  /** The split that tells most; null where there is none. */
  readonly by: Dimension | null
  readonly figures: Figures
  readonly effects: readonly Effect[]
  /** Whether the contributions of the members sum to the change. */
  readonly isExact: boolean
}

const zero = Big(0)
const big = (value: string | null | undefined): Big => (value == null ? zero : Big(value))
const before = (cell: Cell | undefined): string | null => cell?.target ?? cell?.previous ?? null
const cellOf = (cells: readonly Cell[], { name }: Metric): Cell | undefined => cells.find(({ metric }) => metric === name)
const moved = (cell: Cell | undefined) => ({ before: big(before(cell)), after: big(cell?.value) })
/** What was not counted then and is now: some figures are nought where there is nothing, others absent. */
const keyOf = (row: TableRow): string => JSON.stringify(row.keys.map(({ value, id }) => [value, id]))

/** To as many places as the graph gives quotients. */
const shownAs = (value: Big): string => value.round(12, Big.roundHalfEven).toFixed()

interface Split {
  readonly by: Dimension
  readonly table: Table
  readonly contributions: readonly Contribution[]
  readonly score: number
}

/** Splits the change of the figure over the members of a dimension; undefined where that leaves a rest. */
function splitOver(by: Dimension, table: Table, { metric, sides }: WhyPlan, change: Big): Split | undefined {
  if (table.rowCount > table.rows.length) return undefined
  const parts = table.rows.map((row) => ({ key: keyOf(row), ...moved(cellOf(row.cells, metric)) }))
  if (metric.adds !== 'NEVER') {
    const contributions = additive(parts)
    if (!sum(contributions.map((one) => one.change)).eq(change)) return undefined
    return { by, table, contributions, score: telling(parts, contributions) }
  }
  if (!sides) return undefined
  const quotients = table.rows.map((row) => ({
    key: keyOf(row),
    of: moved(cellOf(row.cells, sides.of)),
    per: moved(cellOf(row.cells, sides.per)),
  }))
  const contributions = ofQuotient(quotients)
  if (!contributions) return undefined
  const rest = sum(contributions.map((one) => one.change))
    .minus(change)
    .abs()
  // Quotients have no end of digits; a rest beyond their rounding is one of the definition.
  if (rest.gt('0.00000001')) return undefined
  const weights = quotients.map(({ key, per }) => ({ key, ...per }))
  return { by, table, contributions, score: telling(weights, contributions) }
}

/** Puts together why the figure changed, out of the tables that `splitQuestions` asked for. */
export function whyOf(plan: WhyPlan, tables: ReadonlyMap<string, Table>): Why | undefined {
  const { metric } = plan
  const whole = tables.get('whole')
  const total = whole && cellOf(whole.totals, metric)
  if (!whole || total?.value == null || before(total) === null) return undefined
  const { before: then, after: now } = moved(total)
  const change = now.minus(then)
  const tried = plan.splits.flatMap((by, index) => {
    const table = tables.get(`split${index}`)
    return table && table.rows.length > 1 ? [{ by, table }] : []
  })
  const [exact] = tried.flatMap(({ by, table }) => splitOver(by, table, plan, change) ?? []).toSorted((a, b) => b.score - a.score)
  const [other] = tried
  const shown = exact ?? (other && { ...other, contributions: null })
  const effects = effectsOf(plan, tables)
  return {
    metric,
    by: shown?.by ?? null,
    figures: figuresOf(metric, whole, total, shown?.table ?? null, exact?.contributions ?? null, change, effects),
    effects,
    isExact: exact !== undefined,
  }
}

function effectsOf({ metric, sides, pieces }: WhyPlan, tables: ReadonlyMap<string, Table>): Effect[] {
  const whole = tables.get('whole')
  if (sides && whole) {
    const [of, per] = [cellOf(whole.totals, sides.of), cellOf(whole.totals, sides.per)]
    const both = of?.value != null && per?.value != null ? bySides(moved(of), moved(per)) : undefined
    return both
      ? [
          { name: 'numerator', label: sides.of.label, value: shownAs(both.of) },
          { name: 'denominator', label: sides.per.label, value: shownAs(both.per) },
        ]
      : []
  }
  const sold = tables.get('sold')
  if (!pieces || !sold || sold.rowCount > sold.rows.length) return []
  const split = priceVolumeMix(
    sold.rows.map(({ cells }) => ({ money: moved(cellOf(cells, metric)), pieces: moved(cellOf(cells, pieces.metric)) })),
  )
  const change = whole && moved(cellOf(whole.totals, metric))
  const isWhole =
    split && change && sum([split.volume, split.price, split.mix]).round(9).eq(change.after.minus(change.before).round(9))
  return split && isWhole
    ? [
        { name: 'volume', label: 'volume', value: shownAs(split.volume) },
        { name: 'price', label: 'price', value: shownAs(split.price) },
        { name: 'mix', label: 'mix', value: shownAs(split.mix) },
      ]
    : []
}

function figuresOf(
  metric: Metric,
  whole: Table,
  total: Cell,
  split: Table | null,
  contributions: readonly Contribution[] | null,
  change: Big,
  effects: readonly Effect[],
): Figures {
  const [column] = whole.columns
    .filter((one) => one.metric === metric.name)
    .map(({ metric: name, ...rest }): Column => ({ name, ...rest }))
  const known = new Map(contributions?.map((one) => [one.key, one.change]))
  const rowOf = (keys: TableRow['keys'], cell: Cell | undefined, contribution: Big | undefined): AnswerRow => ({
    keys: Object.fromEntries(keys.map((key) => [key.dimension, key.value])),
    labels: Object.fromEntries(keys.map((key) => [key.dimension, key.label])),
    ids: Object.fromEntries(keys.map((key) => [key.dimension, key.id])),
    period: null,
    values: {
      [metric.name]: cell?.value ?? null,
      ...(contribution && {
        contribution: shownAs(contribution),
        contributionShare: divided(contribution.toFixed(), change.toFixed()),
      }),
    },
    previous: { [metric.name]: before(cell) },
    change: {
      [metric.name]: big(cell?.value)
        .minus(big(before(cell)))
        .toFixed(),
    },
    changeRatio: {
      [metric.name]: divided(
        big(cell?.value)
          .minus(big(before(cell)))
          .toFixed(),
        big(before(cell)).abs().toFixed(),
      ),
    },
  })
  const weigh = (row: AnswerRow): Big => Big(row.values['contribution'] ?? row.change?.[metric.name] ?? 0)
  const rows = (split?.rows ?? [])
    .map((row) => rowOf(row.keys, cellOf(row.cells, metric), known.get(keyOf(row))))
    .toSorted((a, b) => (change.lt(0) ? weigh(a).cmp(weigh(b)) : weigh(b).cmp(weigh(a))))
  const sole = rowOf([], total, contributions ? change : undefined)
  const totalRow = { ...sole, values: { ...sole.values, ...Object.fromEntries(effects.map(({ name, value }) => [name, value])) } }
  const added: Column[] =
    column && contributions
      ? [
          { ...column, name: 'contribution', label: 'Contribution', better: 'NEITHER' },
          { name: 'contributionShare', label: 'Share of the change', unit: 'RATIO', better: 'NEITHER', currency: null },
        ]
      : []
  return {
    columns: column ? [column, ...added] : [],
    rows: rows.length > 0 ? rows : [totalRow],
    totals: totalRow.values,
    totalRow,
    rowCount: Math.max(1, split?.rowCount ?? 1),
    period: whole.period,
    comparedTo: whole.comparedTo,
    explain: whole.explain.filter((one) => one.metric === metric.name),
  }
}
