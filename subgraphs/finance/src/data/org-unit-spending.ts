import { ledgerEntries } from '@aems/drizzle/finance/tables.ts'
import { loadOne } from '@aems/kit/loaders.ts'
import { calendarOf } from '@aems/kit/metrics/engine.ts'
import { type PeriodInput, resolvePeriod } from '@aems/kit/metrics/periods.ts'
import { and, list } from '@aems/kit/metrics/sql.ts'
import { within } from '@aems/kit/metrics/windows.ts'
import type { Read } from '@aems/kit/rows.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { sql } from 'drizzle-orm'
import { kinds, ledgerFacts, signedAmount } from '../metrics/facts.ts'
import { notPayroll, seesPayroll } from './payroll.ts'

/** What was posted to a unit's expense accounts, and what the budget has for them; null where there is no entry. */
interface SpendingRow {
  readonly id: string
  readonly spending: string | null
  readonly budget: string | null
}

/** What org units spend and may spend. */
export interface OrgUnitSpendingData {
  /** Of one unit, without those beneath it; units asked about together, over the same days, share a statement. */
  ofOrgUnit(unitId: string, period: PeriodInput | null | undefined): Promise<SpendingRow | null>
}

export function orgUnitSpendingData(read: Read, viewer: Viewer): OrgUnitSpendingData {
  const hidden = seesPayroll(viewer) ? [] : [notPayroll]
  const loaderFor = (period: PeriodInput | null | undefined) => {
    const days = period == null ? { from: null, to: null } : resolvePeriod(period, calendarOf(viewer, null))
    return loadOne<string, SpendingRow>(
      async (ids) => {
        const where = [
          kinds.anyExpense,
          sql`${ledgerEntries.orgUnitId} = any(${list(ids, 'uuid')})`,
          ...within(sql`${ledgerEntries.postedOn}`, days),
          ...hidden,
        ]
        const sumOf = (scenario: 'actual' | 'budget') =>
          sql`sum(${signedAmount(ledgerEntries.amount)}) filter (where ${ledgerEntries.scenario} = ${scenario})::text`
        return read((tx) =>
          tx.execute<{ id: string; spending: string | null; budget: string | null }>(
            sql`select ${ledgerEntries.orgUnitId} as id, ${sumOf('actual')} as spending, ${sumOf('budget')} as budget
              from ${ledgerFacts.actual.from} where ${and(where)} group by 1`,
          ),
        )
      },
      ({ id }) => id,
    )
  }
  const loaders = new Map<string, ReturnType<typeof loaderFor>>()
  return {
    ofOrgUnit: (unitId, period) => {
      const key = JSON.stringify(period ?? null)
      const load = loaders.get(key) ?? loaderFor(period)
      loaders.set(key, load)
      return load(unitId)
    },
  }
}
