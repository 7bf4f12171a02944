import { afterAll, beforeAll, expect, test } from 'vitest'
import { companyId, newId } from '../../ids.ts'
import { importRole, urlAs } from '../../roles.ts'
import { copyTemplate, type FreshDatabase } from '../../testing.ts'
import { createDemo, type DemoOrder } from '../create.ts'

let database: FreshDatabase
let drop: () => Promise<void>
let order: DemoOrder
const id = companyId('demo')

beforeAll(async () => {
  ;({ database, drop } = await copyTemplate())
  const userId = newId()
  await database.admin`insert into auth.users (id, email, name, password_hash) values (${userId}, 'owner@example.com', 'Owner', 'none')`
  order = { url: urlAs(database.adminUrl, importRole, database.secret), userId, size: 'small', today: '2026-11-24' }
  await createDemo(order)
}, 120_000)
afterAll(() => drop())

const figure = async (query: string): Promise<number> => {
  const [row] = await database.admin.unsafe<{ value: string | number }[]>(query.replaceAll(':demo', `'${id}'`))
  return Number(row?.value)
}

test('it has three years of history up to today, some 40,000 lines, and belongs to whoever it was made for', async () => {
  expect(await figure('select count(*) as value from sales.order_lines where tenant_id = :demo')).toBeGreaterThan(35_000)
  expect(
    await figure(`select count(distinct date_trunc('month', ordered_on)) as value from sales.orders where tenant_id = :demo`),
  ).toBe(37)
  expect(await figure(`select max(ordered_on) - date '2026-11-24' as value from sales.orders where tenant_id = :demo`)).toBe(0)
  expect(await database.admin`select user_id, roles from auth.memberships where tenant_id = ${id}`).toEqual([
    { user_id: order.userId, roles: ['owner'] },
  ])
})

test('every order is the sum of its lines, on the day of its order', async () => {
  const wrong = await figure(`
    select count(*) as value from sales.orders o left join (
      select order_id, sum(net_amount) as net, min(ordered_on) as first, max(ordered_on) as last from sales.order_lines where tenant_id = :demo group by 1) l
    on l.order_id = o.id where o.tenant_id = :demo and (l.net is distinct from o.net_amount or l.first <> o.ordered_on or l.last <> o.ordered_on)`)
  expect(wrong).toBe(0)
})

test('revenue grows, sells at a margin of 30 to 45 %, in every territory', async () => {
  const revenue = (from: string, to: string) =>
    figure(
      `select sum(net_amount) as value from sales.orders where tenant_id = :demo and status <> 'cancelled' and ordered_on between '${from}' and '${to}'`,
    )
  expect((await revenue('2026-01-01', '2026-10-31')) / (await revenue('2025-01-01', '2025-10-31'))).toBeGreaterThan(1.03)
  const margin = await figure(
    'select 1 - sum(quantity * unit_cost) / sum(net_amount) as value from sales.order_lines where tenant_id = :demo',
  )
  expect(margin).toBeGreaterThan(0.3)
  expect(margin).toBeLessThan(0.45)
  expect(await figure('select count(distinct territory_id) as value from sales.orders where tenant_id = :demo')).toBe(10)
})

test('the slump has its cause in the data: footwear was out of stock in North America', async () => {
  const footwear = (from: string, to: string) =>
    figure(`select sum(l.net_amount) as value from sales.order_lines l
      join sales.orders o on o.id = l.order_id and o.tenant_id = l.tenant_id
      join sales.projected_products p on p.id = l.product_id and p.tenant_id = l.tenant_id
      join sales.territories t on t.id = o.territory_id and t.tenant_id = o.tenant_id
      where l.tenant_id = :demo and p.category = 'Footwear' and t.group_name = 'North America' and o.status <> 'cancelled' and l.ordered_on between '${from}' and '${to}'`)
  expect((await footwear('2026-04-01', '2026-05-31')) / (await footwear('2025-04-01', '2025-05-31'))).toBeLessThan(0.4)
  expect(
    await figure(`select count(*) as value from sales.opportunities where tenant_id = :demo and lost_reason = 'out of stock'`),
  ).toBeGreaterThan(10)
})

