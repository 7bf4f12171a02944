import type { Serving } from '@aems/kit/serving.ts'
import type { CandidateRow } from '../data/candidates.ts'
import type { CandidateResolvers, OfferState } from '../graph.generated.ts'

const offers: Readonly<Record<string, OfferState>> = { accepted: 'ACCEPTED', declined: 'DECLINED', pending: 'PENDING' }

export const Candidate: Serving<CandidateResolvers, Omit<CandidateRow, 'offer'>> = {
  __resolveReference: ({ id }, { hr }) => hr.candidates.byId(id),
  requisition: ({ requisitionId }, _, { hr }) => hr.requisitions.byId(requisitionId),
  stages: ({ id }, _, { hr }) => hr.candidates.stagesOf(id),
  offer: ({ offer }) => (offer === null ? null : (offers[offer] ?? null)),
}
