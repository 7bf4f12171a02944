import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

/** The company's time zone, which the transaction was told with its viewer; looked up once for each statement. */
const timeZone = sql`(select coalesce(nullif(current_setting('app.time_zone', true), ''), 'UTC'))`

/** The day on which an instant lies, where the company is. */
export const companyDay = (instant: SQLWrapper): SQL => sql`(${instant} at time zone ${timeZone})::date`

/** Hours from one instant to another, exactly. */
export const hours = (from: SQLWrapper, to: SQLWrapper): SQL => sql`extract(epoch from ${to} - ${from}) / 3600`
