import type { Serving } from '@aems/kit/serving.ts'
import type { OrgUnitRow } from '../data/org-units.ts'
import type { OrgUnitKind, OrgUnitResolvers } from '../graph.generated.ts'

const kinds: Readonly<Record<string, OrgUnitKind>> = {
  division: 'DIVISION',
  department: 'DEPARTMENT',
  legal_entity: 'LEGAL_ENTITY',
  cost_center: 'COST_CENTER',
}

/** The database admits no other kind. */
function kindOf({ id, kind }: OrgUnitRow): OrgUnitKind {
  const found = kinds[kind]
  if (found === undefined) throw new TypeError(`Org unit ${id} is of kind ${kind}.`)
  return found
}

export const OrgUnit: Serving<OrgUnitResolvers, Omit<OrgUnitRow, 'kind'>> = {
  __resolveReference: ({ id }, { hr }) => hr.orgUnits.byId(id),
  kind: kindOf,
  parent: ({ parentId }, _, { hr }) => (parentId === null ? null : hr.orgUnits.byId(parentId)),
  children: ({ id }, _, { hr }) => hr.orgUnits.beneath(id),
  manager: ({ managerId }, _, { hr }) => (managerId === null ? null : hr.employees.byId(managerId)),
  employees: ({ id }, { first, after, ...limits }, { hr }) => hr.employees.ofOrgUnit(id, limits, { first, after }),
  requisitions: ({ id }, { first, after, ...limits }, { hr }) => hr.requisitions.ofOrgUnit(id, limits, { first, after }),
  changes: ({ id }, _, { hr }) => hr.changes.ofSubject(id),
}
