import { domains } from '@aems/schema/sdl.ts'
import type postgres from 'postgres'
import { appRole } from '../roles.ts'
import type { CurrencyContext } from './currency.ts'
import { type LoadedFile, loadedFiles } from './format.ts'
import { stagingTable } from './staging.ts'
import { loadingDomain } from './tables.ts'

/**
 * Rates that change take the rows along that were converted by them: so such rows must come with them, to be converted anew.
 * Otherwise the rates would say one thing and the figures another.
 */
export async function checkKeptRates(session: postgres.TransactionSql, context: CurrencyContext): Promise<void> {
  const rates = context.sources.find(({ format }) => format.name === 'exchange_rates.csv')
  if (rates === undefined) return
  const { companyId, replaces, faults } = context
  await session.unsafe(`set local role ${appRole('finance')}`)
  await session.unsafe(`
    create temporary table rates_before on commit drop as
    select currency, rated_on, rate from finance.exchange_rates where tenant_id = '${companyId}';
    create temporary table rates_after on commit drop as
    select currency, rated_on, rate from ${stagingTable(rates.format)}
    union all
    select currency, rated_on, rate from pg_temp.rates_before b
    where ${!replaces} and not exists (
      select from ${stagingTable(rates.format)} s where s.currency = b.currency and s.rated_on = b.rated_on);
    grant select on rates_before, rates_after to ${domains.map(appRole).join(', ')}`)
  await session`set local role none`
  for (const file of loadedFiles) {
    const count = await rowsAtOtherRates(session, file, context)
    if (count === 0) continue
    const rows = count === 1 ? 'a row' : `${count.toLocaleString('en-US')} rows`
    const message = `changes the rate of ${rows} of an earlier ${file.name}; bring ${count === 1 ? 'that row' : 'those rows'} too, so that amounts are converted anew`
    faults.add(rates.format.name, 1, null, message)
  }
}

/** How many rows that are not in the directory were converted at another rate than theirs would be now. */
async function rowsAtOtherRates(session: postgres.TransactionSql, file: LoadedFile, context: CurrencyContext): Promise<number> {
  const { companyId, currency, sources, replaces } = context
  if (file.convertedOn === undefined) return 0
  const here = sources.some(({ format }) => format.name === file.name)
  if (here && replaces) return 0
  const rate = (rates: string) =>
    `(select r.rate from pg_temp.${rates} r where r.currency = t.currency and r.rated_on <= t.${file.convertedOn} order by r.rated_on desc limit 1)`
  await session.unsafe(`set local role ${appRole(loadingDomain(file))}`)
  const [found] = await session.unsafe<{ count: number }[]>(
    `select count(*)::integer as count from ${file.table} t
     where t.tenant_id = '${companyId}' and t.currency <> '${currency}' and ${rate('rates_before')} is distinct from ${rate('rates_after')}
     ${here ? `and not exists (select from ${stagingTable(file)} s where s.id = t.id)` : ''}`,
  )
  await session`set local role none`
  return found?.count ?? 0
}
