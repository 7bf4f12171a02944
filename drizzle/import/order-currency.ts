import type postgres from 'postgres'
import { appRole } from '../roles.ts'
import { type CheckContext, findings } from './checks.ts'
import type { SourceFile } from './directory.ts'
import { stagingTable } from './staging.ts'
import { writtenColumns } from './upsert.ts'

/** Amounts of a line; each is rounded by itself, so that the sum of an order is the sum of its lines. */
const lineAmounts = ['unit_price', 'discount', 'net_amount', 'unit_cost']
const orderAmounts = ['tax', 'freight']

/**
 * Brings staged orders that were placed in another currency, and their lines, into the company's: at the latest rate on or
 * before the order's day. Orders keep that rate, lines what they brought in their own currency. Lines whose orders came with
 * an earlier import are converted at the rate that those have kept.
 */
export async function convertOrders(
  session: postgres.TransactionSql,
  context: CheckContext & { readonly currency: string },
): Promise<void> {
  const file = (name: string) => context.sources.find(({ format }) => format.name === name)
  const [orders, lines, rates] = [file('orders.csv'), file('order_lines.csv'), file('exchange_rates.csv')]
  if (orders === undefined && lines === undefined) return
  await session.unsafe(`
    create temporary table order_rates (order_id uuid, rate numeric(20, 10)) on commit drop;
    grant select, insert on order_rates to ${appRole('finance')}, ${appRole('sales')}`)
  if (orders?.header.includes('currency')) await findRates(session, orders, rates, context)
  if (lines) await keptRates(session, orders, context.companyId)
  await session`analyze pg_temp.order_rates`
  if (orders) await convert(session, orders, 'id', orderAmounts, 'exchange_rate = r.rate')
  if (lines) await convert(session, lines, 'order_id', lineAmounts, 'currency_net_amount = s.net_amount')
  else if (orders) await checkRatesStay(session, orders, context)
}

/** The rate of each staged order in another currency; `checkRates` has made sure that there is one. */
async function findRates(
  session: postgres.TransactionSql,
  orders: SourceFile,
  rates: SourceFile | undefined,
  { companyId, currency, replaces }: CheckContext & { readonly currency: string },
): Promise<void> {
  const staged = rates && `select currency, rated_on, rate, 0 as rank from ${stagingTable(rates.format)}`
  const stored = `select currency, rated_on, rate, 1 as rank from finance.exchange_rates where tenant_id = '${companyId}'`
  const known = [...(staged ? [staged] : []), ...(staged && replaces ? [] : [stored])].join(' union all ')
  await session.unsafe(`set local role ${appRole('finance')}`)
  await session.unsafe(
    `insert into pg_temp.order_rates
     select s.id, (select k.rate from (${known}) k where k.currency = s.currency and k.rated_on <= s.ordered_on order by k.rated_on desc, k.rank limit 1)
     from ${stagingTable(orders.format)} s where s.currency <> '${currency}'`,
  )
  await session`set local role none`
}

/** The rates of orders that came earlier, and not again. */
async function keptRates(session: postgres.TransactionSql, orders: SourceFile | undefined, companyId: string): Promise<void> {
  await session.unsafe(`set local role ${appRole('sales')}`)
  await session.unsafe(
    `insert into pg_temp.order_rates
     select o.id, o.exchange_rate from sales.orders o where o.tenant_id = '${companyId}' and o.exchange_rate is not null
     ${orders ? `and not exists (select from ${stagingTable(orders.format)} s where s.id = o.id)` : ''}`,
  )
  await session`set local role none`
}

async function convert(
  session: postgres.TransactionSql,
  source: SourceFile,
  order: string,
  amounts: readonly string[],
  beside: string,
): Promise<void> {
  const written = writtenColumns(source)
  const converted = amounts
    .filter((column) => written.includes(column))
    .map((column) => `${column} = round(s.${column} * r.rate, 4)`)
  await session.unsafe(
    `update ${stagingTable(source.format)} s set ${[beside, ...converted].join(', ')} from pg_temp.order_rates r where r.order_id = s.${order}`,
  )
}

/** Orders whose rate is another one now must bring their lines, whose amounts follow from it. */
async function checkRatesStay(
  session: postgres.TransactionSql,
  orders: SourceFile,
  { companyId, faults }: CheckContext,
): Promise<void> {
  await session.unsafe(`set local role ${appRole('sales')}`)
  const found = await findings(
    session,
    `select s.line_number, null::integer as other from ${stagingTable(orders.format)} s
     join sales.orders o on o.tenant_id = '${companyId}' and o.id = s.id and o.exchange_rate is distinct from s.exchange_rate
     where exists (select from sales.order_lines l where l.tenant_id = o.tenant_id and l.ordered_on = o.ordered_on and l.order_id = o.id)`,
  )
  await session`set local role none`
  const message =
    'is at another exchange rate than before; bring its lines too, in order_lines.csv, so that they are converted anew'
  for (const { line_number } of found.kept) faults.add(orders.format.name, line_number, null, message)
  faults.addUnseen(found.count - found.kept.length)
}
