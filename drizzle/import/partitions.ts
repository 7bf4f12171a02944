import type { Domain } from '@aems/schema/sdl.ts'
import postgres from 'postgres'
import { appRole } from '../roles.ts'
import type { SourceFile } from './directory.ts'
import { stagingTable } from './staging.ts'
import { loadingDomain } from './tables.ts'

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
  return days.length === 0 ? [] : spansOf(session, 'sales', days.join(' union all '))
}

/** Days of each domain's staged rows whose tables are partitioned by a date of their own. */
export async function ownMonths(
  session: postgres.TransactionSql,
  sources: readonly SourceFile[],
): Promise<{ readonly domain: Domain; readonly spans: Span[] }[]> {
  const months: { domain: Domain; spans: Span[] }[] = []
  for (const { format } of sources) {
    if (format.partitionedBy === undefined) continue
    const domain = loadingDomain(format)
    const days = `select distinct ${format.partitionedBy} from ${stagingTable(format)}`
    months.push({ domain, spans: await spansOf(session, domain, days) })
  }
  return months
}

/** The months in which days lie, as spans without gaps. `days` is a query of one column. */
async function spansOf(session: postgres.TransactionSql, domain: Domain, days: string): Promise<Span[]> {
  await session.unsafe(`set local role ${appRole(domain)}`)
  const spans = await session.unsafe<{ first: string; last: string }[]>(
    `select min(month)::text as first, (max(month) + interval '1 month - 1 day')::date::text as last
     from (select month, month - (row_number() over (order by month)) * interval '1 month' as run
           from (select distinct date_trunc('month', day)::date as month from (${days}) days (day)) months) runs
     group by run order by 1`,
  )
  await session`set local role none`
  return [...spans]
}

/** Makes the partitions for the spans, in a short transaction of its own: readers wait for it only for a moment. */
export async function makePartitions(url: string, domain: Domain, spans: readonly Span[]): Promise<void> {
  if (spans.length === 0) return
  const client = postgres(url, { max: 1, onnotice: () => {} })
  try {
    for (const { first, last } of spans) {
      await client.begin(async (session) => {
        await session`set local lock_timeout = '10s'`
        await session.unsafe(`set local role ${appRole(domain)}`)
        await session.unsafe(`select ${domain}.ensure_partitions($1::date, $2::date)`, [first, last])
      })
    }
  } finally {
    await client.end({ timeout: 5 })
  }
}
