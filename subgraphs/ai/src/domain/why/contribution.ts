import Big from 'big.js'

/** One member's part of a figure, before and after. */
export interface Part {
  readonly key: string
  readonly before: Big
  readonly after: Big
}

/** What a member adds to the change of the whole. Contributions sum to the change exactly. */
export interface Contribution {
  readonly key: string
  readonly change: Big
}

/** Quotients to so many places that a sum of many is right to the last that is shown. */
const Precise = Big()
Precise.DP = 40

const zero = Big(0)
export const sum = (values: readonly Big[]): Big => values.reduce((total, value) => total.plus(value), zero)

/** Of a figure that adds up, each member adds the change of its own part. */
export const additive = (parts: readonly Part[]): Contribution[] =>
  parts.map(({ key, before, after }) => ({ key, change: after.minus(before) }))

/** Numerator and denominator of a member's part of a quotient, before and after. */
export interface QuotientPart {
  readonly key: string
  readonly of: { readonly before: Big; readonly after: Big }
  readonly per: { readonly before: Big; readonly after: Big }
}

/** What a member adds to the change of a quotient: by its own change, and by its weight in the whole becoming another. */
export interface QuotientContribution extends Contribution {
  readonly own: Big
  readonly weight: Big
}

const mean = (a: Big, b: Big): Big => a.plus(b).div(2)
const quotient = (a: Big, b: Big): Big => (b.eq(0) ? zero : Precise(a).div(b))

/**
 * Splits the change of a quotient over members without a rest: with weights w = per ÷ Σ per and quotients r = of ÷ per,
 * Δ(Σ w·r) = Σ w̄·Δr + Σ Δw·(r̄ − R̄), a bar being the mean of before and after. It is the symmetric split of a change of a
 * weighted sum (T. L. Bennet, “The theory of measurement of changes in cost of living”, JRSS 83, 1920); taking r̄ from the
 * whole's own mean R̄ moves nothing in the sum, as weights sum to one, and makes a member that grows count only by how
 * far it lies off the whole. Undefined where the whole had or has no denominator.
 */
export function ofQuotient(parts: readonly QuotientPart[]): QuotientContribution[] | undefined {
  const total = (side: 'before' | 'after') => ({
    of: sum(parts.map(({ of }) => of[side])),
    per: sum(parts.map(({ per }) => per[side])),
  })
  const [before, after] = [total('before'), total('after')]
  if (before.per.eq(0) || after.per.eq(0)) return undefined
  const whole = mean(quotient(before.of, before.per), quotient(after.of, after.per))
  // A part over nothing can't be weighed: what it holds would be left out, and nothing would say so.
  if (parts.some(({ of, per }) => (per.before.eq(0) && !of.before.eq(0)) || (per.after.eq(0) && !of.after.eq(0))))
    return undefined
  return parts.map(({ key, of, per }) => {
    const weights = [quotient(per.before, before.per), quotient(per.after, after.per)] as const
    // Who was not there yet is taken to have been like now: all it brings is by its weight.
    const then = per.before.eq(0) ? quotient(of.after, per.after) : quotient(of.before, per.before)
    const now = per.after.eq(0) ? then : quotient(of.after, per.after)
    const own = mean(...weights).times(now.minus(then))
    const weight = weights[1].minus(weights[0]).times(mean(then, now).minus(whole))
    return { key, own, weight, change: own.plus(weight) }
  })
}

/** What a quotient's numerator and denominator each add to its change: exact, each taken at the mean of the other. */
export function bySides(of: Omit<Part, 'key'>, per: Omit<Part, 'key'>): { readonly of: Big; readonly per: Big } | undefined {
  if (per.before.eq(0) || per.after.eq(0)) return undefined
  const inverse = { before: Precise(1).div(per.before), after: Precise(1).div(per.after) }
  return {
    of: of.after.minus(of.before).times(mean(inverse.before, inverse.after)),
    per: inverse.after.minus(inverse.before).times(mean(of.before, of.after)),
  }
}

/** Money and pieces of one product, before and after. */
export interface Sold {
  readonly money: { readonly before: Big; readonly after: Big }
  readonly pieces: { readonly before: Big; readonly after: Big }
}

/**
 * How much of a change of money is by prices, by the number of pieces, and by which pieces: the sales-price, sales-quantity
 * and sales-mix variances of cost accounting (C. T. Horngren, S. M. Datar, M. V. Rajan, Cost Accounting, 15th ed., ch. 14).
 * Price: what each product's change of price makes of the pieces sold now. Volume: the change of all pieces at the mean price
 * before. Mix: the rest, so that the three sum to the change; what is new or gone is in it, having one price only.
 */
export function priceVolumeMix(
  products: readonly Sold[],
): { readonly price: Big; readonly volume: Big; readonly mix: Big } | undefined {
  const money = { before: sum(products.map((each) => each.money.before)), after: sum(products.map((each) => each.money.after)) }
  const pieces = {
    before: sum(products.map((each) => each.pieces.before)),
    after: sum(products.map((each) => each.pieces.after)),
  }
  if (pieces.before.lte(0) || pieces.after.lte(0)) return undefined
  const price = sum(
    products
      .filter((each) => each.pieces.before.gt(0) && each.pieces.after.gt(0))
      .map((each) => each.money.after.minus(quotient(each.pieces.after.times(each.money.before), each.pieces.before))),
  )
  const volume = quotient(pieces.after.minus(pieces.before).times(money.before), pieces.before)
  return { price, volume, mix: money.after.minus(money.before).minus(price).minus(volume) }
}

/**
 * How well a split explains a change: how much of it at most three members bear, beyond what they would bear had every member
 * changed alike. From 0, all alike, to 1. Few members and surprising ones: R. Bhagwan et al., “Adtributor: revenue debugging in
 * advertising systems”, NSDI 2014.
 */
export function telling(parts: readonly Part[], contributions: readonly Contribution[]): number {
  const change = sum(contributions.map((one) => one.change))
  const base = sum(parts.map(({ before }) => before.abs()))
  if (change.eq(0) || parts.length < 2) return 0
  const before = new Map(parts.map((part) => [part.key, part.before]))
  const sorted = contributions.toSorted((a, b) => (change.gt(0) ? b.change.cmp(a.change) : a.change.cmp(b.change)))
  let best = 0
  for (let count = 1; count <= Math.min(3, parts.length - 1); count++) {
    const few = sorted.slice(0, count)
    const borne = sum(few.map((one) => one.change))
      .div(change)
      .toNumber()
    const share = base.eq(0)
      ? count / parts.length
      : sum(few.map(({ key }) => (before.get(key) ?? zero).abs()))
          .div(base)
          .toNumber()
    best = Math.max(best, Math.min(1, borne) - share - 0.05 * (count - 1))
  }
  return Math.max(0, best)
}
