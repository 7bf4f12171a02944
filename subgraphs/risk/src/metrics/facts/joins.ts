import type { Join, Reach } from '@aems/kit/metrics/definition.ts'
import { type Column, type SQLWrapper, sql, type Table } from 'drizzle-orm'
import type { RiskDimension } from '../../graph.generated.ts'

/** How a fact reaches dimensions. */
export type Reaches = { readonly [Name in RiskDimension]?: Reach }

/** `left join` of the row that a column names, within the company. */
export function joinById(
  table: Table & { readonly tenantId: Column; readonly id: Column },
  tenant: Column,
  id: SQLWrapper,
  name: string,
): Join {
  return { table: `risk.${name}`, sql: sql`left join ${table} on ${table.tenantId} = ${tenant} and ${table.id} = ${id}` }
}
