import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { apiSdl, domains } from '@aems/schema/sdl.ts'
import { buildSchema } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openGraph, type Person, type TestGraph } from '../testing/graph.ts'
import { largerCompany } from '../testing/larger-company.ts'
import { listQueries } from '../testing/list-queries.ts'

const hilltop = fileURLToPath(new URL('../../../drizzle/import/test/company', import.meta.url))
const times = 4

let graph: TestGraph
let small: Person
let large: Person
let folder: string

beforeAll(async () => {
  graph = await openGraph()
  small = (await graph.importCompany('hilltop')).owner
  folder = await largerCompany(hilltop, times)
  large = (await graph.importCompany('hilltop-large', folder)).owner
  // Tokens and the like are fetched once.
  for (const person of [small, large]) await graph.ask('{ me { user { name } } }', {}, person)
}, 60_000)
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await graph.close()
})

/** What begins, ends and sets the viewer, and what a new connection asks first. */
const others = /^\s*(?:begin|commit|rollback|select set_config|listen)|pg_catalog/i

/** How many statements each domain reads rows with. */
async function statementsOf(operation: string, person: Person): Promise<{ counts: Record<string, number>; rows: number }> {
  // The router asks anew who somebody is after a second: now, rather than between.
  await graph.ask('{ __typename }', {}, person)
  for (const domain of domains) await graph.statements(domain)
  const data = await graph.ask(operation, {}, person)
  const counts: Record<string, number> = {}
  for (const domain of domains) {
    const count = (await graph.statements(domain)).filter((statement) => !others.test(statement)).length
    if (count > 0) counts[domain] = count
  }
  return { counts, rows: JSON.stringify(data).split('__typename').length - 1 }
}

const tries = 3

/** Both companies' counts; where they differ, again: now and then the router asks anew who somebody is. */
async function compared(operation: string) {
  for (let attempt = 1; ; attempt += 1) {
    const few = await statementsOf(operation, small)
    const many = await statementsOf(operation, large)
    const alike = isDeepStrictEqual(few.counts, many.counts)
    if (alike || attempt === tries) return { few, many, alike }
  }
}

test('whatever list is asked for, with whatever is beneath it: as many statements for many rows as for few', async () => {
  const queries = listQueries(buildSchema(apiSdl()))
  expect(queries.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      ...['Customer.orders', 'Order.lines', 'OrderLine.product', 'Opportunity.stages', 'Product.orderLines', 'Product.contracts'],
      ...['Employee.expenses', 'Employee.orders', 'Employee.opportunities', 'Employee.ownedRisks', 'OrgUnit.ledgerEntries'],
      ...[
        'OrgUnit.expenses',
        'OrgUnit.risks',
        'LedgerEntry.orgUnit',
        'Expense.employee',
        'Expense.orgUnit',
        'Bill.purchaseOrder',
      ],
    ]),
  )
  const differing: string[] = []
  let grown = 0
  for (const { name, operation } of queries) {
    const found = await compared(operation)
    if (found.many.rows > found.few.rows) grown += 1
    if (!found.alike) differing.push(`${name}: ${JSON.stringify(found)}`)
  }
  expect(differing).toEqual([])
  // Most lists have rows in the company: else nothing was held.
  expect(grown).toBeGreaterThan(queries.length / 3)
}, 60_000)
