import type { Serving } from '@aems/kit/serving.ts'
import type { AbsenceRow } from '../data/absences.ts'
import type { AbsenceResolvers } from '../graph.generated.ts'

export const Absence: Serving<AbsenceResolvers, AbsenceRow> = {
  __resolveReference: ({ id }, { hr }) => hr.absences.byId(id),
  employee: ({ employeeId }, _, { hr }) => hr.employees.byId(employeeId),
}
