import type { Serving } from '@aems/kit/serving.ts'
import type { EmployeeResolvers } from '../graph.generated.ts'

/** Hr owns them; sales adds what they sell and might sell. */
export const Employee: Serving<EmployeeResolvers, { readonly id: string }> = {
  __resolveReference: ({ id }) => ({ id }),
  salesPerson: ({ id }, _, { sales }) => sales.salesPeople.ofEmployee(id),
  orders: async ({ id }, { first, after, ...limits }, { sales }) => {
    const person = await sales.salesPeople.ofEmployee(id)
    return person && sales.orders.ofSalesPerson(person.id, limits, { first, after })
  },
  opportunities: async ({ id }, { first, after, ...limits }, { sales }) => {
    const person = await sales.salesPeople.ofEmployee(id)
    return person && sales.opportunities.ofSalesPerson(person.id, limits, { first, after })
  },
}
