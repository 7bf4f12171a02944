import { birthDays, employees } from '@aems/drizzle/hr/tables.ts'
import { nameMatches } from '@aems/kit/folding.ts'
import { type LimitedPagesOf, type List, limitedPagesOf, readList } from '@aems/kit/lists.ts'
import { type LoadOne, loadOne } from '@aems/kit/loaders.ts'
import { factRows, factRowsAsOf } from '@aems/kit/metrics/admission.ts'
import { earlier } from '@aems/kit/metrics/days.ts'
import type { Fact } from '@aems/kit/metrics/definition.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { inArray, type SQL, sql } from 'drizzle-orm'
import type { EmployeeOrder, EmployeeState, HrDimension, HrMetric } from '../graph.generated.ts'
import { hiredPeople, leavers, staff } from '../metrics/employee-facts.ts'
import type { Admission, AdmissionInput, Admit } from './admission.ts'

export type EmployeeRow = typeof employees.$inferSelect
export type EmployeePage = Connection<EmployeeRow>

export interface EmployeeListInput extends AdmissionInput {
  readonly state?: EmployeeState | null | undefined
  readonly orderBy?: EmployeeOrder | null | undefined
  readonly search?: string | null | undefined
}

/** Employees as the viewer may see them. */
export interface EmployeeData {
  readonly byId: LoadOne<string, EmployeeRow>
  /** Day of birth of those whose birth days the viewer may see. */
  readonly bornOn: LoadOne<string, { readonly id: string; readonly bornOn: string | null }>
  /** Those who work in a unit. */
  readonly ofOrgUnit: LimitedPagesOf<EmployeeListInput, EmployeeRow>
  /** Those who report to someone. */
  readonly reportingTo: LimitedPagesOf<EmployeeListInput, EmployeeRow>
  /** Those that the metrics of their state count under the same conditions. */
  list(input: EmployeeListInput, page: PageArguments): Promise<EmployeePage>
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
 */
export function employeeData(read: Read, limit: Read, admit: Admit): EmployeeData {
  const listOf = async ({ state: asked, search, orderBy, ...input }: EmployeeListInput): Promise<List<typeof employees>> => {
    const state = asked ?? 'ANY'
    const { from, where } = inState(state, await admit(metricOf[state], input))
    const matching = nameMatches(search, employees.name, employees.ref)
    return { table: employees, from, where: [...where, ...matching], order: sorts[orderBy ?? 'NAME_ASC'] }
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
    ofOrgUnit: limitedPagesOf(limit, listOf, sql`${employees.orgUnitId}`),
    reportingTo: limitedPagesOf(limit, listOf, sql`${employees.managerId}`),
    list: async (input, page) => readList(limit, await listOf(input), page),
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
