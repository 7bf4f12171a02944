import { candidateStages, candidates, requisitions } from '@aems/drizzle/hr/tables.ts'
import type { Fact } from '@aems/kit/metrics/definition.ts'
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { HrDimension } from '../graph.generated.ts'
import type { Reaches } from './reaches.ts'

const ofRequisition: Reaches = { ORG_UNIT: { key: requisitions.orgUnitId }, REQUISITION: { key: requisitions.id } }

const anyRequisition = sql`exists (select from ${requisitions})`

/** That a requisition was open on a day: opened on or before it, not filled or cancelled on or before it. */
export const isOpenOn = (day: SQLWrapper): SQL => sql`${requisitions.openedOn} <= ${day}
    and (${requisitions.filledOn} is null or ${requisitions.filledOn} > ${day})
    and (${requisitions.cancelledOn} is null or ${requisitions.cancelledOn} > ${day})`

/** Requisitions open on a day. */
export const openRequisitions: Fact<HrDimension> = {
  name: 'open requisitions',
  tables: ['hr.requisitions'],
  from: sql`${requisitions}`,
  timing: { kind: 'asOf', counts: isOpenOn, earliest: sql`min(${requisitions.openedOn})` },
  dimensions: ofRequisition,
  known: anyRequisition,
}

/** Requisitions by the day that they were filled. */
export const filledRequisitions: Fact<HrDimension> = {
  name: 'filled requisitions',
  tables: ['hr.requisitions'],
  from: sql`${requisitions}`,
  timing: { kind: 'on', day: requisitions.filledOn },
  dimensions: ofRequisition,
  known: anyRequisition,
}

const candidatesOfRequisitions = sql`${candidates} join ${requisitions}
  on ${requisitions.tenantId} = ${candidates.tenantId} and ${requisitions.id} = ${candidates.requisitionId}`

const candidatesBy = (name: string, day: SQLWrapper): Fact<HrDimension> => ({
  name,
  tables: ['hr.candidates', 'hr.requisitions'],
  from: candidatesOfRequisitions,
  timing: { kind: 'on', day },
  dimensions: { ...ofRequisition, SOURCE: { key: candidates.source } },
  known: sql`exists (select from ${candidates})`,
})

export const applications = candidatesBy('applications', candidates.appliedOn)
export const offers = candidatesBy('offers', candidates.offeredOn)
export const hiredCandidates = candidatesBy('candidates hired', candidates.hiredOn)

/** Stages in which recruiting ends, one way or the other. */
const finalStages = sql`('hired', 'rejected', 'withdrawn', 'declined')`

/** Stages that candidates entered and from which they could move on. */
export const enteredStages: Fact<HrDimension> = {
  name: 'stages entered',
  tables: ['hr.candidate_stages', 'hr.candidates', 'hr.requisitions'],
  from: sql`${candidateStages} join ${candidatesOfRequisitions}
    on ${candidates.tenantId} = ${candidateStages.tenantId} and ${candidates.id} = ${candidateStages.candidateId}
    and lower(${candidateStages.stage}) not in ${finalStages}`,
  timing: { kind: 'on', day: candidateStages.enteredOn },
  dimensions: { ...ofRequisition, SOURCE: { key: candidates.source } },
  known: sql`exists (select from ${candidateStages})`,
}

/** That the candidate entered another stage later, and was not turned away with it. */
export const hasMovedOn = sql`exists (select from ${candidateStages} later
  where later.tenant_id = ${candidateStages.tenantId} and later.candidate_id = ${candidateStages.candidateId}
    and later.entered_on >= ${candidateStages.enteredOn} and later.id <> ${candidateStages.id}
    and later.stage <> ${candidateStages.stage} and lower(later.stage) not in ('rejected', 'withdrawn', 'declined')
    and (later.entered_on > ${candidateStages.enteredOn} or lower(later.stage) = 'hired' or later.id > ${candidateStages.id}))`
