import Big from 'big.js'
import { amountGiven, amountIfGiven, valueRefused } from './given.ts'

/** A line as it was given. */
export interface GivenLine {
  readonly quantity: string
  readonly unitPrice: string
  readonly discount?: string | null | undefined
  readonly unitCost?: string | null | undefined
}

/** A line with its amounts, in the company's currency. */
export interface PricedLine {
  readonly quantity: string
  readonly unitPrice: string
  readonly discount: string | null
  readonly unitCost: string | null
  /** Quantity times unit price less discount, rounded half up to the four places that are kept. */
  readonly netAmount: string
}

/** @throws Refusal where an amount can't be, or the discount takes more than the line is worth; `path` is the line's place. */
export function pricedLine(line: GivenLine, ...path: string[]): PricedLine {
  const quantity = amountGiven(line.quantity, ...path, 'quantity')
  const unitPrice = amountGiven(line.unitPrice, ...path, 'unitPrice')
  const discount = amountIfGiven(line.discount, ...path, 'discount')
  const unitCost = amountIfGiven(line.unitCost, ...path, 'unitCost')
  if (new Big(quantity).eq(0))
    throw valueRefused('A line of nothing is no line; give a quantity above zero.', ...path, 'quantity')
  const gross = new Big(quantity).times(unitPrice)
  const net = gross.minus(discount ?? 0)
  if (net.lt(0)) {
    throw valueRefused(`A discount of ${discount} is more than the line is worth, ${gross.toFixed()}.`, ...path, 'discount')
  }
  const netAmount = amountGiven(net.round(4, Big.roundHalfUp).toFixed(), ...path, 'unitPrice')
  return { quantity, unitPrice, discount, unitCost, netAmount }
}

/** What lines come to, exactly. */
export const totalOf = (lines: readonly PricedLine[]): string =>
  lines.reduce((sum, { netAmount }) => sum.plus(netAmount), new Big(0)).toFixed()
