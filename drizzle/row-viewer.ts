import type postgres from 'postgres'

/** Whose rows a transaction sees. */
export interface RowViewer {
  readonly tenantId: string | null
  readonly userId: string | null
  readonly scopes: Iterable<string>
  /** The sales person whose deals and orders alone they see; absent or null: everyone's. */
  readonly salesPersonId?: string | null
  /** IANA time zone in which the company's days begin and end; UTC where it is not given. */
  readonly timeZone?: string
  /** The employee that the viewer is, where they are one: rules about one's own org units go by it. */
  readonly employeeId?: string | null
}

/** Says to row-level security, for the rest of the transaction, whose rows to show. */
export function setViewer(session: postgres.TransactionSql, viewer: RowViewer): postgres.PendingQuery<postgres.Row[]> {
  return session`
    select set_config('app.tenant_id', ${viewer.tenantId ?? ''}, true),
      set_config('app.user_id', ${viewer.userId ?? ''}, true),
      set_config('app.scopes', ${[...viewer.scopes].join(' ')}, true),
      set_config('app.sales_person_id', ${viewer.salesPersonId ?? ''}, true),
      set_config('app.time_zone', ${viewer.timeZone ?? 'UTC'}, true),
      set_config('app.employee_id', ${viewer.employeeId ?? ''}, true)`
}
