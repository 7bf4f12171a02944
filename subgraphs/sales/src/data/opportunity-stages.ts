import { opportunityStages } from '@aems/drizzle/sales/tables.ts'
import { type LoadMany, type LoadOne, loadMany } from '@aems/kit/loaders.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { asc, inArray } from 'drizzle-orm'

export type OpportunityStageRow = typeof opportunityStages.$inferSelect

/** Stages that opportunities came through, as the viewer may see them. */
export interface OpportunityStageData {
  readonly byId: LoadOne<string, OpportunityStageRow>
  /** An opportunity's, in their order. */
  readonly ofOpportunity: LoadMany<string, OpportunityStageRow>
}

export function opportunityStageData(read: Read): OpportunityStageData {
  return {
    byId: loadById(read, opportunityStages),
    ofOpportunity: loadMany(
      (ids) =>
        read((tx) =>
          tx
            .select()
            .from(opportunityStages)
            .where(inArray(opportunityStages.opportunityId, [...ids]))
            .orderBy(asc(opportunityStages.enteredOn), asc(opportunityStages.position), asc(opportunityStages.id)),
        ),
      ({ opportunityId }) => opportunityId,
    ),
  }
}
