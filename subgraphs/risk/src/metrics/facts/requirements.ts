import { controlLinks, controls, controlTests, requirements } from '@aems/drizzle/risk/tables.ts'
import type { Fact } from '@aems/kit/metrics/definition.ts'
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { RiskDimension } from '../../graph.generated.ts'

const link = alias(controlLinks, 'link')
const control = alias(controls, 'control')
const test = alias(controlTests, 'test')

/** What the latest test of a control up to a day found; null where there was none. */
const latestResult = (day: SQLWrapper): SQL => sql`(select ${test.result} from ${controlTests} ${test}
  where ${test.tenantId} = ${control.tenantId} and ${test.controlId} = ${control.id} and ${test.testedOn} <= ${day}
  order by ${test.testedOn} desc limit 1)`

/** That an implemented control meets the requirement, whose latest test up to a day is not ineffective. */
export const isCoveredOn = (day: SQLWrapper): SQL => sql`exists (
  select from ${controlLinks} ${link}
  join ${controls} ${control} on ${control.tenantId} = ${link.tenantId} and ${control.id} = ${link.controlId}
  where ${link.tenantId} = ${requirements.tenantId} and ${link.requirementId} = ${requirements.id}
    and ${control.status} = 'implemented' and ${latestResult(day)} is distinct from 'ineffective')`

const appliesOn = (day: SQLWrapper): SQL => sql`(${requirements.appliesFrom} is null or ${requirements.appliesFrom} <= ${day})`

const earliest = sql`min(${requirements.appliesFrom})`

const whole = {
  tables: ['risk.requirements'],
  from: sql`${requirements}`,
  dimensions: { FRAMEWORK: { key: requirements.frameworkId }, REQUIREMENT: { key: requirements.id } },
  known: sql`exists (select from ${requirements})`,
} satisfies Partial<Fact<RiskDimension>>

const withControls = ['risk.requirements', 'risk.control_links', 'risk.controls', 'risk.control_tests']

/** Requirements that apply on a day. */
export const applyingRequirements: Fact<RiskDimension> = {
  ...whole,
  name: 'requirements',
  timing: { kind: 'asOf', counts: appliesOn, earliest },
}

/** Requirements that apply on a day and are met. */
export const coveredRequirements: Fact<RiskDimension> = {
  ...whole,
  name: 'covered requirements',
  tables: withControls,
  timing: { kind: 'asOf', counts: (day) => sql`${appliesOn(day)} and ${isCoveredOn(day)}`, earliest },
}

/** Requirements that apply on a day and are not met. */
export const uncoveredRequirements: Fact<RiskDimension> = {
  ...whole,
  name: 'uncovered requirements',
  tables: withControls,
  timing: { kind: 'asOf', counts: (day) => sql`${appliesOn(day)} and not ${isCoveredOn(day)}`, earliest },
}
