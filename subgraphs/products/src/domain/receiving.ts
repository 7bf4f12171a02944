import Big from 'big.js'

/** What was ordered of a line, and what has come of it so far. */
export interface Receivable {
  readonly line: number
  readonly quantity: string
  readonly received: string | null
  readonly rejected: string | null
}

/** What came of a line, and what of that was sent back. */
export interface Receipt {
  readonly received: string
  readonly rejected: string
}

/** A line after goods came for it. */
export interface Received {
  readonly received: string
  readonly rejected: string
  /** Units that go on the shelf. */
  readonly kept: string
}

/** A line after a receipt; text says why it can't be. */
export function receiving(line: Receivable, receipt: Receipt): Received | string {
  const [came, refused] = [new Big(receipt.received), new Big(receipt.rejected)]
  if (came.lte(0))
    return `Line ${line.line} is said to have received ${receipt.received}; give more than 0, or leave the line out.`
  if (refused.lt(0)) return `Line ${line.line} is said to have ${receipt.rejected} rejected; give 0 or more.`
  if (refused.gt(came)) return `Of line ${line.line} more is rejected (${receipt.rejected}) than came (${receipt.received}).`
  const open = new Big(line.quantity).minus(line.received ?? 0)
  if (came.gt(open)) {
    return `Of line ${line.line} ${open.toFixed()} of ${new Big(line.quantity).toFixed()} ordered are still to come; ${receipt.received} can't be received.`
  }
  return {
    received: came.plus(line.received ?? 0).toFixed(),
    rejected: refused.plus(line.rejected ?? 0).toFixed(),
    kept: came.minus(refused).toFixed(),
  }
}

/** Whether all that was ordered has come. */
export const isComplete = (lines: readonly Receivable[]): boolean =>
  lines.every(({ quantity, received }) => new Big(received ?? 0).gte(quantity))
