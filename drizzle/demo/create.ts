import postgres from 'postgres'
import { companyId, newId } from '../ids.ts'
import { setFirstOrders } from '../import/orders.ts'
import { makePartitions } from '../import/partitions.ts'
import { pauseRollups, rebuildRollups } from '../import/rollups.ts'
import { refreshStatistics } from '../import/statistics.ts'
import { projectSales } from '../projector/projected-sales.ts'
import { appRole } from '../roles.ts'
import { setViewer } from '../row-viewer.ts'
import { demoDays, makeAssortment, makeCalendar } from './calendar.ts'
import { demoCompany } from './company.ts'
import { writeCustomers } from './customers.ts'
import { writeBooks } from './finance.ts'
import { demoProducts, writeProducts, writeSalesNouns } from './nouns.ts'
import { writeOpportunities, writeTargets } from './opportunities.ts'
import { writeMonth } from './orders.ts'
import { linkSalesPeople, writePeople } from './people.ts'
import { writeRisks } from './risk.ts'
import { type DemoSize, volumes } from './size.ts'
import { writeSupply } from './supply.ts'

export interface DemoOrder {
  /** The database as the import role reaches it. */
  readonly url: string
  /** Whoever owns the demo company. */
  readonly userId: string
  readonly size: DemoSize
  /** The last day of its history, `YYYY-MM-DD`; it stays the day that today means for this company. */
  readonly today: string
}

/** How far the making is: months of history that are done, of how many. */
export interface DemoProgress {
  readonly month: number
  readonly months: number
}

/**
 * Makes the demo company inside the database, the same for the same size and day, in one transaction: where it breaks
 * off, nothing is left, and the next call begins anew. Where the company is there already, nothing happens.
 * @returns whether it was made.
 */
export async function createDemo(order: DemoOrder, onProgress: (progress: DemoProgress) => void = () => {}): Promise<boolean> {
  const id = companyId(demoCompany.key)
  const days = demoDays(order.today)
  for (const domain of ['sales', 'finance', 'products'] as const) {
    await makePartitions(order.url, domain, [{ first: days.first, last: days.last }])
  }
  const client = postgres(order.url, {
    max: 1,
    onnotice: () => {},
    connection: { application_name: 'a-ems demo', statement_timeout: 0, work_mem: '128MB', temp_buffers: '64MB' },
  })
  try {
    const { made } = await client.begin(async (session) => ({ made: await make(session) }))
    return made
  } finally {
    await client.end({ timeout: 5 })
  }

  async function make(session: postgres.TransactionSql): Promise<boolean> {
    const as = (domain: 'auth' | 'products' | 'sales' | 'risk') => session.unsafe(`set local role ${appRole(domain)}`)
    const { orders, customers, opportunities, growth } = volumes[order.size]
    await setViewer(session, { tenantId: id, userId: order.userId, scopes: ['import:write'] })
    await session`select pg_advisory_xact_lock(hashtextextended(${`import ${id}`}, 0))`
    // Nothing that is made here has statistics yet, and all of it is joined whole.
    await session`set local enable_nestloop = off`
    await as('auth')
    const [known] = await session`select 1 from auth.companies where id = ${id}`
    if (known) return false
    await session`insert into auth.companies ${session({
      id,
      key: demoCompany.key,
      name: demoCompany.name,
      currency: demoCompany.currency,
      fiscal_year_start_month: demoCompany.fiscalYearStartMonth,
      time_zone: demoCompany.timeZone,
      as_of: days.last,
    })}`
    await session`insert into auth.memberships ${session({ tenant_id: id, user_id: order.userId, roles: ['owner'] })}`
    await pauseRollups(session)
    await writePeople(session, id, days, growth)
    const products = demoProducts(id)
    await as('products')
    await writeProducts(session, id, products, days.launch)
    await as('sales')
    await writeSalesNouns(session, id, products)
    await linkSalesPeople(session, id)
    await makeCalendar(session, days, orders)
    await makeAssortment(session, days, products)
    await writeCustomers(session, id, days, customers)
    const months = await session<{ month: string }[]>`
      select distinct date_trunc('month', day)::date::text as month from demo_days order by 1`
    for (const [index, { month }] of months.entries()) {
      onProgress({ month: index, months: months.length })
      await writeMonth(session, id, days, month)
    }
    await writeOpportunities(session, id, days, opportunities)
    await writeTargets(session, id, days)
    await setFirstOrders(session, id)
    await writeBooks(session, id, days)
    await projectSales(session, id)
    await as('products')
    await writeSupply(session, id, days, products)
    await session`set local role none`
    await rebuildRollups(session)
    await as('sales')
    await refreshStatistics(session)
    await as('risk')
    await writeRisks(session, id, days, products)
    await as('auth')
    const subject = { size: order.size, today: order.today }
    await session`insert into auth.audit_log (tenant_id, id, user_id, action, subject)
      values (${id}, ${newId()}, ${order.userId}, 'demo.made', ${JSON.stringify(subject)}::text::jsonb)`
    onProgress({ month: months.length, months: months.length })
    return true
  }
}
