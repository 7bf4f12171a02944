import type postgres from 'postgres'
import { importedId } from '../ids.ts'
import { appRole } from '../roles.ts'
import type { DemoDays } from './calendar.ts'
import { uniform, whole } from './random.ts'

/** Number, name, type and subtype of the demo's accounts. */
const accounts = [
  ['1000', 'Cash', 'asset', 'cash'],
  ['1100', 'Receivables', 'asset', 'receivable'],
  ['1200', 'Inventory', 'asset', 'inventory'],
  ['1500', 'Equipment', 'asset', 'fixed_asset'],
  ['2000', 'Payables', 'liability', 'payable'],
  ['2500', 'Bank loan', 'liability', 'debt'],
  ['3000', 'Share capital', 'equity', 'other'],
  ['4000', 'Sales of goods', 'revenue', 'sales'],
  ['5000', 'Cost of goods', 'expense', 'cogs'],
  ['6000', 'Salaries', 'expense', 'payroll'],
  ['6100', 'Marketing', 'expense', 'marketing'],
  ['6200', 'Travel', 'expense', 'travel'],
  ['6300', 'Rent and energy', 'expense', 'other'],
  ['6400', 'Depreciation', 'expense', 'depreciation'],
  ['7000', 'Interest', 'expense', 'interest'],
] as const

type Account = (typeof accounts)[number][0]

/**
 * The books of the demo company: every sale is posted on its day, so that the ledger's revenue is that of its orders; resellers
 * are invoiced and pay late, others pay at once. With a budget, expense claims and service contracts.
 */
export async function writeBooks(session: postgres.TransactionSql, companyId: string, days: DemoDays): Promise<void> {
  await gatherSales(session, companyId)
  await session.unsafe(`set local role ${appRole('finance')}`)
  for (const [ref, name, type, subtype] of accounts) {
    await session`insert into finance.accounts ${session({ tenant_id: companyId, id: importedId(companyId, 'account', ref), ref, name, type, subtype })}`
  }
  await projectPeople(session, companyId)
  await writeInvoices(session, companyId, days)
  for (const [name, query] of Object.entries(postings(days))) await post(session, companyId, name, query)
  await writeBudget(session, companyId)
  await writeClaims(session, companyId, days)
  await writeContracts(session, companyId, days)
}

/** What finance knows of people, and what each unit's people cost beside all others' in each month. */
async function projectPeople(session: postgres.TransactionSql, companyId: string): Promise<void> {
  await session.unsafe(`
    insert into finance.projected_org_units (tenant_id, id, ref, name, kind, parent_id, manager_id)
    select '${companyId}', id, ref, name, kind, parent_id, manager_id from demo_units;
    insert into finance.projected_employees (tenant_id, id, ref, name, org_unit_id)
    select '${companyId}', id, ref, name, unit_id from demo_staff;
    create temporary table demo_shares on commit drop as
    select day, unit_id, unit, sum(pay * fte) / sum(sum(pay * fte)) over (partition by day) as part
    from demo_staff, (select distinct (date_trunc('month', day) + interval '1 month - 1 day')::date as day from demo_sold) months
    where hired_on <= day and coalesce(left_on, date 'infinity') > day group by day, unit_id, unit`)
}

/** What finance must know of the sales, which only sales may read: each order with what its goods cost, and its customers. */
async function gatherSales(session: postgres.TransactionSql, companyId: string): Promise<void> {
  await session.unsafe(`set local role ${appRole('sales')}`)
  await session.unsafe(`
    create temporary table demo_sold on commit drop as
    select o.id, o.ref, o.customer_id, o.ordered_on as day, o.channel, o.net_amount as net, costs.cost,
      row_number() over (order by o.ref) as n
    from sales.orders o join (
      select order_id, sum(round(quantity * unit_cost, 2)) as cost from sales.order_lines where tenant_id = '${companyId}' group by 1) costs
      on costs.order_id = o.id
    where o.tenant_id = '${companyId}' and o.status <> 'cancelled';
    create temporary table demo_buyers on commit drop as
    select id, ref, name, kind, row_number() over (order by ref) as n from sales.customers where tenant_id = '${companyId}';
    analyze demo_sold; analyze demo_buyers;
    grant select on demo_sold, demo_buyers to ${appRole('finance')}`)
}

