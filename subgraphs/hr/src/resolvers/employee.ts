import type { Serving } from '@aems/kit/serving.ts'
import type { EmployeeRow } from '../data/employees.ts'
import { isEmployedOn } from '../domain/employed.ts'
import type { EmployeeResolvers, Gender, LeaveKind } from '../graph.generated.ts'

const genders: Readonly<Record<string, Gender>> = { female: 'FEMALE', male: 'MALE', other: 'OTHER' }

const leaveKinds: Readonly<Record<string, LeaveKind>> = {
  voluntary: 'VOLUNTARY',
  involuntary: 'INVOLUNTARY',
  retirement: 'RETIREMENT',
}

export const Employee: Serving<EmployeeResolvers, Omit<EmployeeRow, 'gender' | 'leaveKind' | 'fte'>> = {
  __resolveReference: ({ id }, { hr }) => hr.employees.byId(id),
  gender: ({ gender }) => (gender === null ? null : (genders[gender] ?? null)),
  bornOn: async ({ id }, _, { hr }) => (await hr.employees.bornOn(id))?.bornOn ?? null,
  leaveKind: ({ leaveKind }) => (leaveKind === null ? null : (leaveKinds[leaveKind] ?? null)),
  employed: (employee, _, { hr }) => isEmployedOn(employee, hr.today),
  orgUnit: ({ orgUnitId }, _, { hr }) => (orgUnitId === null ? null : hr.orgUnits.byId(orgUnitId)),
  manager: ({ managerId }, _, { hr }) => (managerId === null ? null : hr.employees.byId(managerId)),
  reports: ({ id }, { first, after, ...limits }, { hr }) => hr.employees.reportingTo(id, limits, { first, after }),
  fte: ({ fte }) => fte ?? '1',
  jobs: ({ id }, _, { hr }) => hr.jobs.ofEmployee(id),
  compensation: ({ id }, _, { hr }) => hr.compensation.ofEmployee(id),
  reviews: ({ id }, _, { hr }) => hr.performanceReviews.ofEmployee(id),
  goals: ({ id }, _, { hr }) => hr.goals.ofEmployee(id),
  training: ({ id }, _, { hr }) => hr.trainingRecords.ofEmployee(id),
  absences: ({ id }, _, { hr }) => hr.absences.ofEmployee(id),
  changes: ({ id }, _, { hr }) => hr.changes.ofSubject(id),
}
