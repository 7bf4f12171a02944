import type { Serving } from '@aems/kit/serving.ts'
import type { OpportunityStageRow } from '../data/opportunity-stages.ts'
import type { OpportunityStageResolvers } from '../graph.generated.ts'

export const OpportunityStage: Serving<OpportunityStageResolvers, OpportunityStageRow> = {
  __resolveReference: ({ id }, { sales }) => sales.opportunityStages.byId(id),
  opportunity: ({ opportunityId }, _, { sales }) => sales.opportunities.byId(opportunityId),
}
