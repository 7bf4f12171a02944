import Big from 'big.js'

/** Why stock is moved by hand. */
export type MovementKind = 'receipt' | 'sale' | 'adjustment' | 'scrap' | 'transfer'

/** By how much the stock of the warehouse changes where so many units are moved; an adjustment says its sign itself. */
export function changeOf(kind: MovementKind, quantity: string): string {
  const leaves = kind === 'sale' || kind === 'scrap' || kind === 'transfer'
  return leaves ? new Big(quantity).times(-1).toFixed() : new Big(quantity).toFixed()
}

/** Whether so many units can be moved for the reason: all but adjustments are told by what was moved, more than none. */
export const canBeMoved = (kind: MovementKind, quantity: string): boolean =>
  kind === 'adjustment' ? !new Big(quantity).eq(0) : new Big(quantity).gt(0)
