import { expect, test } from 'vitest'
import { importedId } from '../../ids.ts'
import { files } from '../format.ts'
import { hilltop, hilltopFiles, hilltopId, importing } from './importing.ts'

const added = (counts: readonly { file: string; added: number; changed: number; removed: number }[]) =>
  Object.fromEntries(counts.map(({ file, added, changed, removed }) => [file, [added, changed, removed]]))

test('every row of a directory is there afterwards', async () => {
  const { import: load, admin } = await importing()
  const outcome = await load(hilltop)
  expect(outcome).toMatchObject({ status: 'done', faultCount: 0, leftOut: [] })
  expect(added(outcome.counts)).toEqual({
    'company.csv': [1, 0, 0],
    'org_units.csv': [3, 0, 0],
    'territories.csv': [3, 0, 0],
    'suppliers.csv': [2, 0, 0],
    'products.csv': [5, 0, 0],
    'warehouses.csv': [2, 0, 0],
    'inventory.csv': [6, 0, 0],
    'stock_movements.csv': [6, 0, 0],
    'purchase_orders.csv': [4, 0, 0],
    'purchase_order_lines.csv': [5, 0, 0],
    'customers.csv': [5, 0, 0],
    'sales_people.csv': [2, 0, 0],
    'orders.csv': [8, 0, 0],
    'order_lines.csv': [10, 0, 0],
    'sales_targets.csv': [4, 0, 0],
    'opportunities.csv': [5, 0, 0],
    'opportunity_stages.csv': [13, 0, 0],
    'risks.csv': [4, 0, 0],
    'risk_appetite.csv': [3, 0, 0],
    'frameworks.csv': [1, 0, 0],
    'requirements.csv': [3, 0, 0],
    'controls.csv': [3, 0, 0],
    'control_links.csv': [4, 0, 0],
    'control_tests.csv': [3, 0, 0],
    'findings.csv': [2, 0, 0],
    'incidents.csv': [4, 0, 0],
    'filings.csv': [4, 0, 0],
    'risk_indicators.csv': [3, 0, 0],
    'employees.csv': [9, 0, 0],
    'job_history.csv': [2, 0, 0],
    'compensation.csv': [8, 0, 0],
    'requisitions.csv': [3, 0, 0],
    'candidates.csv': [4, 0, 0],
    'candidate_stages.csv': [11, 0, 0],
    'performance_reviews.csv': [7, 0, 0],
    'goals.csv': [3, 0, 0],
    'surveys.csv': [1, 0, 0],
    'survey_responses.csv': [8, 0, 0],
    'training.csv': [3, 0, 0],
    'absences.csv': [2, 0, 0],
    'accounts.csv': [7, 0, 0],
    'ledger_entries.csv': [12, 0, 0],
    'invoices.csv': [3, 0, 0],
    'payments.csv': [3, 0, 0],
    'bills.csv': [3, 0, 0],
    'expenses.csv': [5, 0, 0],
    'contracts.csv': [3, 0, 0],
    'contract_milestones.csv': [2, 0, 0],
  })
  const customers = await admin`select ref, name, custom, first_ordered_on::text from sales.customers order by ref`
  expect(customers).toEqual([
    {
      ref: 'C1',
      name: 'Café Müller',
      custom: { x_loyalty: 'gold', x_notes: 'Delivers, "before eight", by the yard' },
      first_ordered_on: '2024-11-15',
    },
    { ref: 'C2', name: 'Anna Berg', custom: null, first_ordered_on: '2025-01-10' },
    { ref: 'C3', name: 'Anna Berg', custom: { x_loyalty: 'silver' }, first_ordered_on: '2025-06-30' },
    { ref: 'C4', name: 'Tea "House" Ltd', custom: null, first_ordered_on: '2025-02-28' },
    { ref: 'C5', name: 'Silent GmbH\r\nBerlin branch', custom: null, first_ordered_on: null },
  ])
  const orders =
    await admin`select ref, net_amount::float8 as net, currency from sales.orders where ref in ('O-1', 'O-3', 'O-8') order by ref`
  expect(orders).toEqual([
    { ref: 'O-1', net: 200, currency: 'EUR' },
    { ref: 'O-3', net: 40, currency: 'EUR' },
    { ref: 'O-8', net: 36, currency: 'EUR' },
  ])
  const projected = await admin`select ref, name, category from sales.projected_products where ref in ('G1', 'T1') order by ref`
  expect(projected).toEqual([
    { ref: 'G1', name: 'Gift card', category: null },
    { ref: 'T1', name: 'Green tea', category: 'Tea' },
  ])
})

