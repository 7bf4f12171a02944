import { birthDays, employees } from '@aems/drizzle/hr/tables.ts'
import { nameMatches } from '@aems/kit/folding.ts'
import { type PagesOf, pagesOf, readList } from '@aems/kit/lists.ts'
import { type LoadOne, loadOne } from '@aems/kit/loaders.ts'
import { factRows, factRowsAsOf } from '@aems/kit/metrics/admission.ts'
import { earlier } from '@aems/kit/metrics/days.ts'
import type { Fact } from '@aems/kit/metrics/definition.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { inArray, type SQL, sql } from 'drizzle-orm'
import type { EmployeeOrder, EmployeeState, HrDimension, HrMetric } from '../graph.generated.ts'
import { hiredPeople, isEmployedOn, leavers, staff } from '../metrics/employee-facts.ts'
import type { Admission, AdmissionInput, Admit } from './admission.ts'

export type EmployeeRow = typeof employees.$inferSelect
export type EmployeePage = Connection<EmployeeRow>

export interface EmployeeListInput extends AdmissionInput {
  readonly state: EmployeeState
  readonly search?: string | null | undefined
}

/** Employees as the viewer may see them. */
export interface EmployeeData {
  readonly byId: LoadOne<string, EmployeeRow>
  /** Day of birth of those whose birth days the viewer may see. */
  readonly bornOn: LoadOne<string, { readonly id: string; readonly bornOn: string | null }>
  /** Those who work in a unit on a day, by name. */
  readonly ofOrgUnit: PagesOf<EmployeeRow>
  /** Those who report to someone on a day, by name. */
  readonly reportingTo: PagesOf<EmployeeRow>
  /** Those that the metrics of their state count under the same conditions. */
  list(input: EmployeeListInput, order: EmployeeOrder, page: PageArguments): Promise<EmployeePage>
}

const id = { sql: sql`${employees.id}`, type: 'uuid' } as const

const sorts: Readonly<Record<EmployeeOrder, ListOrder>> = {
  NAME_ASC: { name: 'NAME_ASC', direction: 'asc', keys: [{ sql: sql`${employees.name}`, type: 'text' }, id] },
  HIRED_ON_DESC: {
    name: 'HIRED_ON_DESC',
    direction: 'desc',
    keys: [{ sql: sql`coalesce(${employees.hiredOn}, '-infinity')`, type: 'date' }, id],
  },
  LEFT_ON_DESC: {
    name: 'LEFT_ON_DESC',
    direction: 'desc',
    keys: [{ sql: sql`coalesce(${employees.leftOn}, '-infinity')`, type: 'date' }, id],
  },
}

/** The metric of which a list in a state holds the records. */
const metricOf: Readonly<Record<EmployeeState, HrMetric>> = {
  ANY: 'LEAVERS',
  EMPLOYED: 'HEADCOUNT',
  HIRED: 'HIRES',
  LEFT: 'LEAVERS',
}

/** Everybody, described as of a day. */
const everybody: Fact<HrDimension> = {
  ...staff,
  timing: { kind: 'asOf', counts: () => sql`true`, earliest: sql`null` },
  dimensions: { ...staff.dimensions, LEAVE_KIND: { key: employees.leaveKind } },
}

/**
 * @param read shows what may be shown.
 * @param limit reads lists that are limited by what figures are split by.
 * @param today the company's.
 */
export function employeeData(read: Read, limit: Read, admit: Admit, today: string): EmployeeData {
  const employed = {
    table: employees,
    from: sql`${employees}`,
    where: [isEmployedOn(sql`${today}::date`)],
    order: sorts.NAME_ASC,
  }
  return {
    byId: loadById(read, employees),
    bornOn: loadOne(
      (ids) =>
        read((tx) =>
          tx
            .select({ id: birthDays.id, bornOn: birthDays.bornOn })
            .from(birthDays)
            .where(inArray(birthDays.id, [...ids])),
        ),
      (row) => row.id,
    ),
    ofOrgUnit: pagesOf(read, employed, sql`${employees.orgUnitId}`),
    reportingTo: pagesOf(read, employed, sql`${employees.managerId}`),
    list: async ({ state, search, ...input }, order, page) => {
      const rows = inState(state, await admit(metricOf[state], input))
      const where = [...rows.where, ...nameMatches(search, employees.name, employees.ref)]
      return readList(limit, { table: employees, from: rows.from, where, order: sorts[order] }, page)
    },
  }
}

/** The facts of the state's metrics, in the same words. */
function inState(state: EmployeeState, admission: Admission): { from: SQL; where: SQL[] } {
  if (state === 'EMPLOYED') return factRowsAsOf(staff, admission)
  if (state === 'HIRED') return dated(hiredPeople, admission, sql`${employees.hiredOn} is not null`)
  if (state === 'LEFT') {
    return dated(leavers, admission, sql`(${employees.leftOn} is not null or ${employees.hasLeft} is true)`)
  }
  return there(admission)
}

function dated(fact: Fact<HrDimension>, admission: Admission, holds: SQL): { from: SQL; where: SQL[] } {
  const { from, where } = factRows(fact, admission)
  return { from, where: [...where, holds] }
}

/** Those who were there at some time in the period. */
function there(admission: Admission): { from: SQL; where: SQL[] } {
  const { days, asOf } = admission
  const { from, where } = factRows(everybody, { ...admission, days: { from: null, to: earlier(days.to ?? asOf, asOf) } })
  const hired = days.to === null ? [] : [sql`(${employees.hiredOn} is null or ${employees.hiredOn} <= ${days.to}::date)`]
  const left = days.from === null ? [] : [sql`(${employees.leftOn} is null or ${employees.leftOn} > ${days.from}::date)`]
  return { from, where: [...where, ...hired, ...left] }
}
