const millisecondsPerDay = 86_400_000

/** Mondays to Fridays from one day to another, both inclusive; YYYY-MM-DD. Holidays are not known. */
export function workingDays(from: string, to: string): number {
  const first = Date.parse(`${from}T00:00:00Z`)
  const days = Math.round((Date.parse(`${to}T00:00:00Z`) - first) / millisecondsPerDay) + 1
  const weekday = new Date(first).getUTCDay()
  const ofRest = Array.from({ length: days % 7 }, (_, index) => (weekday + index) % 7)
  return Math.floor(days / 7) * 5 + ofRest.filter((day) => day !== 0 && day !== 6).length
}
