import type { Metric } from '@aems/schema/catalogue.ts'
import Big from 'big.js'
import type { Identity } from '../identities.ts'
import type { Assumption } from '../meaning.ts'

/** Figures as they are or as they would be, by metric. */
export type Levels = ReadonlyMap<Metric, Big>

/** What an assumption comes to: the figures that move, and what is taken to stay as it is. */
export interface Effects {
  readonly assumed: Levels
  readonly held: readonly Metric[]
}

const nameOf = (metric: Metric): string => `${metric.domain}.${metric.name}`

/**
 * Relations that no definition tells, because what ties them is no figure of the catalogue.
 * Of a discount d, revenue keeps 1 − d of the list price. What operations earn more, the bottom line does too: depreciation,
 * interest and tax are held.
 */
const stated: readonly { readonly from: string; readonly to: string; readonly move: (from: Move, to: Big) => Big }[] = [
  {
    from: 'sales.DISCOUNT_RATE',
    to: 'sales.NET_REVENUE',
    move: ({ was, now }, to) => (was.eq(1) ? to : to.times(Big(1).minus(now)).div(Big(1).minus(was))),
  },
  { from: 'finance.OPERATING_INCOME', to: 'finance.EBITDA', move: ({ was, now }, to) => to.plus(now.minus(was)) },
  { from: 'finance.OPERATING_INCOME', to: 'finance.NET_INCOME', move: ({ was, now }, to) => to.plus(now.minus(was)) },
]

interface Move {
  readonly was: Big
  readonly now: Big
}

/** The metrics that may move with one, in up to so many steps: what must be asked for before anything can be computed. */
export function reachOf(driver: Metric, metrics: readonly Metric[], identities: readonly Identity[], steps = 3): Metric[] {
  const reached = new Set([driver])
  for (let step = 0; step < steps; step++) {
    for (const identity of identities) {
      const all = membersOf(identity)
      if (all.some((metric) => reached.has(metric))) for (const metric of all) reached.add(metric)
    }
    for (const { from, to } of stated) {
      const target = metrics.find((metric) => nameOf(metric) === to)
      if (target && [...reached].some((metric) => nameOf(metric) === from)) reached.add(target)
    }
  }
  return [...reached]
}

const membersOf = (identity: Identity): Metric[] =>
  identity.kind === 'quotient' ? [identity.metric, identity.of, ...identity.per] : [identity.metric, identity.from, identity.less]

/** Those identities that the figures themselves bear out, to a millionth; a definition read amiss is not computed with. */
export function borneOut(identities: readonly Identity[], figures: Levels): Identity[] {
  return identities.filter((identity) => {
    const values = membersOf(identity).map((metric) => figures.get(metric))
    if (values.some((value) => value === undefined)) return false
    const [whole = Big(0), first = Big(0), ...rest] = values.filter((value) => value !== undefined)
    const other = rest.reduce((sum, value) => sum.plus(value), Big(0))
    if (identity.kind === 'quotient' && other.eq(0)) return false
    const computed = identity.kind === 'quotient' ? first.div(other) : first.minus(other)
    return whole.minus(computed).abs().lte(whole.abs().div(1_000_000).plus('0.00000001'))
  })
}

/** Money of which a quotient tells the mean per thing: more things bring more of it. */
const isPerThing = ({ of, per }: Extract<Identity, { kind: 'quotient' }>): boolean =>
  per.every((metric) => metric.unit === 'COUNT') && of.adds === 'ALWAYS'

/** A part of the money that it divides by, such as profit in revenue. */
const isPartOfMoney = ({ metric, of, per }: Extract<Identity, { kind: 'quotient' }>): boolean =>
  metric.unit === 'RATIO' && of.unit === 'MONEY' && per.every(({ unit }) => unit === 'MONEY')

/** Prices and discounts move money at the same cost. */
const isPrice = ({ label }: Metric): boolean => /\b(price|discount)\b/i.test(label)

