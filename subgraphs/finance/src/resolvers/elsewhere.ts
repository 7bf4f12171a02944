import type { Serving } from '@aems/kit/serving.ts'
import type {
  CustomerResolvers,
  EmployeeResolvers,
  OrderResolvers,
  OrgUnitResolvers,
  ProductResolvers,
  PurchaseOrderResolvers,
  SupplierResolvers,
} from '../graph.generated.ts'

/** What another domain owns and finance adds to. */
interface Reference {
  readonly id: string
}

const asReferred = ({ id }: Reference): Reference => ({ id })

/** Another domain's entity, by its id; the domain itself tells the rest. */
export const referenceTo = (id: string | null): Reference | null => (id === null ? null : { id })

export const Customer: Serving<CustomerResolvers, Reference> = {
  __resolveReference: asReferred,
  invoices: ({ id }, { first, after, ...limits }, { finance }) => finance.invoices.ofCustomer(id, limits, { first, after }),
  contracts: ({ id }, { first, after, ...limits }, { finance }) => finance.contracts.ofCustomer(id, limits, { first, after }),
}

export const Employee: Serving<EmployeeResolvers, Reference> = {
  __resolveReference: asReferred,
  expenses: ({ id }, { first, after, ...limits }, { finance }) => finance.expenses.ofEmployee(id, limits, { first, after }),
}

export const Order: Serving<OrderResolvers, Reference> = {
  __resolveReference: asReferred,
  invoices: ({ id }, _, { finance }) => finance.invoices.ofOrder(id),
}

export const OrgUnit: Serving<OrgUnitResolvers, Reference> = {
  __resolveReference: asReferred,
  spending: async ({ id }, { period }, { finance }) => (await finance.orgUnitSpending.ofOrgUnit(id, period))?.spending,
  budget: async ({ id }, { period }, { finance }) => (await finance.orgUnitSpending.ofOrgUnit(id, period))?.budget,
  ledgerEntries: ({ id }, { first, after, ...limits }, { finance }) =>
    finance.ledgerEntries.ofOrgUnit(id, limits, { first, after }),
  expenses: ({ id }, { first, after, ...limits }, { finance }) => finance.expenses.ofOrgUnit(id, limits, { first, after }),
}

export const Product: Serving<ProductResolvers, Reference> = {
  __resolveReference: asReferred,
  contracts: ({ id }, { first, after, ...limits }, { finance }) => finance.contracts.ofProduct(id, limits, { first, after }),
}

export const PurchaseOrder: Serving<PurchaseOrderResolvers, Reference> = {
  __resolveReference: asReferred,
  bills: ({ id }, _, { finance }) => finance.bills.ofPurchaseOrder(id),
}

export const Supplier: Serving<SupplierResolvers, Reference> = {
  __resolveReference: asReferred,
  bills: ({ id }, { first, after, ...limits }, { finance }) => finance.bills.ofSupplier(id, limits, { first, after }),
}
