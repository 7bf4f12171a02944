import Big from 'big.js'

/** What a line sold and cost, in the company's currency. */
export interface Sold {
  readonly netAmount: string
  readonly quantity: string
  readonly unitCost: string | null
}

/** Net amount less quantity times unit cost, exactly; null where the cost is not known. */
export function grossProfit({ netAmount, quantity, unitCost }: Sold): string | null {
  return unitCost === null ? null : new Big(netAmount).minus(new Big(quantity).times(unitCost)).toFixed()
}
