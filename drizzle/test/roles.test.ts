import { type Domain, domains } from '@aems/schema/sdl.ts'
import postgres from 'postgres'
import { expect, test } from 'vitest'
import { newId } from '../ids.ts'
import { migrateDown, migrateUp, migrationsOf } from '../migrate.ts'
import { appRole, urlAs } from '../roles.ts'
import { freshDatabase } from '../testing.ts'

const firstTable: Record<Domain, string> = {
  auth: 'users',
  products: 'products',
  sales: 'customers',
  ai: 'conversations',
  finance: 'accounts',
  risk: 'risks',
  hr: 'employees',
}

test("a domain's application role can't read another domain's schema", async () => {
  const { adminUrl, secret } = await freshDatabase()
  for (const domain of domains) {
    const session = postgres(urlAs(adminUrl, appRole(domain), secret), { max: 1 })
    try {
      for (const other of domains) {
        const read = session.unsafe(`select * from ${other}.${firstTable[other]}`).then(
          () => 'read',
          (error: Error) => error.message,
        )
        expect(await read, `${domain} reads ${other}`).toBe(other === domain ? 'read' : `permission denied for schema ${other}`)
      }
    } finally {
      await session.end()
    }
  }
})

test("a domain's application role can't make, change or drop a table, nor lift row-level security", async () => {
  const { adminUrl, secret } = await freshDatabase()
  const session = postgres(urlAs(adminUrl, appRole('sales'), secret), { max: 1 })
  const outcome = (statement: string) =>
    session.unsafe(statement).then(
      () => 'done',
      (error: Error) => error.message,
    )
  try {
    expect(await outcome('create table sales.mine ()')).toMatch(/permission denied/)
    expect(await outcome('drop table sales.orders')).toMatch(/must be owner/)
    expect(await outcome('alter table sales.orders disable row level security')).toMatch(/must be owner/)
    expect(await outcome('set role aems_sales_owner')).toMatch(/permission denied/)
  } finally {
    await session.end()
  }
})

test('rows of another tenant are neither seen nor written, and none are where no tenant is set', async () => {
  const { open } = await freshDatabase()
  const sales = open('sales')
  const [ours, theirs] = [newId(), newId()]
  const as = (tenantId: string | null) => ({ tenantId, userId: null, scopes: [] })
  const names = (tenantId: string | null) =>
    sales
      .asViewer(as(tenantId), (tx) => tx.execute<{ name: string }>('select name from sales.territories'))
      .then((rows) => rows.map((row) => row.name))
  const add = (tenantId: string, viewerTenant: string) =>
    sales.asViewer(as(viewerTenant), (tx) =>
      tx.execute(`insert into sales.territories (tenant_id, id, ref, name) values ('${tenantId}', '${newId()}', 'n', 'North')`),
    )
  await add(ours, ours)
  expect(await names(ours)).toEqual(['North'])
  expect(await names(theirs)).toEqual([])
  expect(await names(null)).toEqual([])
  await expect(add(ours, theirs)).rejects.toThrow()
})

test('migrations go up, down and up again', async () => {
  const { adminUrl, secret } = await freshDatabase()
  const most = Math.max(...domains.map((domain) => migrationsOf(domain).length))
  for (let step = 0; step < most; step += 1) await migrateDown(adminUrl, secret)
  expect(await migrateDown(adminUrl, secret)).toEqual([])
  const all = domains.flatMap(migrationsOf).length
  expect(await migrateUp(adminUrl, secret)).toHaveLength(all)
  expect(await migrateUp(adminUrl, secret)).toEqual([])
})

test('two processes that migrate at once do so one after the other', async () => {
  const { adminUrl, secret } = await freshDatabase()
  await migrateDown(adminUrl, secret)
  const [one, other] = await Promise.all([migrateUp(adminUrl, secret), migrateUp(adminUrl, secret)])
  expect([one.length, other.length].sort()).toEqual([0, domains.length])
})

test('a migration that was changed after it was applied is refused by name', async () => {
  const { adminUrl, secret, admin } = await freshDatabase()
  await admin`update aems.migrations set checksum = 'another' where domain = 'sales' and version = 1`
  await expect(migrateUp(adminUrl, secret)).rejects.toThrow(/sales\/1_sales has changed since it was applied/)
})
