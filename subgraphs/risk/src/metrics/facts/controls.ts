import { controls, controlTests } from '@aems/drizzle/risk/tables.ts'
import type { Fact } from '@aems/kit/metrics/definition.ts'
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { intervals } from '../../domain/frequency.ts'
import type { RiskDimension } from '../../graph.generated.ts'
import { joinById, type Reaches } from './joins.ts'

const dimensions: Reaches = {
  CONTROL_FAMILY: { key: controls.family },
  CONTROL: { key: controls.id },
  OWNER: { key: controls.ownerId },
  STATUS: { key: controls.status },
}

const isImplemented = sql`${controls.status} = 'implemented'`
const test = alias(controlTests, 'test')

/** How long a control may go untested by its frequency; null where that says no interval. */
const interval = sql`case lower(trim(${controls.frequency})) ${sql.join(
  Object.entries(intervals).map(
    ([words, { months, days }]) =>
      sql`when ${sql.raw(`'${words}'`)} then make_interval(months => ${sql.raw(String(months))}, days => ${sql.raw(String(days))})`,
  ),
  sql` `,
)} end`

/** That a control's frequency asked for a test by a day, and there was none in time. Without a test, it always is late. */
const isOverdueOn = (day: SQLWrapper): SQL => sql`${isImplemented} and ${interval} is not null and not exists (
  select from ${controlTests} ${test} where ${test.tenantId} = ${controls.tenantId} and ${test.controlId} = ${controls.id}
    and ${test.testedOn} <= ${day} and ${test.testedOn} + ${interval} >= ${day})`

const whole = {
  tables: ['risk.controls'],
  from: sql`${controls}`,
  dimensions,
  known: sql`exists (select from ${controls})`,
} satisfies Partial<Fact<RiskDimension>>

/** What has no days of its own counts from the first test on, so that a series of months has a beginning. */
const earliest = sql`(select min(${test.testedOn}) from ${controlTests} ${test})`

/** Controls that are implemented; since when is not kept, so they always were. */
export const implementedControls: Fact<RiskDimension> = {
  ...whole,
  name: 'implemented controls',
  timing: { kind: 'asOf', counts: () => isImplemented, earliest },
}

/** Implemented controls that are late for a test on a day. */
export const overdueControls: Fact<RiskDimension> = {
  ...whole,
  name: 'controls overdue for testing',
  tables: ['risk.controls', 'risk.control_tests'],
  timing: { kind: 'asOf', counts: isOverdueOn, earliest },
}

const ofTest = { control: joinById(controls, controlTests.tenantId, controlTests.controlId, 'controls') }

const tests = {
  tables: ['risk.control_tests'],
  from: sql`${controlTests}`,
  dimensions: {
    CONTROL_FAMILY: { key: controls.family, through: [ofTest.control] },
    CONTROL: { key: controlTests.controlId },
    OWNER: { key: controls.ownerId, through: [ofTest.control] },
    STATUS: { key: controls.status, through: [ofTest.control] },
  },
  known: sql`exists (select from ${controlTests})`,
} satisfies Partial<Fact<RiskDimension>>

/** Tests of controls, by their day. */
export const testFacts: Fact<RiskDimension> = {
  ...tests,
  name: 'control tests',
  timing: { kind: 'on', day: controlTests.testedOn },
}

const later = alias(controlTests, 'later')

/** That a test is its control's latest on a day. */
const isLatestOn = (day: SQLWrapper): SQL => sql`${controlTests.testedOn} <= ${day} and not exists (
  select from ${controlTests} ${later} where ${later.tenantId} = ${controlTests.tenantId}
    and ${later.controlId} = ${controlTests.controlId}
    and ${later.testedOn} > ${controlTests.testedOn} and ${later.testedOn} <= ${day})`

/** The latest test of each control up to a day. */
export const latestTests: Fact<RiskDimension> = {
  ...tests,
  name: 'latest tests of controls',
  timing: { kind: 'asOf', counts: isLatestOn, earliest: sql`min(${controlTests.testedOn})` },
}
