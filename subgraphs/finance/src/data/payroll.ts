import { accounts } from '@aems/drizzle/finance/tables.ts'
import { forbidden } from '@aems/kit/errors.ts'
import type { MetricsQuery } from '@aems/kit/metrics/query.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { type SQL, sql } from 'drizzle-orm'
import type { FinanceDimension, FinanceMetric } from '../graph.generated.ts'
import type { AccountData } from './accounts.ts'

/** Whether the viewer may see what single units pay. */
export const seesPayroll = ({ scopes }: Viewer): boolean => scopes.has('finance:payroll:read')

/** Whether the viewer may see which unit an entry of an account belongs to. */
export async function seesUnitOf(viewer: Viewer, accounts: AccountData, accountId: string): Promise<boolean> {
  return seesPayroll(viewer) || (await accounts.byId(accountId))?.subtype !== 'payroll'
}

/** That an entry is of no payroll account; accounts are joined. */
export const notPayroll: SQL = sql`${accounts.subtype} is distinct from 'payroll'`

/**
 * Pay of a unit can be told where figures are told apart by units and by accounts at once. Accounts alone, or units alone,
 * give nothing away.
 * @throws {GraphError} FORBIDDEN where the viewer asks for both without the right to see payroll.
 */
export function checkPayroll(
  viewer: Viewer,
  { by, where }: Pick<MetricsQuery<FinanceMetric, FinanceDimension>, 'by' | 'where'>,
): void {
  if (seesPayroll(viewer)) return
  const asked = new Set([...(by ?? []), ...(where ?? []).map(({ dimension }) => dimension)])
  const byUnit = asked.has('ORG_UNIT')
  if (byUnit && (asked.has('ACCOUNT') || asked.has('ACCOUNT_SUBTYPE'))) {
    throw forbidden(
      'What single units pay may be seen only with the right to see payroll. Ask by ORG_UNIT or by account, not both, or ask an administrator for the right.',
    )
  }
}