test('the slump reaches the register of risks: an incident tells of it, a control failed, and the risk is over appetite', async () => {
  const incident = await database.admin<{ loss: string; product: string }[]>`
    select loss_amount as loss, p.name as product from risk.incidents i
    join risk.projected_products p on p.id = i.product_id and p.tenant_id = i.tenant_id
    where i.tenant_id = ${id} and severity = 'critical'`
  expect(incident).toHaveLength(1)
  expect(await figure(`select count(*) as value from risk.risks where tenant_id = :demo`)).toBe(40)
  const red = await figure(
    `select count(*) as value from risk.risk_indicators where tenant_id = :demo and value >= red_at and measured_on between '2026-04-01' and '2026-06-15'`,
  )
  expect(red).toBeGreaterThan(0)
  const failed = await figure(`
    select count(*) as value from risk.control_tests t join risk.control_links l on l.control_id = t.control_id and l.tenant_id = t.tenant_id
    join risk.risks r on r.id = l.risk_id and r.tenant_id = t.tenant_id join risk.risk_appetite a on a.tenant_id = r.tenant_id and a.category = r.category
    where t.tenant_id = :demo and t.result = 'ineffective' and r.residual_likelihood * r.residual_impact > a.max_residual_score`)
  expect(failed).toBeGreaterThan(0)
})

test('before that, the maker of footwear was two months late, and the American shelves stood empty', async () => {
  const late = await figure(`select count(*) as value from products.purchase_orders o
    join products.suppliers s on s.id = o.supplier_id and s.tenant_id = o.tenant_id
    where o.tenant_id = :demo and s.name = 'Saigon Footwear Works' and o.received_on > o.expected_on + 14`)
  expect(late).toBe(2)
  // What lies on each shelf after each day: the latest count, and what was moved since.
  await database.admin.unsafe(`
    create table shelves as
    select category, name, day, sum(quantity) over (partition by product_id, warehouse_id, counted order by day) as on_hand
    from (
      select product_id, warehouse_id, as_of as day, as_of as counted, on_hand as quantity from products.stock_counts where tenant_id = '${id}'
      union all
      select product_id, warehouse_id, moved_on, (select max(as_of) from products.stock_counts c
        where c.product_id = m.product_id and c.warehouse_id = m.warehouse_id and c.as_of < m.moved_on), quantity
      from products.stock_movements m where tenant_id = '${id}') entries
    join (select id as warehouse_id, name from products.warehouses) w using (warehouse_id)
    join (select id as product_id, category from products.products) p using (product_id)`)
  expect(await figure('select count(*) as value from shelves where on_hand < 0')).toBe(0)
  const footwear = (days: string) =>
    figure(`select max(on_hand) as value from shelves where category = 'Footwear' and name = 'Reno Hub' and day between ${days}`)
  expect(await footwear(`'2026-04-01' and '2026-05-31'`)).toBe(0)
  expect(await footwear(`'2026-03-01' and '2026-03-31'`)).toBeGreaterThan(0)
  expect(await footwear(`'2026-06-01' and '2026-06-30'`)).toBeGreaterThan(0)
})

test('people meet 70 to 120 % of their quotas, deals are won at 20 to 45 %, and the pipeline is not empty', async () => {
  const attainments = await database.admin<{ attained: number }[]>`
    select ((select sum(net_amount) from sales.orders o where o.tenant_id = t.tenant_id and o.sales_person_id = t.sales_person_id
      and status <> 'cancelled' and ordered_on between starts_on and ends_on) / amount)::float8 as attained
    from sales.sales_targets t where tenant_id = ${id} and ends_on < '2026-11-24'`
  expect(attainments.length).toBeGreaterThan(200)
  expect(Math.min(...attainments.map(({ attained }) => attained))).toBeGreaterThan(0.65)
  expect(Math.max(...attainments.map(({ attained }) => attained))).toBeLessThan(1.25)
  const won = await figure(
    `select avg((stage = 'won')::integer) as value from sales.opportunities where tenant_id = :demo and closed_on is not null`,
  )
  expect(won).toBeGreaterThan(0.2)
  expect(won).toBeLessThan(0.45)
  expect(
    await figure(`select sum(amount) as value from sales.opportunities where tenant_id = :demo and closed_on is null`),
  ).toBeGreaterThan(100_000)
  expect(
    await figure(`select count(*) as value from sales.opportunities where tenant_id = :demo and closed_on > '2026-11-24'`),
  ).toBe(0)
})