test('files of domains to come are named as left out', async () => {
  const { import: load } = await importing()
  const [later] = files.filter(({ table, name }) => table === undefined && name !== 'company.csv')
  if (later === undefined) return
  const copy = hilltopFiles()
  copy.write(later.name, `${Object.keys(later.columns).join(',')}\n`)
  expect((await load(copy.directory)).leftOut).toEqual([later.name])
})

test('a movement of another month goes to its partition, and its ref with it', async () => {
  const { import: load, admin } = await importing()
  const copy = hilltopFiles()
  await load(copy.directory)
  copy.edit('stock_movements.csv', 'M-3,T1,WH1,2025-06-20', 'M-3,T1,WH1,2025-09-01')
  const counts = (await load(copy.directory)).counts.find(({ file }) => file === 'stock_movements.csv')
  expect(counts).toMatchObject({ added: 0, changed: 1, removed: 0 })
  expect(await admin`select ref, moved_on::text from products.stock_movement_refs where ref = 'M-3'`).toEqual([
    { ref: 'M-3', moved_on: '2025-09-01' },
  ])
  expect(await admin`select quantity::float8 from products.stock_movements_2025_09`).toEqual([{ quantity: 10 }])
})

test('whoever imports a new company becomes its owner, and the audit log says what was loaded', async () => {
  const { import: load, admin, userId } = await importing()
  await load(hilltop)
  expect(await admin`select user_id, roles from auth.memberships where tenant_id = ${hilltopId}`).toEqual([
    { user_id: userId, roles: ['owner'] },
  ])
  const [entry] = await admin`select user_id, action, subject from auth.audit_log where tenant_id = ${hilltopId}`
  expect(entry).toMatchObject({ user_id: userId, action: 'company.imported', subject: { company: 'hilltop-tea' } })
  for (const file of ['company.csv', 'orders.csv']) expect(entry?.['subject'].files[file]).toMatch(/^[0-9a-f]{64}$/)
})

test('the same directory imported again changes nothing', async () => {
  const { import: load, admin } = await importing()
  await load(hilltop)
  const rows = () => admin`select xmin::text, ctid::text, * from sales.order_lines order by order_id, line`
  const before = await rows()
  const again = await load(hilltop)
  expect(again.status).toBe('done')
  for (const { file, added, changed, removed } of again.counts) expect([file, added, changed, removed]).toEqual([file, 0, 0, 0])
  expect(await rows()).toEqual(before)
})

test('changed rows are updated by their natural keys, and sums and first orders follow', async () => {
  const { import: load, admin } = await importing()
  await load(hilltop)
  const files = hilltopFiles()
  files.edit('customers.csv', 'Café Müller', 'Café Meyer')
  files.edit('order_lines.csv', 'O-7,1,K1,1,55,,55,30,1', 'O-7,1,K1,2,55,,110,30,1')
  files.edit('orders.csv', 'O-3,C3,2025-01-31,,,cancelled', 'O-3,C3,2025-01-31,,,shipped')
  files.edit('sales_targets.csv', '2025-03-31,150', '2025-03-31,175')
  const outcome = await load(files.directory)
  const changes = outcome.counts.filter(({ added, changed, removed }) => added + changed + removed > 0)
  expect(added(changes)).toEqual({
    'customers.csv': [0, 1, 0],
    'orders.csv': [0, 1, 0],
    'order_lines.csv': [0, 1, 0],
    'sales_targets.csv': [0, 1, 0],
  })
  expect(await admin`select net_amount::float8 as net from sales.orders where ref = 'O-7'`).toEqual([{ net: 110 }])
  expect(await admin`select first_ordered_on::text as day from sales.customers where ref = 'C3'`).toEqual([{ day: '2025-01-31' }])
})

