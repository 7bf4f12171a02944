/** From where a moment is looked at. */
export interface Clock {
  /** What counts as now: the moment at which the page was asked for. */
  readonly now: string
  /** IANA time zone in which its days begin. */
  readonly timeZone: string
}

const minute = 60_000
const day = 24 * 60 * minute

/** When something happened, as one would say it: `Now`, `Today, 08:02`, `Yesterday, 17:40`, `28 March`, `28 March 2025`. */
export function moment(at: string, { now, timeZone }: Clock): string {
  const [then, today] = [new Date(at), new Date(now)]
  if (Math.abs(today.getTime() - then.getTime()) < 2 * minute) return 'Now'
  const [date, time] = [dateIn(timeZone, then), timeIn(timeZone, then)]
  if (date === dateIn(timeZone, today)) return `Today, ${time}`
  if (date === dateIn(timeZone, new Date(today.getTime() - day))) return `Yesterday, ${time}`
  return dayOf(at, { now, timeZone })
}

/** The day on which something happened: `28 March`, with the year where it is not the current one. */
export function dayOf(at: string, { now, timeZone }: Clock): string {
  const then = new Date(at)
  const year = (date: Date) => date.toLocaleDateString('en-GB', { timeZone, year: 'numeric' })
  return then.toLocaleDateString('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'long',
    ...(year(then) === year(new Date(now)) ? {} : { year: 'numeric' }),
  })
}

/** To the second, for a log: `28 March 2025, 08:02:31`. */
export function exactly(at: string, { timeZone }: Pick<Clock, 'timeZone'>): string {
  const then = new Date(at)
  return `${dateIn(timeZone, then)}, ${then.toLocaleTimeString('en-GB', { timeZone })}`
}

const dateIn = (timeZone: string, date: Date): string => date.toLocaleDateString('en-GB', { timeZone, dateStyle: 'long' })

const timeIn = (timeZone: string, date: Date): string =>
  date.toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
