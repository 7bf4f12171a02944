import Big from 'big.js'

/** Hours from one instant to another, exactly to the millisecond; null where either is not known. */
export function hoursBetween(from: string | null, to: string | null): string | null {
  if (from === null || to === null) return null
  return new Big(Date.parse(to) - Date.parse(from)).div(3_600_000).toFixed()
}

/** The day on which an instant lies in a time zone (IANA), YYYY-MM-DD. */
export const dayIn = (timeZone: string, instant: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(instant))