async function writeInvoices(session: postgres.TransactionSql, companyId: string, days: DemoDays): Promise<void> {
  await session.unsafe(`insert into finance.projected_customers (tenant_id, id, ref, name)
    select '${companyId}', id, ref, name from demo_buyers`)
  await session.unsafe(`
    insert into finance.invoices (tenant_id, id, ref, customer_id, order_id, issued_on, due_on, amount, currency, currency_amount)
    select '${companyId}', md5('demo invoice ' || ref)::uuid, 'INV-' || ref, customer_id, id, day, day + 30, net, 'EUR', net
    from demo_sold where channel = 'reseller'`)
  await session.unsafe(`
    insert into finance.payments (tenant_id, id, ref, invoice_id, paid_on, amount, currency_amount)
    select '${companyId}', md5('demo payment ' || ref)::uuid, 'PAY-' || ref, md5('demo invoice ' || ref)::uuid, paid_on, net, net
    from (select *, day + ${whole('n', 301, 14, 55)} as paid_on from demo_sold where channel = 'reseller') sold
    where paid_on <= date '${days.last}' and ${uniform('n', 302)} < 0.985`)
}

const monthly = `(select (date_trunc('month', day) + interval '1 month - 1 day')::date as day, sum(net) as net, sum(cost) as cost from demo_sold group by 1)`

/** Queries of (day, key, debit, credit, amount, unit_id): a posting on two accounts each, the debit for a unit or for none. Days after the last are left out. */
function postings(days: DemoDays): Readonly<Record<string, string>> {
  const both = (debit: Account, credit: Account, amount: string, from: string, day = 'day') =>
    `select ${day} as day, ${day}::text as key, '${debit}' as debit, '${credit}' as credit, round(${amount}, 2) as amount, null::uuid as unit_id from ${from}`
  const share = (debit: Account, part: number, unit: string) =>
    `select day, day::text as key, '${debit}' as debit, '1000' as credit, round(net * ${part}, 2) as amount, u.id as unit_id
      from ${monthly} m join demo_units u on u.ref = '${unit}'`
  return {
    capital: both('1000', '3000', '400000', `(select date '${days.first}' as day) first`),
    loan: both('1000', '2500', '250000', `(select date '${days.first}' as day) first`),
    equipment: both('1500', '1000', '180000', `(select date '${days.first}' as day) first`),
    collected: both('1000', '1100', 'net', `(select paid_on as day, sum(amount) as net from finance.payments group by 1) paid`),
    cost: both('5000', '1200', 'cost', '(select day, sum(cost) as cost from demo_sold group by 1) sold'),
    supply: both('1200', '2000', 'cost * 1.02', `${monthly} m`),
    supplied: both('2000', '1000', 'cost * 1.02', `${monthly} m`, '(day + 30)'),
    // Those who work for the company cost nearly a quarter of what it sells: a little more than what they are paid. Each unit by its people.
    pay: `select day, day::text || '-' || unit as key, '6000' as debit, '1000' as credit, round(net * 0.235 * part, 2) as amount, unit_id
      from ${monthly} m join demo_shares using (day)`,
    marketing: share('6100', 0.05, 'MKT'),
    travel: share('6200', 0.012, 'SAL'),
    rent: share('6300', 0.04, 'OPS'),
    wear: both('6400', '1500', '2500', `${monthly} m`),
    interest: both('7000', '1000', '900', `${monthly} m`),
    // One entry for each order, so that the books grow with what is sold.
    sales: `select day, ref as key, case when channel = 'reseller' then '1100' else '1000' end as debit, '4000' as credit, net as amount, null::uuid as unit_id
      from demo_sold`,
  }
}

/** Accounts that their postings reduce: assets that are credited and liabilities that are debited. */
const reduced: readonly [Account, 'debit' | 'credit'][] = [
  ['1000', 'credit'],
  ['1100', 'credit'],
  ['1200', 'credit'],
  ['1500', 'credit'],
  ['2000', 'debit'],
]

const signed = (side: 'debit' | 'credit'): string =>
  `case when ${side} in (${reduced.flatMap(([ref, on]) => (on === side ? [`'${ref}'`] : [])).join(', ')}) then -amount else amount end`

