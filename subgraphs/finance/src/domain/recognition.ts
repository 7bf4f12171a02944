/** A contract, as far as its revenue and its billing depend on it. */
export interface Terms {
  /** Of the whole term; where it has no end, of one interval. In hundredths. */
  readonly cents: bigint
  /** First day, as days since 1970-01-01. */
  readonly startsOn: number
  /** Last day, inclusive. */
  readonly endsOn: number
  /** First day that it no longer holds. */
  readonly cancelledOn: number | null
}

/**
 * What the first `taken` of so many equal parts of an amount come to, in hundredths. Largest-remainder (Hamilton) method;
 * ties go to the earlier part, so the first parts have one more each and all of them sum to the amount. The database has the
 * same in closed form: finance.parts_taken.
 */
export function partsTaken(cents: bigint, parts: bigint, taken: bigint): bigint {
  if (taken <= 0n) return 0n
  if (taken >= parts) return cents
  const each = floorDivided(cents, parts)
  const remainder = cents - each * parts
  return each * taken + (taken < remainder ? taken : remainder)
}

/**
 * Revenue earned evenly over the days of a term, by the end of a day, in hundredths: ASC 606-10-25-31, progress measured by
 * time (ASC 606-10-55-20). What was not earned when a contract was cancelled never is.
 */
export function recognizedTo({ cents, startsOn, endsOn, cancelledOn }: Terms, day: number): bigint {
  const last = Math.min(day, endsOn, cancelledOn === null ? endsOn : cancelledOn - 1)
  return partsTaken(cents, BigInt(endsOn - startsOn + 1), BigInt(last - startsOn + 1))
}

function floorDivided(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor
  return dividend % divisor < 0n ? quotient - 1n : quotient
}