/**
 * What follows where one figure moves. Of `r = a ÷ b`: where r moves, a follows and b is held; where a moves, r follows;
 * where b moves, a follows at the same r if r is a mean per thing (more orders at the same value each) or a part of the money
 * (profit at the same margin, but at the same cost where prices moved), else r follows and a is held (runway of the cash there
 * is). Of `d = a − b`, d follows. What is asked for always follows where it can.
 */
export function effectsOf(
  { by, value }: Extract<Assumption, { kind: 'change' }>,
  driver: Metric,
  asked: readonly Metric[],
  figures: Levels,
  identities: readonly Identity[],
): Effects | undefined {
  const was = figures.get(driver)
  if (was === undefined) return undefined
  const assumed = new Map([[driver, by === 'to' ? Big(value) : by === 'factor' ? was.times(value) : was.plus(value)]])
  const held = new Set<Metric>()
  const now = (metric: Metric): Big => assumed.get(metric) ?? figures.get(metric) ?? Big(0)
  const ratio = (metric: Metric): Big | undefined => {
    const before = figures.get(metric) ?? Big(0)
    return before.eq(0) ? undefined : now(metric).div(before)
  }
  const set = (metric: Metric, to: Big | undefined, ...keeping: readonly Metric[]): Metric[] => {
    if (to === undefined || assumed.has(metric) || !figures.has(metric)) return []
    assumed.set(metric, to)
    for (const one of keeping) if (!assumed.has(one)) held.add(one)
    return [metric]
  }
  const times = (metric: Metric, factor: Big | undefined): Big | undefined =>
    factor && (figures.get(metric) ?? Big(0)).times(factor)
  const follow = (moved: Metric): Metric[] =>
    identities.flatMap((identity): Metric[] => {
      if (identity.kind === 'difference') {
        const { metric, from, less } = identity
        if (moved !== from && moved !== less) return []
        // At the same margin profit follows revenue, whatever that costs.
        if (moved === from && identities.some((one) => one.kind === 'quotient' && one.of === metric && one.per.includes(from)))
          return []
        return set(metric, now(from).minus(now(less)), moved === from ? less : from)
      }
      const { metric, of, per } = identity
      const [only] = per
      if (moved === metric) return set(of, times(of, ratio(metric)), ...per)
      const followed = per.length === 1 && only ? ratioOf(times(metric, ratio(of)), ratio(only)) : times(metric, ratio(of))
      if (moved === of) return set(metric, followed, ...per)
      if (moved !== only) return []
      if (asked.includes(metric) && moved === driver) return set(metric, followed, of)
      if (isPartOfMoney(identity) && isPrice(driver)) {
        const change = now(moved).minus(figures.get(moved) ?? Big(0))
        return set(of, (figures.get(of) ?? Big(0)).plus(change))
      }
      return isPerThing(identity) || isPartOfMoney(identity)
        ? set(of, times(of, ratio(moved)), metric)
        : set(metric, followed, of)
    })
  const queue = [driver]
  for (let next = queue.shift(); next; next = queue.shift()) {
    const moved = next
    queue.push(...follow(moved))
    for (const { from, to, move } of stated) {
      const target = [...figures.keys()].find((metric) => nameOf(metric) === to)
      const before = target && figures.get(target)
      if (nameOf(moved) === from && target && before)
        queue.push(...set(target, move({ was: figures.get(moved) ?? Big(0), now: now(moved) }, before)))
    }
  }
  for (const [metric, value] of assumed)
    if (metric !== driver && isSame(value, figures.get(metric) ?? Big(0))) assumed.set(metric, figures.get(metric) ?? value)
  return { assumed, held: [...held].filter((metric) => !assumed.has(metric)) }
}

/** Quotients have no end of digits: what differs in the last of them has not moved. */
const isSame = (a: Big, b: Big): boolean => a.minus(b).abs().lte(b.abs().div(1_000_000_000))

const ratioOf = (value: Big | undefined, by: Big | undefined): Big | undefined =>
  value === undefined || by === undefined || by.eq(0) ? undefined : value.div(by)
