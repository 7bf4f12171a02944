import { companyId, newId } from '@aems/drizzle/ids.ts'
import postgres from 'postgres'
import { type Figure, percentile } from './bench.ts'

const runs = 100
const lines = 3

/** What keeping the sums adds to one order of three lines: with the triggers and without them, by turns. Nothing is kept. */
export async function measureUpkeep(adminUrl: string, companyKey: string, note: string): Promise<Figure> {
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} })
  const tenantId = companyId(companyKey)
  try {
    const [customer] = await admin`select id from sales.customers where tenant_id = ${tenantId} limit 1`
    const products = await admin`select id from sales.projected_products where tenant_id = ${tenantId} limit ${lines}`
    const [last] = await admin`select max(ordered_on)::text as day from sales.orders where tenant_id = ${tenantId}`
    if (customer === undefined || last === undefined) throw new Error(`The company ${companyKey} has no orders to add one to.`)
    const write = async (rollups: 'on' | 'off'): Promise<number> => {
      let ms = 0
      await admin
        .begin(async (session) => {
          await session`set local role aems_sales_app`
          await session`select set_config('app.tenant_id', ${tenantId}, true), set_config('app.rollups', ${rollups}, true)`
          const orderId = newId()
          const began = performance.now()
          await session`insert into sales.orders (tenant_id, id, ref, customer_id, ordered_on, status, currency, net_amount)
            values (${tenantId}, ${orderId}, ${orderId}, ${customer['id']}, ${last['day']}, 'open', 'EUR', 30)`
          await session`insert into sales.order_lines (tenant_id, ordered_on, order_id, line, product_id, quantity, unit_price, net_amount)
            select ${tenantId}, ${last['day']}::date, ${orderId}::uuid, n, id, 1, 10, 10
            from unnest(${products.map(({ id }) => id)}::uuid[]) with ordinality as sold (id, n)`
          ms = performance.now() - began
          throw new Undone()
        })
        .catch((error: unknown) => {
          if (!(error instanceof Undone)) throw error
        })
      return ms
    }
    const [kept, bare]: [number[], number[]] = [[], []]
    for (let run = 0; run < runs + 5; run += 1) {
      const [off, on] = [await write('off'), await write('on')]
      if (run < 5) continue
      bare.push(off)
      kept.push(on)
    }
    return {
      name: 'an order of three lines, written with its sums, p50',
      value: percentile(kept, 50),
      unit: 'ms',
      baseline: { name: 'without them', value: percentile(bare, 50) },
      note: `${note}, ${runs} runs`,
    }
  } finally {
    await admin.end({ timeout: 5 })
  }
}

/** Takes back what was written. */
class Undone extends Error {}
