import { targets } from '@aems/drizzle/finance/tables.ts'
import { readList } from '@aems/kit/lists.ts'
import type { LoadOne } from '@aems/kit/loaders.ts'
import { calendarOf } from '@aems/kit/metrics/engine.ts'
import { type PeriodInput, resolvePeriod } from '@aems/kit/metrics/periods.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { sql } from 'drizzle-orm'

export type TargetRow = typeof targets.$inferSelect
export type TargetPage = Connection<TargetRow>

/** Targets as the viewer may see them. */
export interface TargetData {
  readonly byId: LoadOne<string, TargetRow>
  /** Those that overlap the period, latest first. */
  list(period: PeriodInput | null | undefined, page: PageArguments): Promise<TargetPage>
}

const latestFirst: ListOrder = {
  name: 'STARTS_ON_DESC',
  direction: 'desc',
  keys: [
    { sql: sql`${targets.startsOn}`, type: 'date' },
    { sql: sql`${targets.id}`, type: 'uuid' },
  ],
}

export function targetData(read: Read, viewer: Viewer): TargetData {
  return {
    byId: loadById(read, targets),
    list: (period, page) => {
      const days = period == null ? { from: null, to: null } : resolvePeriod(period, calendarOf(viewer))
      const where = [
        ...(days.to === null ? [] : [sql`${targets.startsOn} <= ${days.to}::date`]),
        ...(days.from === null ? [] : [sql`${targets.endsOn} >= ${days.from}::date`]),
      ]
      return readList(read, { table: targets, from: sql`${targets}`, where, order: latestFirst }, page)
    },
  }
}
