import { candidates, requisitions } from '@aems/drizzle/hr/tables.ts'
import { additive, type Fact, type Measure, ratio } from '@aems/kit/metrics/definition.ts'
import { type SQLWrapper, sql } from 'drizzle-orm'
import type { HrDimension } from '../graph.generated.ts'
import {
  applications,
  enteredStages,
  filledRequisitions,
  hasMovedOn,
  hiredCandidates,
  offers,
  openRequisitions,
} from './hiring-facts.ts'

const sum = (fact: Fact<HrDimension>, value: SQLWrapper, where?: SQLWrapper): Measure<HrDimension> =>
  additive<HrDimension>({ kind: 'sum', fact, value: () => value, ...(where && { where }) })

const one = sql`1`

/** A requisition seeks one person unless it says otherwise. */
const positions = sql`coalesce(${requisitions.positions}, 1)`

export const OPEN_POSITIONS = sum(openRequisitions, positions)

const isFilled = sql`${requisitions.filledOn} is not null`

export const TIME_TO_FILL = ratio({
  of: sum(filledRequisitions, sql`(${requisitions.filledOn} - ${requisitions.openedOn})`, isFilled),
  to: sum(filledRequisitions, one, isFilled),
})

const isHired = sql`${candidates.hiredOn} is not null`

export const TIME_TO_HIRE = ratio({
  of: sum(hiredCandidates, sql`(${candidates.hiredOn} - ${candidates.appliedOn})`, isHired),
  to: sum(hiredCandidates, one, isHired),
})

export const OFFER_ACCEPTANCE_RATE = ratio({
  of: sum(offers, one, sql`${candidates.offeredOn} is not null and ${candidates.offer} = 'accepted'`),
  to: sum(offers, one, sql`${candidates.offeredOn} is not null and ${candidates.offer} in ('accepted', 'declined')`),
})

export const CANDIDATES = sum(applications, one)

export const STAGE_PASS_RATE = ratio({ of: sum(enteredStages, one, hasMovedOn), to: sum(enteredStages, one) })

/** People hired through a requisition; where none are known, its positions. */
const hiresOfRequisition = sql`coalesce(nullif((select count(*) from ${candidates}
  where ${candidates.tenantId} = ${requisitions.tenantId} and ${candidates.requisitionId} = ${requisitions.id}
    and ${isHired}), 0), ${positions})`

const hasCost = sql`${isFilled} and ${requisitions.cost} is not null`

export const COST_PER_HIRE = ratio({
  of: sum(filledRequisitions, requisitions.cost, hasCost),
  to: sum(filledRequisitions, hiresOfRequisition, hasCost),
})
