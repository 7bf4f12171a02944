import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Fact, Join, Reach, WindowSql } from './definition.ts'

/** A condition on a fact, whose members are known. */
export interface FactCondition<Dimension extends string> {
  readonly dimension: Dimension
  readonly holds: (key: SQLWrapper) => SQL
}

/** Joins in the order in which they stand, each once. */
function joinsInOrder(joins: readonly Join[]): Join[] {
  const found = new Set<Join>()
  const add = (join: Join) => {
    for (const before of join.after ?? []) add(before)
    found.add(join)
  }
  for (const join of joins) add(join)
  return [...found]
}

/** Whether a figure over the facts is as of the last day of the period or bucket. */
export const isAsOfADay = ({ timing }: Pick<Fact<string>, 'timing'>): boolean => timing.kind === 'asOf' || timing.kind === 'upTo'

/** How the fact reaches a dimension that has been checked to be reached. */
export function reach<Dimension extends string>(fact: Fact<Dimension>, dimension: Dimension): Reach {
  const found = fact.dimensions[dimension]
  if (found === undefined) throw new TypeError(`${fact.name} does not reach ${dimension}.`)
  return found
}

/** All days that there are. */
export const always: WindowSql = { from: sql`'-infinity'::date`, to: sql`'infinity'::date` }

/** What a fact knows a member by, over the days asked about. */
export const keyOf = ({ key }: Reach, window: WindowSql = always): SQLWrapper => (typeof key === 'function' ? key(window) : key)

/** Whether the fact's usual condition is lifted: what it would hide was asked for by name. */
const isLifted = <Dimension extends string>(fact: Fact<Dimension>, asked: readonly Dimension[]): boolean =>
  fact.unless?.dimensions.some((dimension) => asked.includes(dimension)) ?? true

const askedOf = <Dimension extends string>(by: readonly Dimension[], where: readonly FactCondition<Dimension>[]): Dimension[] => [
  ...by,
  ...where.map(({ dimension }) => dimension),
]

/** Which rows of a fact are asked for. */
export interface AskedRows<Dimension extends string> {
  readonly fact: Fact<Dimension>
  readonly by: readonly Dimension[]
  readonly where: readonly FactCondition<Dimension>[]
}

/** The tables joined to the fact's own. */
export function joinsFor<Dimension extends string>({ fact, by, where }: AskedRows<Dimension>): Join[] {
  return joinsInOrder(askedOf(by, where).flatMap((dimension) => reach(fact, dimension).through ?? []))
}

/** What is left out unasked, as a sentence. */
export function remarkOf<Dimension extends string>({ fact, by, where }: AskedRows<Dimension>): string | null {
  return fact.unless && !isLifted(fact, askedOf(by, where)) ? fact.unless.inWords : null
}

/**
 * The tables and conditions of a fact's rows, shared by figures and by the lists of the records behind them. `window` holds
 * the days asked about, for conditions on what depends on them.
 */
export function rowsOf<Dimension extends string>(
  fact: Fact<Dimension>,
  where: readonly FactCondition<Dimension>[],
  by: readonly Dimension[] = [],
  window: WindowSql = always,
): { readonly from: SQL; readonly where: SQL[] } {
  const asked = askedOf(by, where)
  const joins = joinsFor({ fact, by, where }).map((join) => join.sql)
  return {
    from: sql.join([fact.from, ...joins], sql` `),
    where: [
      ...(fact.unless && !isLifted(fact, asked) ? [fact.unless.where] : []),
      ...where.map(({ dimension, holds }) => holds(keyOf(reach(fact, dimension), window))),
    ],
  }
}