async function post(session: postgres.TransactionSql, companyId: string, name: string, query: string): Promise<void> {
  const side = (column: 'debit' | 'credit') => `
    select posted.day, 'GL-${name}-' || key || '-${column}' as ref, 'J-${name}-' || key as journal, ${column} as account, ${signed(column)} as amount,
      ${column === 'debit' ? 'unit_id' : 'null::uuid'} as unit_id from posted`
  await session.unsafe(`
    with posted as (select * from (${query}) asked where amount <> 0 and day <= (select max(day) from demo_sold)),
    sides as (${side('debit')} union all ${side('credit')})
    insert into finance.ledger_entries (tenant_id, posted_on, id, ref, journal_ref, account_id, org_unit_id, scenario, amount, currency, currency_amount)
    select '${companyId}', s.day, md5(s.ref)::uuid, s.ref, s.journal, a.id, s.unit_id, 'actual', s.amount, 'EUR', s.amount
    from sides s join finance.accounts a on a.ref = s.account and a.tenant_id = '${companyId}'`)
}

/** What was planned for each month: what happened a little smoothed, with more sales hoped for than came. */
async function writeBudget(session: postgres.TransactionSql, companyId: string): Promise<void> {
  await session.unsafe(`
    insert into finance.ledger_entries (tenant_id, posted_on, id, ref, account_id, org_unit_id, scenario, amount, currency, currency_amount)
    select '${companyId}', day, md5('demo budget ' || account_id || day || coalesce(org_unit_id::text, ''))::uuid,
      'BU-' || account_id || '-' || day || coalesce('-' || org_unit_id, ''), account_id, org_unit_id, 'budget', planned, 'EUR', planned
    from (
      select account_id, org_unit_id, (date_trunc('month', posted_on) + interval '1 month - 1 day')::date as day,
        round(sum(e.amount) * case when a.type = 'revenue' then 1.04 else 0.98 end, -2) as planned
      from finance.ledger_entries e join finance.accounts a on a.tenant_id = e.tenant_id and a.id = e.account_id
      where e.tenant_id = '${companyId}' and a.type in ('revenue', 'expense') and e.scenario = 'actual'
      group by account_id, org_unit_id, a.type, 3) planned
    where day <= (select max(day) from demo_sold)`)
}

async function writeClaims(session: postgres.TransactionSql, companyId: string, days: DemoDays): Promise<void> {
  await session.unsafe(`
    insert into finance.expenses (tenant_id, id, ref, employee_id, org_unit_id, category, incurred_on, amount, currency, currency_amount, status, submitted_on, decided_on)
    select '${companyId}', md5('demo claim ' || claims.n)::uuid, 'EX-' || claims.n, who.id, who.unit_id, category, day, amount, 'EUR', amount, status,
      day + 3, case when status <> 'submitted' then day + 3 + ${whole('claims.n', 313, 1, 9)} end
    from (
      select n, day, (array['travel', 'meals', 'lodging', 'software', 'training'])[${whole('n', 311, 1, 5)}] as category,
        (20 + ${whole('n', 312, 0, 480)})::numeric as amount,
        case when day > date '${days.last}' - 14 then 'submitted' when ${uniform('n', 314)} < 0.06 then 'rejected'
          when ${uniform('n', 314)} < 0.2 then 'approved' else 'reimbursed' end as status
      from (select n, date '${days.first}' + (n * (date '${days.last}' - 3 - date '${days.first}') / 900) as day
            from generate_series(1, 900) n) dated) claims
    -- By whoever held a post on that day; where nobody did, it is not known whose they are.
    left join demo_staff who on who.post = ${whole('claims.n', 315, 1, 60)} and who.hired_on <= day and coalesce(who.left_on, date 'infinity') > day`)
}

/** Service contracts of some companies: most renew by the year, a few were cancelled. */
async function writeContracts(session: postgres.TransactionSql, companyId: string, days: DemoDays): Promise<void> {
  await session.unsafe(`
    insert into finance.contracts (tenant_id, id, ref, customer_id, starts_on, amount, billing_interval, recognition, cancelled_on)
    select '${companyId}', md5('demo contract ' || ref)::uuid, 'SC-' || ref, id, starts_on, (50 + ${whole('n', 321, 0, 40)} * 5)::numeric,
      (array['month', 'quarter'])[${whole('n', 322, 1, 2)}], 'straight_line',
      case when ${uniform('n', 323)} < 0.18 then starts_on + ${whole('n', 324, 120, 500)} end
    from (select id, ref, n, date '${days.first}' + ${whole('n', 325, 0, 900)} as starts_on from demo_buyers where kind = 'company' order by ref limit 80) buyers`)
}
