import postgres from 'postgres'
import { appRole } from '../roles.ts'
import type { SourceFile } from './directory.ts'
import { stagingTable } from './staging.ts'

/** Days from first to last, both included. */
interface Span {
  readonly first: string
  readonly last: string
}

/** The months in which staged orders, or orders that staged lines belong to, lie, as spans without gaps. */
export async function orderMonths(
  session: postgres.TransactionSql,
  companyId: string,
  orders: SourceFile | undefined,
  lines: SourceFile | undefined,
): Promise<Span[]> {
  const days = [
    ...(orders ? [`select distinct ordered_on from ${stagingTable(orders.format)}`] : []),
    ...(lines
      ? [
          `select distinct o.ordered_on from sales.orders o where o.tenant_id = '${companyId}'
           and exists (select from ${stagingTable(lines.format)} s where s.order_id = o.id)`,
        ]
      : []),
  ]
  if (days.length === 0) return []
  await session.unsafe(`set local role ${appRole('sales')}`)
  const spans = await session.unsafe<{ first: string; last: string }[]>(
    `select min(month)::text as first, (max(month) + interval '1 month - 1 day')::date::text as last
     from (select month, month - (row_number() over (order by month)) * interval '1 month' as run
           from (select distinct date_trunc('month', ordered_on)::date as month from (${days.join(' union all ')}) days) months) runs
     group by run order by 1`,
  )
  await session`set local role none`
  return [...spans]
}

/** Makes the partitions for the spans, in a short transaction of its own: readers wait for it only for a moment. */
export async function makePartitions(url: string, spans: readonly Span[]): Promise<void> {
  if (spans.length === 0) return
  const client = postgres(url, { max: 1, onnotice: () => {} })
  try {
    for (const { first, last } of spans) {
      await client.begin(async (session) => {
        await session`set local lock_timeout = '10s'`
        await session.unsafe(`set local role ${appRole('sales')}`)
        await session`select sales.ensure_partitions(${first}::date, ${last}::date)`
      })
    }
  } finally {
    await client.end({ timeout: 5 })
  }
}
