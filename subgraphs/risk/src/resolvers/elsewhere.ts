import type { Serving } from '@aems/kit/serving.ts'
import type { EmployeeResolvers, OrgUnitResolvers, ProductResolvers } from '../graph.generated.ts'

/** What another domain owns and risk adds to. */
interface Reference {
  readonly id: string
}

const asReferred = ({ id }: Reference): Reference => ({ id })

export const Employee: Serving<EmployeeResolvers, Reference> = {
  __resolveReference: asReferred,
  ownedRisks: ({ id }, page, { risk }) => risk.risks.ofOwner(id, page),
}

export const OrgUnit: Serving<OrgUnitResolvers, Reference> = {
  __resolveReference: asReferred,
  risks: ({ id }, page, { risk }) => risk.risks.ofOrgUnit(id, page),
  incidents: ({ id }, page, { risk }) => risk.incidents.ofOrgUnit(id, page),
}

export const Product: Serving<ProductResolvers, Reference> = {
  __resolveReference: asReferred,
  incidents: ({ id }, page, { risk }) => risk.incidents.ofProduct(id, page),
}
