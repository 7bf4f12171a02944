import type { Serving } from '@aems/kit/serving.ts'
import type { JobRow } from '../data/jobs.ts'
import type { JobResolvers } from '../graph.generated.ts'

export const Job: Serving<JobResolvers, JobRow> = {
  __resolveReference: ({ id }, { hr }) => hr.jobs.byId(id),
  employee: ({ employeeId }, _, { hr }) => hr.employees.byId(employeeId),
  orgUnit: ({ orgUnitId }, _, { hr }) => hr.orgUnits.byId(orgUnitId),
}
