import type { Serving } from '@aems/kit/serving.ts'
import type { EmployeeResolvers } from '../graph.generated.ts'

/** Hr owns them; sales adds what they sell. */
export const Employee: Serving<EmployeeResolvers, { readonly id: string }> = {
  __resolveReference: ({ id }) => ({ id }),
  salesPerson: ({ id }, _, { sales }) => sales.salesPeople.ofEmployee(id),
}
