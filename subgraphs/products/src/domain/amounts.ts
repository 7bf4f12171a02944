import Big from 'big.js'

/** What was ordered of something, at what price each. */
export interface Priced {
  readonly quantity: string
  readonly unitPrice: string
}

/** Quantity times unit price, exactly. */
export const amountOf = ({ quantity, unitPrice }: Priced): string => new Big(quantity).times(unitPrice).toFixed()

/** Quantities times unit prices, summed exactly. */
export const totalOf = (lines: readonly Priced[]): string =>
  lines.reduce((sum, line) => sum.plus(amountOf(line)), new Big(0)).toFixed()

/** What was paid over the standard cost; null where the cost is not known. */
export const varianceOf = ({ quantity, unitPrice }: Priced, standardCost: string | null): string | null =>
  standardCost === null ? null : new Big(unitPrice).minus(standardCost).times(quantity).toFixed()

/** What units are worth at a price each; null where the price is not known. */
export const worthOf = (quantity: string, each: string | null): string | null =>
  each === null ? null : amountOf({ quantity, unitPrice: each })

/** Units that nobody has reserved. */
export const unreserved = (quantity: string, reserved: string): string => new Big(quantity).minus(reserved).toFixed()