test('an order of another day takes its lines along', async () => {
  const { import: load, admin } = await importing()
  await load(hilltop)
  const files = hilltopFiles()
  files.edit('orders.csv', 'O-8,C3,2025-06-30,,2025-06-30', 'O-8,C3,2026-02-14,,2026-02-15')
  files.remove('order_lines.csv')
  expect((await load(files.directory)).status).toBe('done')
  const lines =
    await admin`select tableoid::regclass::text as part, ordered_on::text as day from sales.order_lines where order_id = ${importedId(hilltopId, 'order', 'O-8')}`
  expect(lines).toEqual([
    { part: 'sales.order_lines_2026_02', day: '2026-02-14' },
    { part: 'sales.order_lines_2026_02', day: '2026-02-14' },
  ])
  expect(await admin`select count(*)::integer from sales.order_lines`).toEqual([{ count: 10 }])
})

test('without --replace rows that the directory no longer has stay; with it they go', async () => {
  const { import: load, admin } = await importing()
  await load(hilltop)
  const files = hilltopFiles()
  files.edit('orders.csv', 'O-8,C3,2025-06-30,,2025-06-30,shipped,online,N,,,6.84,3.90\n', '')
  files.edit('order_lines.csv', 'O-8,1,T2,2,8,,16,3.5,2\nO-8,2,G1,1,20,,20,0,1\n', '')
  files.edit('opportunities.csv', 'D4,,P2,,prospecting,,,2025-06-20,,,,\n', '')
  files.edit('opportunity_stages.csv', 'D4,prospecting,2025-06-20\n', '')
  expect(added((await load(files.directory)).counts)).toMatchObject({ 'orders.csv': [0, 0, 0], 'opportunities.csv': [0, 0, 0] })
  const replaced = await load(files.directory, { replaces: true })
  expect(added(replaced.counts)).toMatchObject({ 'orders.csv': [0, 0, 1], 'opportunities.csv': [0, 0, 1] })
  expect(await admin`select count(*)::integer from sales.order_lines`).toEqual([{ count: 8 }])
  expect(await admin`select first_ordered_on from sales.customers where ref = 'C3'`).toEqual([{ first_ordered_on: null }])
})

test('--replace keeps what other rows still refer to', async () => {
  const { import: load, admin } = await importing()
  await load(hilltop)
  const files = hilltopFiles()
  files.edit('products.csv', 'G1,Gift card,GIFT,,,active,0,20,2025-01-01,,\n', '')
  for (const file of ['orders.csv', 'order_lines.csv', 'opportunities.csv']) files.remove(file)
  const outcome = await load(files.directory, { replaces: true })
  expect(outcome.faults).toEqual([
    {
      file: 'products.csv',
      line: 1,
      column: null,
      message:
        'leaves out rows that 1 rows of an earlier order_lines.csv refer to by product_ref; to replace, the directory must have order_lines.csv too',
    },
  ])
  expect(await admin`select count(*)::integer from products.products`).toEqual([{ count: 5 }])
})

test('--dry-run does every check, counts the rows, and writes nothing', async () => {
  const { import: load, admin } = await importing()
  const outcome = await load(hilltop, { dryRun: true })
  expect(outcome.status).toBe('done')
  expect(outcome.counts).toContainEqual({ file: 'company.csv', rows: 1, added: 1, changed: 0, removed: 0 })
  expect(outcome.counts).toContainEqual({ file: 'order_lines.csv', rows: 10, added: 10, changed: 0, removed: 0 })
  for (const table of ['auth.companies', 'auth.memberships', 'auth.audit_log', 'sales.customers', 'products.products']) {
    expect(await admin.unsafe(`select count(*)::integer from ${table}`), table).toEqual([{ count: 0 }])
  }
  expect(await admin`select to_regclass('sales.order_lines_2025_01') as part`).toEqual([{ part: null }])
})

