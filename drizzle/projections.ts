import type { Domain } from '@aems/schema/sdl.ts'

/** A read-only copy of what one domain owns, kept in the schema of another that needs it for its own metrics. */
export interface Projection {
  readonly owner: Domain
  readonly table: string
  readonly reader: Domain
  readonly projected: string
  /** Columns copied, by the name that both tables use. */
  readonly columns: readonly string[]
}

/** Every projection. An import fills them in its own commit. */
export const projections: readonly Projection[] = [
  {
    owner: 'products',
    table: 'products.products',
    reader: 'sales',
    projected: 'sales.projected_products',
    columns: ['tenant_id', 'id', 'ref', 'name', 'category', 'subcategory'],
  },
  {
    owner: 'sales',
    table: 'sales.customers',
    reader: 'finance',
    projected: 'finance.projected_customers',
    columns: ['tenant_id', 'id', 'ref', 'name'],
  },
  {
    owner: 'products',
    table: 'products.products',
    reader: 'finance',
    projected: 'finance.projected_products',
    columns: ['tenant_id', 'id', 'ref', 'name'],
  },
  {
    owner: 'products',
    table: 'products.suppliers',
    reader: 'finance',
    projected: 'finance.projected_suppliers',
    columns: ['tenant_id', 'id', 'ref', 'name'],
  },
  {
    owner: 'products',
    table: 'products.products',
    reader: 'risk',
    projected: 'risk.projected_products',
    columns: ['tenant_id', 'id', 'ref', 'name'],
  },
  {
    owner: 'hr',
    table: 'hr.org_units',
    reader: 'risk',
    projected: 'risk.projected_org_units',
    columns: ['tenant_id', 'id', 'ref', 'name', 'parent_id', 'manager_id'],
  },
  {
    owner: 'hr',
    table: 'hr.employees',
    reader: 'risk',
    projected: 'risk.projected_employees',
    columns: ['tenant_id', 'id', 'ref', 'name', 'org_unit_id'],
  },
  {
    // Not of another domain: birth days stand apart from what may be shown of people. See docs/decisions/015-pay.md.
    owner: 'hr',
    table: 'hr.employees',
    reader: 'hr',
    projected: 'hr.birth_days',
    columns: ['tenant_id', 'id', 'born_on'],
  },
  {
    owner: 'hr',
    table: 'hr.employees',
    reader: 'sales',
    projected: 'sales.projected_employees',
    columns: ['tenant_id', 'id', 'ref', 'name'],
  },
  {
    owner: 'hr',
    table: 'hr.org_units',
    reader: 'finance',
    projected: 'finance.projected_org_units',
    columns: ['tenant_id', 'id', 'ref', 'name', 'kind', 'parent_id', 'manager_id'],
  },
  {
    owner: 'hr',
    table: 'hr.employees',
    reader: 'finance',
    projected: 'finance.projected_employees',
    columns: ['tenant_id', 'id', 'ref', 'name', 'org_unit_id'],
  },
]
