/** What is known of someone's time with the company. Days are YYYY-MM-DD. */
export interface Stay {
  readonly hiredOn: string | null
  /** The first day without them. */
  readonly leftOn: string | null
  /** True where they left on a day that nobody knows. */
  readonly hasLeft: boolean | null
}

/** Whether someone is employed on a day. Those whose days are unknown are, unless it is known that they left. */
export function isEmployedOn({ hiredOn, leftOn, hasLeft }: Stay, day: string): boolean {
  if (hiredOn !== null && hiredOn > day) return false
  return leftOn === null ? hasLeft !== true : leftOn > day
}
