import { exchangeRates } from '@aems/drizzle/finance/tables.ts'
import { readList } from '@aems/kit/lists.ts'
import { calendarOf } from '@aems/kit/metrics/engine.ts'
import { type PeriodInput, resolvePeriod } from '@aems/kit/metrics/periods.ts'
import { within } from '@aems/kit/metrics/windows.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import type { Read } from '@aems/kit/rows.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { sql } from 'drizzle-orm'

export type ExchangeRateRow = typeof exchangeRates.$inferSelect
export type ExchangeRatePage = Connection<ExchangeRateRow>

/** Exchange rates as the viewer may see them. */
export interface ExchangeRateData {
  /** Those that begin in the period, latest first. */
  list(period: PeriodInput | null | undefined, page: PageArguments): Promise<ExchangeRatePage>
}

const latestFirst: ListOrder = {
  name: 'RATED_ON_DESC',
  direction: 'desc',
  keys: [
    { sql: sql`${exchangeRates.ratedOn}`, type: 'date' },
    { sql: sql`${exchangeRates.id}`, type: 'uuid' },
  ],
}

export function exchangeRateData(read: Read, viewer: Viewer): ExchangeRateData {
  return {
    list: (period, page) => {
      const days = period == null ? { from: null, to: null } : resolvePeriod(period, calendarOf(viewer))
      const where = within(sql`${exchangeRates.ratedOn}`, days)
      return readList(read, { table: exchangeRates, from: sql`${exchangeRates}`, where, order: latestFirst }, page)
    },
  }
}
