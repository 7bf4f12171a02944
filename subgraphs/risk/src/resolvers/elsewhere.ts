import type { Serving } from '@aems/kit/serving.ts'
import type { EmployeeResolvers, OrgUnitResolvers, ProductResolvers } from '../graph.generated.ts'

/** What another domain owns and risk adds to. */
interface Reference {
  readonly id: string
}

const asReferred = ({ id }: Reference): Reference => ({ id })

export const Employee: Serving<EmployeeResolvers, Reference> = {
  __resolveReference: asReferred,
  ownedRisks: ({ id }, { first, after, ...limits }, { risk }) => risk.risks.ofOwner(id, limits, { first, after }),
  ownedControls: ({ id }, { first, after, ...limits }, { risk }) => risk.controls.ofOwner(id, limits, { first, after }),
  ownedFindings: ({ id }, { first, after, ...limits }, { risk }) => risk.findings.ofOwner(id, limits, { first, after }),
  ownedFilings: ({ id }, { first, after, ...limits }, { risk }) => risk.filings.ofOwner(id, limits, { first, after }),
}

export const OrgUnit: Serving<OrgUnitResolvers, Reference> = {
  __resolveReference: asReferred,
  risks: ({ id }, { first, after, ...limits }, { risk }) => risk.risks.ofOrgUnit(id, limits, { first, after }),
  incidents: ({ id }, { first, after, ...limits }, { risk }) => risk.incidents.ofOrgUnit(id, limits, { first, after }),
}

export const Product: Serving<ProductResolvers, Reference> = {
  __resolveReference: asReferred,
  incidents: ({ id }, { first, after, ...limits }, { risk }) => risk.incidents.ofProduct(id, limits, { first, after }),
}
