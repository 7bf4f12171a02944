import type { Serving } from '@aems/kit/serving.ts'
import type { RequisitionRow } from '../data/requisitions.ts'
import type { RequisitionResolvers } from '../graph.generated.ts'

export const Requisition: Serving<RequisitionResolvers, Omit<RequisitionRow, 'positions'>> = {
  __resolveReference: ({ id }, { hr }) => hr.requisitions.byId(id),
  orgUnit: ({ orgUnitId }, _, { hr }) => (orgUnitId === null ? null : hr.orgUnits.byId(orgUnitId)),
  positions: ({ positions }) => positions ?? 1,
  candidates: ({ id }, { first, after, ...limits }, { hr }) => hr.candidates.ofRequisition(id, limits, { first, after }),
  changes: ({ id }, _, { hr }) => hr.changes.ofSubject(id),
}