test('a fault in the last file keeps all the others out', async () => {
  const { import: load, admin } = await importing()
  const files = hilltopFiles()
  files.edit('opportunities.csv', '2025-03-21', '2025-03-32')
  const outcome = await load(files.directory)
  expect(outcome).toMatchObject({ status: 'faulty', faultCount: 1, counts: [] })
  expect(await admin`select count(*)::integer from sales.customers`).toEqual([{ count: 0 }])
  expect(await admin`select count(*)::integer from auth.companies`).toEqual([{ count: 0 }])
})

test('two companies with the same refs keep to themselves', async () => {
  const { import: load, open, admin } = await importing()
  await load(hilltop)
  await load(hilltop, { companyKey: 'second-hill' })
  expect(await admin`select count(*)::integer from sales.orders`).toEqual([{ count: 16 }])
  const seen = await open('sales').asViewer({ tenantId: hilltopId, userId: null, scopes: [] }, (tx) =>
    tx.execute<{ count: number }>('select count(*)::integer from sales.orders'),
  )
  expect([...seen]).toEqual([{ count: 8 }])
  const files = hilltopFiles()
  files.edit('orders.csv', 'O-7,C2,2025-06-30', 'O-7,C2,2025-06-29')
  await load(files.directory, { companyKey: 'second-hill', replaces: true })
  expect(await admin`select ordered_on::text as day from sales.orders where ref = 'O-7' order by 1`).toEqual([
    { day: '2025-06-29' },
    { day: '2025-06-30' },
  ])
})

test('nobody imports into a company that is not theirs, or where they are suspended, nor changes its currency', async () => {
  const { import: load, addUser, admin } = await importing()
  await load(hilltop)
  const stranger = await addUser()
  await expect(load(hilltop, { userId: stranger })).rejects.toThrow(
    'hilltop-tea is there already, and you may not import into it',
  )
  const files = hilltopFiles()
  files.edit('company.csv', 'EUR', 'USD')
  for (const file of ['orders.csv', 'order_lines.csv']) files.remove(file)
  await expect(load(files.directory)).rejects.toThrow('keeps its books in EUR, and company.csv names USD')
  await admin`update auth.memberships set suspended_at = now()`
  await expect(load(hilltop)).rejects.toThrow('you may not import into it')
})

test('--dry-run tells what would be added, changed and removed, as the import then does', async () => {
  const { import: load } = await importing()
  await load(hilltop)
  const files = hilltopFiles()
  files.edit('company.csv', 'Hilltop Tea', 'Hilltop Tea and Coffee')
  files.edit('customers.csv', 'Café Müller', 'Café Meyer')
  files.edit('order_lines.csv', 'O-7,1,K1,1,55,,55,30,1', 'O-7,1,K1,2,55,,110,30,1\nO-7,2,K1,1,55,,55,30,1')
  files.edit('sales_targets.csv', 'P1,,2025-04-01,2025-06-30,100\n', '')
  const wouldBe = await load(files.directory, { dryRun: true, replaces: true })
  expect(added(wouldBe.counts)).toMatchObject({
    'company.csv': [0, 1, 0],
    'customers.csv': [0, 1, 0],
    'order_lines.csv': [1, 1, 0],
    'sales_targets.csv': [0, 0, 1],
  })
  expect(added((await load(files.directory, { replaces: true })).counts)).toEqual(added(wouldBe.counts))
})

test('each domain is told of an import once, with what became of its files', async () => {
  const { import: load, admin } = await importing()
  await load(hilltop)
  const events = await admin<{ domain: string; type: string; subject: { files: { file: string; added: number }[] } }[]>`
    select 'auth' as domain, type, subject from auth.outbox where tenant_id = ${hilltopId}
    union all select 'sales', type, subject from sales.outbox where tenant_id = ${hilltopId}
    union all select 'products', type, subject from products.outbox where tenant_id = ${hilltopId} order by 1`
  expect(events.map(({ domain, type }) => [domain, type])).toEqual([
    ['auth', 'company.imported'],
    ['products', 'company.imported'],
    ['sales', 'company.imported'],
  ])
  expect(events[2]?.subject.files).toContainEqual({ file: 'orders.csv', rows: 8, added: 8, changed: 0, removed: 0 })
})
