import { riskAppetite } from '@aems/drizzle/risk/tables.ts'
import { type LoadOne, loadOne } from '@aems/kit/loaders.ts'
import type { Read } from '@aems/kit/rows.ts'
import { asc, inArray } from 'drizzle-orm'

export type RiskAppetiteRow = typeof riskAppetite.$inferSelect

/** What the company accepts of each category of risk. */
export interface RiskAppetiteData {
  readonly ofCategory: LoadOne<string, RiskAppetiteRow>
  /** Every category's, by category. */
  all(): Promise<readonly RiskAppetiteRow[]>
}

export function riskAppetiteData(read: Read): RiskAppetiteData {
  return {
    ofCategory: loadOne(
      (categories) =>
        read((tx) =>
          tx
            .select()
            .from(riskAppetite)
            .where(inArray(riskAppetite.category, [...categories])),
        ),
      ({ category }) => category,
    ),
    all: () => read((tx) => tx.select().from(riskAppetite).orderBy(asc(riskAppetite.category))),
  }
}
