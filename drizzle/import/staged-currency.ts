import type postgres from 'postgres'
import { appRole } from '../roles.ts'
import { type CheckContext, findings } from './checks.ts'
import { type CurrencyContext, rateOn } from './currency.ts'
import type { SourceFile } from './directory.ts'
import { stagingTable } from './staging.ts'
import { writtenColumns } from './upsert.ts'

const payAmounts = ['annual_amount', 'band_min', 'band_mid', 'band_max']
/** Amounts of a line; each is rounded by itself, so that the sum of an order is the sum of its lines. */
const lineAmounts = ['unit_price', 'discount', 'net_amount', 'unit_cost']
const orderAmounts = ['tax', 'freight']

/** Brings staged rows that other rows hang on, or that have several amounts, into the company's currency. */
export async function convertStaged(session: postgres.TransactionSql, context: CurrencyContext): Promise<void> {
  await session.unsafe(`
    create temporary table staged_rates (row_id uuid, rate numeric(20, 10)) on commit drop;
    grant select, insert on staged_rates to ${appRole('finance')}, ${appRole('sales')}`)
  await convertPay(session, context)
  await session`truncate pg_temp.staged_rates`
  await convertOrders(session, context)
}

const fileOf = ({ sources }: CheckContext, name: string) => sources.find(({ format }) => format.name === name)

/** Pay in another currency, at the latest rate on or before its first day. It keeps that rate, and what was agreed. */
async function convertPay(session: postgres.TransactionSql, context: CurrencyContext): Promise<void> {
  const pay = fileOf(context, 'compensation.csv')
  if (!pay?.header.includes('currency')) return
  await findRates(session, pay, context)
  await convert(session, pay, 'id', payAmounts, 'exchange_rate = r.rate, currency_annual_amount = s.annual_amount')
}

/**
 * Orders that were placed in another currency, and their lines, at the latest rate on or before the order's day. Orders keep
 * that rate, lines what they brought in their own currency. Lines whose orders came with an earlier import are converted at
 * the rate that those have kept.
 */
async function convertOrders(session: postgres.TransactionSql, context: CurrencyContext): Promise<void> {
  const [orders, lines] = [fileOf(context, 'orders.csv'), fileOf(context, 'order_lines.csv')]
  if (orders?.header.includes('currency')) await findRates(session, orders, context)
  if (lines) await keptRates(session, orders, context.companyId)
  await session`analyze pg_temp.staged_rates`
  if (orders) await convert(session, orders, 'id', orderAmounts, 'exchange_rate = r.rate')
  if (lines) await convert(session, lines, 'order_id', lineAmounts, 'currency_net_amount = s.net_amount')
  else if (orders) await checkRatesStay(session, orders, context)
}

/** The rate of each staged row in another currency; `checkRates` has made sure that there is one. */
async function findRates(session: postgres.TransactionSql, source: SourceFile, context: CurrencyContext): Promise<void> {
  const { format } = source
  if (format.convertedOn === undefined) return
  await session.unsafe(`set local role ${appRole('finance')}`)
  await session.unsafe(
    `insert into pg_temp.staged_rates
     select s.id, ${rateOn(format.convertedOn, context)} from ${stagingTable(format)} s where s.currency <> '${context.currency}'`,
  )
  await session`set local role none`
}

/** The rates of orders that came earlier, and not again. */
async function keptRates(session: postgres.TransactionSql, orders: SourceFile | undefined, companyId: string): Promise<void> {
  await session.unsafe(`set local role ${appRole('sales')}`)
  await session.unsafe(
    `insert into pg_temp.staged_rates
     select o.id, o.exchange_rate from sales.orders o where o.tenant_id = '${companyId}' and o.exchange_rate is not null
     ${orders ? `and not exists (select from ${stagingTable(orders.format)} s where s.id = o.id)` : ''}`,
  )
  await session`set local role none`
}

async function convert(
  session: postgres.TransactionSql,
  source: SourceFile,
  key: string,
  amounts: readonly string[],
  beside: string,
): Promise<void> {
  const written = writtenColumns(source)
  const converted = amounts
    .filter((column) => written.includes(column))
    .map((column) => `${column} = round(s.${column} * r.rate, 4)`)
  await session.unsafe(
    `update ${stagingTable(source.format)} s set ${[beside, ...converted].join(', ')} from pg_temp.staged_rates r where r.row_id = s.${key}`,
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
