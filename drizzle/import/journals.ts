import type postgres from 'postgres'
import { appRole } from '../roles.ts'
import { type CheckContext, findings, valuesAt } from './checks.ts'
import type { SourceFile } from './directory.ts'
import { stagingTable } from './staging.ts'

/** Assets and expenses grow by debits, the rest by credits; contra accounts the other way round. */
const debited = "case when (a.type in ('asset', 'expense')) <> coalesce(a.contra, false) then s.amount else -s.amount end"

/** Whether the debits of every journal equal its credits. Journals over several currencies balance only by their rates. */
export async function checkJournals(session: postgres.TransactionSql, source: SourceFile, context: CheckContext): Promise<void> {
  if (source.format.name !== 'ledger_entries.csv' || !source.header.includes('journal_ref')) return
  const accounts = context.sources.find(({ format }) => format.name === 'accounts.csv')
  const [type, contra] = ['type', accounts?.header.includes('contra') ? 'contra' : 'null::boolean as contra']
  const known = [
    ...(accounts ? [`select id, ${type}, ${contra} from ${stagingTable(accounts.format)}`] : []),
    `select id, type, contra from finance.accounts kept where kept.tenant_id = '${context.companyId}'${
      accounts ? ` and not exists (select from ${stagingTable(accounts.format)} there where there.id = kept.id)` : ''
    }`,
  ]
  const oneCurrency = source.header.includes('currency') ? "count(distinct coalesce(s.currency, '')) = 1 and " : ''
  await session.unsafe(`set local role ${appRole('finance')}`)
  const found = await findings(
    session,
    `select min(s.line_number)::integer as line_number, null::integer as other
     from ${stagingTable(source.format)} s join (${known.join(' union all ')}) a on a.id = s.account_id
     where s.journal_ref is not null and a.type <> 'statistical'
     group by s.journal_ref, s.scenario having ${oneCurrency}sum(${debited}) <> 0`,
  )
  await session`set local role none`
  if (found.count === 0) return
  const values = await valuesAt(source.records, new Set(found.kept.map((each) => each.line_number)))
  for (const { line_number } of found.kept) {
    const journal = values.get(line_number)?.[source.header.indexOf('journal_ref')] ?? ''
    const message = `"${journal}" does not balance: its debits (assets and expenses) must equal its credits (liabilities, equity and revenue)`
    context.faults.add(source.format.name, line_number, 'journal_ref', message)
  }
  context.faults.addUnseen(found.count - found.kept.length)
}
