import { riskIndicators } from '@aems/drizzle/risk/tables.ts'
import { type LimitedPagesOf, type List, limitedPagesOf, readList } from '@aems/kit/lists.ts'
import type { LoadOne } from '@aems/kit/loaders.ts'
import { factRows, factRowsAsOf } from '@aems/kit/metrics/admission.ts'
import type { Fact } from '@aems/kit/metrics/definition.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { sql } from 'drizzle-orm'
import type { RiskDimension, RiskIndicatorState } from '../graph.generated.ts'
import { amberMeasures, latestMeasures, measureFacts, redMeasures } from '../metrics/facts/indicators.ts'
import type { AdmissionInput, Admit } from './admission.ts'

export type RiskIndicatorRow = typeof riskIndicators.$inferSelect
export type RiskIndicatorPage = Connection<RiskIndicatorRow>

export interface RiskIndicatorListInput extends AdmissionInput {
  readonly state?: RiskIndicatorState | null | undefined
}

/** Measures of risk indicators as the viewer may see them. */
export interface RiskIndicatorData {
  readonly byId: LoadOne<string, RiskIndicatorRow>
  /** A risk's, newest first. */
  readonly ofRisk: LimitedPagesOf<RiskIndicatorListInput, RiskIndicatorRow>
  /** Those that the metrics of their state count under the same conditions; newest first. */
  list(input: RiskIndicatorListInput, page: PageArguments): Promise<RiskIndicatorPage>
}

const newestFirst: ListOrder = {
  name: 'MEASURED_ON_DESC',
  direction: 'desc',
  keys: [
    { sql: sql`${riskIndicators.measuredOn}`, type: 'date' },
    { sql: sql`${riskIndicators.id}`, type: 'uuid' },
  ],
}

const factOf: Readonly<Record<Exclude<RiskIndicatorState, 'ANY'>, Fact<RiskDimension>>> = {
  LATEST: latestMeasures,
  RED: redMeasures,
  AMBER: amberMeasures,
}

export function riskIndicatorData(read: Read, admit: Admit): RiskIndicatorData {
  const listOf = async ({ state, ...input }: RiskIndicatorListInput): Promise<List<typeof riskIndicators>> => {
    const admission = await admit('INDICATORS_RED', input)
    const all = state == null || state === 'ANY'
    const rows = all ? factRows(measureFacts, admission) : factRowsAsOf(factOf[state], admission)
    return { table: riskIndicators, ...rows, order: newestFirst }
  }
  return {
    byId: loadById(read, riskIndicators),
    ofRisk: limitedPagesOf(read, listOf, sql`${riskIndicators.riskId}`),
    list: async (input, page) => readList(read, await listOf(input), page),
  }
}
