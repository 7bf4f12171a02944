import type { Serving } from '@aems/kit/serving.ts'
import type { CandidateStageRow } from '../data/candidates.ts'
import type { CandidateStageResolvers } from '../graph.generated.ts'

export const CandidateStage: Serving<CandidateStageResolvers, CandidateStageRow> = {
  __resolveReference: ({ id }, { hr }) => hr.candidates.stageById(id),
}
