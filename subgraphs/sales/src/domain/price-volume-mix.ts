/** What a member sold in two periods, in ten-thousandths of units and of the currency. */
export interface SoldInTwo {
  readonly before: { readonly units: bigint; readonly revenue: bigint }
  readonly now: { readonly units: bigint; readonly revenue: bigint }
}

/** What made its revenue differ, in ten-thousandths. price + volume + mix + gained − lost is the difference, exactly. */
export interface Effects {
  readonly price: bigint
  readonly volume: bigint
  readonly mix: bigint
  readonly gained: bigint
  readonly lost: bigint
}

/**
 * Splits the difference of revenue into what prices, volume and mix brought, for each member.
 *
 * Of members that sold in both periods, with revenue R, units q, their price R ÷ q and the units of all of them Q, before (0)
 * and now (1): price = R₁ − R₀ q₁/q₀, volume = R₀ (Q₁/Q₀ − 1), mix = R₀ (q₁/q₀ − Q₁/Q₀). These are the sales-price, the
 * sales-quantity and the sales-mix variance (Horngren, Datar and Rajan, Cost Accounting, chapter 14). Members that sold in
 * one of the periods alone have no price in the other: their revenue is gained or lost.
 *
 * The three are exact fractions; rounded to ten-thousandths by largest remainders, they still sum to the difference.
 */
export function priceVolumeMix(sold: readonly SoldInTwo[]): Effects[] {
  const lasting = sold.filter(lasts)
  const unitsBefore = sum(lasting.map(({ before }) => before.units))
  const unitsNow = sum(lasting.map(({ now }) => now.units))
  return sold.map((member) => {
    if (!lasts(member)) return comingOrGoing(member)
    const { before, now } = member
    const scale = before.units * unitsBefore
    const atOldPrice = before.revenue * now.units * unitsBefore
    const atOldMix = before.revenue * unitsNow * before.units
    const [price = 0n, volume = 0n, mix = 0n] = settled(
      [now.revenue * scale - atOldPrice, atOldMix - before.revenue * scale, atOldPrice - atOldMix],
      scale,
    )
    return { price, volume, mix, gained: 0n, lost: 0n }
  })
}

/** A price needs units; they are more than none wherever goods are sold. */
const lasts = ({ before, now }: SoldInTwo): boolean => before.units > 0n && now.units > 0n

function comingOrGoing({ before, now }: SoldInTwo): Effects {
  return { price: 0n, volume: 0n, mix: 0n, gained: now.revenue, lost: before.revenue }
}

const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n)

/** The numerators over a positive scale as whole numbers of the same sum, which is whole: largest-remainder (Hamilton) method. */
function settled(numerators: readonly bigint[], scale: bigint): bigint[] {
  const floors = numerators.map((value) => (value - remainder(value, scale)) / scale)
  let missing = sum(numerators) / scale - sum(floors)
  const largestFirst = numerators
    .map((value, index) => ({ index, left: remainder(value, scale) }))
    .sort((a, b) => (a.left === b.left ? a.index - b.index : a.left > b.left ? -1 : 1))
  const rounded = new Set<number>()
  for (const { index } of largestFirst) {
    if (missing <= 0n) break
    rounded.add(index)
    missing -= 1n
  }
  return floors.map((value, index) => (rounded.has(index) ? value + 1n : value))
}

/** What is left of a division, never negative. */
const remainder = (value: bigint, by: bigint): bigint => ((value % by) + by) % by