test('some seventy people work there, and nothing is told of anybody outside the days that they were there', async () => {
  const employed = (unit: string, day: string) =>
    figure(`select count(*) as value from hr.employees e join hr.org_units u on u.tenant_id = e.tenant_id and u.id = e.org_unit_id
      where e.tenant_id = :demo and u.ref like '${unit}' and hired_on <= '${day}' and coalesce(left_on, 'infinity') > '${day}'`)
  expect(await employed('%', '2026-11-24')).toBeGreaterThan(60)
  expect(await employed('%', '2023-11-01')).toBeGreaterThan(50)
  const outside = await figure(`
    select count(*) as value from hr.employees e join (
      select employee_id, starts_on as first, coalesce(ends_on, '2026-11-24') as last from hr.jobs
      union all select employee_id, starts_on, ends_on from hr.absences
      union all select employee_id, reviewed_on, reviewed_on from hr.performance_reviews
      union all select employee_id, completed_on, completed_on from hr.training_records
      union all select employee_id, effective_on, effective_on from hr.compensation) told on told.employee_id = e.id
    where e.tenant_id = :demo and (first < hired_on or last > least(coalesce(left_on, 'infinity'), '2026-11-25') or last < first)`)
  expect(outside).toBe(0)
  const unmanaged =
    await figure(`select count(*) as value from hr.org_units u left join hr.employees e on e.id = u.manager_id and e.left_on is null
    where u.tenant_id = :demo and e.id is null`)
  expect(unmanaged).toBe(0)
  for (const table of ['sales.sales_people where employee_id is null', 'risk.risks where owner_id is null'])
    expect(await figure(`select count(*) as value from ${table} and tenant_id = :demo`)).toBe(0)
  const salaries = await figure(`select count(distinct org_unit_id) as value from finance.ledger_entries e
    join finance.accounts a on a.tenant_id = e.tenant_id and a.id = e.account_id where e.tenant_id = :demo and a.subtype = 'payroll'`)
  expect(salaries).toBe(await figure('select count(*) as value from hr.org_units where tenant_id = :demo'))
  // What the books say is paid in a year covers what people are paid now, with little on top.
  const paid = await figure(`select sum(amount)::float8 as value from finance.ledger_entries e
    join finance.accounts a on a.tenant_id = e.tenant_id and a.id = e.account_id
    where e.tenant_id = :demo and a.subtype = 'payroll' and scenario = 'actual' and posted_on between '2025-11-01' and '2026-10-31'`)
  const earned = await figure(`select sum(annual_amount)::float8 as value from (
    select distinct on (c.employee_id) c.annual_amount from hr.compensation c
    join hr.employees e on e.tenant_id = c.tenant_id and e.id = c.employee_id and e.left_on is null
    where c.tenant_id = :demo order by c.employee_id, c.effective_on desc) pay`)
  expect(paid / earned).toBeGreaterThan(1)
  expect(paid / earned).toBeLessThan(1.25)
})

test('half of the Hamburg warehouse left, unhappy before, and until others came what it ships was late', async () => {
  const [left] = await database.admin<{ left: number; unhappy: number }[]>`
    select count(*)::int as left, (select avg(score)::float8 from hr.survey_responses r where r.tenant_id = u.tenant_id
      and r.org_unit_id = u.id and responded_on between '2026-06-01' and '2026-06-30') as unhappy
    from hr.employees e join hr.org_units u on u.tenant_id = e.tenant_id and u.id = e.org_unit_id
    where e.tenant_id = ${id} and u.ref = 'HAM' and left_on between '2026-06-15' and '2026-06-30' and leave_kind = 'voluntary' group by u.tenant_id, u.id`
  expect(left?.left).toBe(4)
  expect(left?.unhappy).toBeLessThan(4)
  const onTime = (groups: string, days: string) =>
    figure(`select avg((shipped_on <= due_on)::integer) as value from sales.orders o join sales.territories t on t.tenant_id = o.tenant_id
      and t.id = o.territory_id where o.tenant_id = :demo and shipped_on is not null and group_name ${groups} and ordered_on between ${days}`)
  expect(await onTime("= 'Central Europe'", "'2026-07-01' and '2026-08-31'")).toBeLessThan(0.5)
  expect(await onTime("= 'Central Europe'", "'2026-05-01' and '2026-06-30'")).toBeGreaterThan(0.7)
  expect(await onTime("<> 'Central Europe'", "'2026-07-01' and '2026-08-31'")).toBeGreaterThan(0.7)
})

test('where it is there already, nothing happens', async () => {
  expect(await createDemo(order)).toBe(false)
})

test('the books balance, and their revenue is that of the orders', async () => {
  const posted = (condition: string) =>
    figure(`select sum(e.amount) as value from finance.ledger_entries e
      join finance.accounts a on a.tenant_id = e.tenant_id and a.id = e.account_id
      where e.tenant_id = :demo and e.scenario = 'actual' and ${condition}`)
  const sold = await figure("select sum(net_amount) as value from sales.orders where tenant_id = :demo and status <> 'cancelled'")
  expect(await posted("a.subtype = 'sales'")).toBeCloseTo(sold, 2)
  const debits = await posted("a.type in ('asset', 'expense')")
  expect(await posted("a.type in ('liability', 'equity', 'revenue')")).toBeCloseTo(debits, 2)
  const open = await figure(`select (select sum(amount) from finance.invoices where tenant_id = :demo)
    - (select sum(amount) from finance.payments where tenant_id = :demo) as value`)
  expect(await posted("a.subtype = 'receivable'")).toBeCloseTo(open, 2)
  expect(await posted("a.subtype = 'cash'")).toBeGreaterThan(0)
})
