import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { newId } from '@aems/drizzle/ids.ts'
import { copyTemplate, type FreshDatabase } from '@aems/drizzle/testing.ts'
import { metricTable } from '@aems/kit/metrics/engine.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { salesCatalogue } from '../metrics/metrics.ts'
import { type SmallCompany, smallCompany } from './small-company.ts'

let sales: DomainDatabase
let admin: FreshDatabase['admin']
let company: SmallCompany
let drop: () => Promise<void>

beforeAll(async () => {
  const copy = await copyTemplate()
  drop = copy.drop
  company = await smallCompany(copy.database)
  admin = copy.database.admin
  sales = copy.database.open('sales')
})
afterAll(() => drop())

async function weighted(): Promise<number> {
  const period = { from: '2024-01-01', to: '2024-03-31' }
  const { totals } = await metricTable(sales, salesCatalogue, company.viewer, { metrics: ['WEIGHTED_PIPELINE'], period })
  return Number(totals[0]?.value)
}

test('an open opportunity weighs by its probability, else by its stage’s share won, else by the company’s', async () => {
  // The one with an amount, 300, has no probability: three of four were won.
  expect(await weighted()).toBe(225)
  const came = await admin<
    { id: string }[]
  >`select distinct on (stage) id from sales.opportunities where stage in ('won', 'lost')`
  for (const { id } of came) {
    await admin`insert into sales.opportunity_stages (tenant_id, id, opportunity_id, stage, entered_on)
      values (${company.viewer.company.id}, ${newId()}, ${id}, 'engaging', '2024-01-02')`
  }
  // Of the two that came through the same stage, one was won.
  expect(await weighted()).toBe(150)
  await admin`update sales.opportunities set probability = 0.9 where stage = 'engaging'`
  expect(await weighted()).toBe(270)
})
