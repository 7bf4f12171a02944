import type { Serving } from '@aems/kit/serving.ts'
import type { CompensationRow } from '../data/compensation.ts'
import type { CompensationResolvers } from '../graph.generated.ts'

export const Compensation: Serving<CompensationResolvers, CompensationRow> = {
  __resolveReference: ({ id }, { hr }) => hr.compensation.byId(id),
  currencyAnnualAmount: ({ currencyAnnualAmount, annualAmount }) => currencyAnnualAmount ?? annualAmount,
  employee: ({ employeeId }, _, { hr }) => hr.employees.byId(employeeId),
}
