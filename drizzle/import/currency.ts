import type postgres from 'postgres'
import { appRole } from '../roles.ts'
import { type CheckContext, findings, valuesAt } from './checks.ts'
import type { SourceFile } from './directory.ts'
import { stagingTable } from './staging.ts'
import { type Destination, writtenColumns } from './upsert.ts'

/** The latest rate on or before the row's day, beside the staged row `s`. */
const latestRate = (companyId: string, day: string): string =>
  `select r.rate from finance.exchange_rates r
   where r.tenant_id = '${companyId}' and r.currency = s.currency and r.rated_on <= s.${day} order by r.rated_on desc limit 1`

/** What a company's amounts are converted by: the checks' context, and the currency that it keeps its books in. */
export interface CurrencyContext extends CheckContext {
  readonly currency: string
}

/**
 * SQL for the latest rate on or before the day of the staged row `s`, as rates will be once the directory is in: those that
 * come with it take the place of those of the same day. Asked as finance.
 */
export function rateOn(day: string, { companyId, sources, replaces }: CheckContext): string {
  const here = sources.find(({ format }) => format.name === 'exchange_rates.csv')
  const known = [
    ...(here ? [`select rate, rated_on, currency, 0 as place from ${stagingTable(here.format)}`] : []),
    ...(here && replaces
      ? []
      : [`select rate, rated_on, currency, 1 from finance.exchange_rates where tenant_id = '${companyId}'`]),
  ].join(' union all ')
  return `(select r.rate from (${known}) r (rate, rated_on, currency, place)
    where r.currency = s.currency and r.rated_on <= s.${day} order by r.rated_on desc, r.place limit 1)`
}

/** A rate must be there for every amount in another currency: in exchange_rates.csv, or from an earlier import. */
export async function checkRates(session: postgres.TransactionSql, source: SourceFile, context: CurrencyContext): Promise<void> {
  const day = source.format.convertedOn
  if (day === undefined || !source.header.includes('currency')) return
  await session.unsafe(`set local role ${appRole('finance')}`)
  const found = await findings(
    session,
    `select line_number, null::integer as other from ${stagingTable(source.format)} s
     where s.currency <> '${context.currency}' and ${rateOn(day, context)} is null`,
  )
  await session`set local role none`
  if (found.count === 0) return
  const values = await valuesAt(source.records, new Set(found.kept.map((each) => each.line_number)))
  for (const { line_number } of found.kept) {
    const value = (column: string) => values.get(line_number)?.[source.header.indexOf(column)] ?? ''
    const message = `"${value('currency')}" has no exchange rate on or before ${value(day)}; add one to exchange_rates.csv`
    context.faults.add(source.format.name, line_number, 'currency', message)
  }
  context.faults.addUnseen(found.count - found.kept.length)
}

/** How rows are written whose amounts are kept both in their own currency and in the company's. */
export function inBothCurrencies(
  source: SourceFile,
  { companyId, currency }: { readonly companyId: string; readonly currency: string },
): Partial<Destination> {
  const { format, header } = source
  const columns = writtenColumns(source)
  if (format.name === 'payments.csv' && columns.includes('amount') && columns.includes('invoice_id')) {
    return {
      columns: [...columns, 'currency_amount'],
      values: {
        amount: 'coalesce(round(s.amount * i.amount / nullif(i.currency_amount, 0), 4), s.amount)',
        currency_amount: 's.amount',
      },
      from: `join finance.invoices i on i.tenant_id = '${companyId}' and i.id = s.invoice_id`,
    }
  }
  const day = format.convertedOn
  if (day === undefined || !columns.includes('amount')) return {}
  const foreign = header.includes('currency')
  return {
    columns: [...columns.filter((column) => column !== 'currency'), 'currency', 'currency_amount'],
    values: {
      currency: foreign ? `coalesce(s.currency, '${currency}')` : `'${currency}'`,
      currency_amount: 's.amount',
      ...(foreign && { amount: 'case when rates.rate is null then s.amount else round(s.amount * rates.rate, 4) end' }),
    },
    ...(foreign && { from: `left join lateral (${latestRate(companyId, day)}) rates on s.currency <> '${currency}'` }),
  }
}
