import Big from 'big.js'

/** A line of a journal: an amount in its account's natural sign. */
export interface JournalLine {
  readonly type: string
  readonly contra: boolean
  readonly amount: string
}

/** Assets and expenses grow by debits, all others by credits; contra accounts the other way round. */
const isDebited = ({ type, contra }: JournalLine): boolean => (type === 'asset' || type === 'expense') !== contra

/** By how much the debits of a journal exceed its credits: nought where it balances. Statistical accounts hold no money. */
export function imbalance(lines: readonly JournalLine[]): string {
  return lines
    .filter(({ type }) => type !== 'statistical')
    .reduce((sum, line) => (isDebited(line) ? sum.plus(line.amount) : sum.minus(line.amount)), new Big(0))
    .toFixed()
}
