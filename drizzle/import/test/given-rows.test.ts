import { expect, test } from 'vitest'
import { newId } from '../../ids.ts'
import type { GivenFile } from '../given-rows.ts'
import { importRows } from '../import.ts'
import { hilltop, hilltopId, importing } from './importing.ts'

/** The small company, into which rows are pushed. */
async function pushing() {
  const started = await importing()
  await started.import(hilltop)
  const push = (files: readonly GivenFile[], more: { dryRun?: boolean } = {}) =>
    importRows({ url: started.url, userId: started.userId, companyId: hilltopId, files, ...more })
  return { ...started, push }
}

const order = { ref: 'O-9', customer_ref: 'C6', ordered_on: '2025-06-29', status: 'shipped', tax: 1.9, x_gift: null }
const files: readonly GivenFile[] = [
  { file: 'order_lines.csv', rows: [line(1, '10.00'), line(2, 12.5)] },
  { file: 'orders.csv', rows: [order] },
  { file: 'customers.csv', rows: [{ ref: 'C6', name: 'Line\nbreak, "quoted"' }] },
]

function line(number: number, amount: string | number) {
  return {
    order_ref: 'O-9',
    line: number,
    product_ref: 'T1',
    quantity: 1,
    unit_price: amount,
    net_amount: amount,
    unit_cost: '4',
  }
}

test('rows that are pushed become what a directory of them would become, and change nothing when they are sent again', async () => {
  const { push, admin } = await pushing()
  const counts = (added: number) => [
    { file: 'customers.csv', rows: 1, added, changed: 0, removed: 0 },
    { file: 'orders.csv', rows: 1, added, changed: 0, removed: 0 },
    { file: 'order_lines.csv', rows: 2, added: 2 * added, changed: 0, removed: 0 },
  ]
  expect(await push(files, { dryRun: true })).toMatchObject({ status: 'done', counts: counts(1) })
  expect(await admin`select 1 from sales.orders where ref = 'O-9'`).toEqual([])
  expect(await push(files)).toMatchObject({ status: 'done', counts: counts(1), faults: [] })
  expect(
    await admin`select c.name, o.net_amount::float8 as net, o.tax::float8 as tax, c.first_ordered_on::text as first, o.custom
      from sales.orders o join sales.customers c on c.id = o.customer_id where o.ref = 'O-9'`,
  ).toEqual([{ name: 'Line\nbreak, "quoted"', net: 22.5, tax: 1.9, first: '2025-06-29', custom: null }])
  expect(await push(files)).toMatchObject({ status: 'done', counts: counts(0) })
  // What is not pushed stays: other rows, other columns, the company itself.
  expect(await push([{ file: 'products.csv', rows: [{ ref: 'T1', name: 'Greener tea' }] }])).toMatchObject({ status: 'done' })
  expect(
    await admin`select name, sku, (select count(*)::integer from products.products) as all from products.products where ref = 'T1'`,
  ).toEqual([{ name: 'Greener tea', sku: 'TEA-GR', all: 5 }])
  expect(await admin`select name, time_zone, as_of::text from auth.companies where id = ${hilltopId}`).toEqual([
    { name: 'Hilltop Tea & Co.', time_zone: 'Europe/Berlin', as_of: '2025-06-30' },
  ])
})

test('each fault names its file, row and column, and nothing is kept', async () => {
  const { push, admin } = await pushing()
  const { status, faultCount, faults } = await push([
    ...files,
    { file: 'order.csv', rows: [{ ref: 'x' }] },
    { file: 'customers.csv', rows: [{ ref: 'C7', name: 'Twice' }] },
    { file: 'company.csv', rows: [{ key: 'mine' }] },
    { file: 'suppliers.csv', rows: [] },
    { file: 'warehouses.csv', rows: [{ ref: 'W9', nam: 'No name' }] },
    {
      file: 'opportunities.csv',
      rows: [
        { ref: 'D8', customer_ref: 'C99', stage: 'won', amount: 5 },
        { ref: 'D8', customer_ref: 'C1', stage: 'won', amount: 12345678.123456789 },
        { ref: 'D9', customer_ref: 'C1', stage: 'won' },
        { ref: 'D10', customer_ref: 'C1', stage: 'won', amount: [5], probability: 1 },
      ],
    },
  ])
  expect(faults.map(({ file, row, column, message }) => `${file} ${row ?? '-'} ${column ?? '-'} ${message}`)).toEqual([
    'order.csv - - is not a file of the import format; the nearest known name is orders.csv',
    'customers.csv - - is there twice; give its rows together',
    'company.csv - - describes the company itself, which is there already; leave it out',
    'suppliers.csv - - has no rows; give at least one, or leave it out',
    'warehouses.csv - nam is not a column of warehouses.csv; the nearest known name is name',
    'warehouses.csv - name is missing; it is required',
    'opportunities.csv 2 amount 12345678.12345679 has more digits than a number carries exactly; give it as text',
    'opportunities.csv 3 amount is missing, and the first row has it; give null where there is no value',
    'opportunities.csv 4 probability is not there in the first row; all rows of a file have the same columns',
    'opportunities.csv 4 amount is neither text, a number, true, false nor null',
    'opportunities.csv 2 ref "D8" is there twice: first on line 2',
    'opportunities.csv 1 customer_ref "C99" is no customer: neither customers.csv nor an earlier import has it',
  ])
  expect([status, faultCount]).toEqual(['faulty', 12])
  expect(await admin`select count(*)::integer from sales.customers`).toEqual([{ count: 5 }])
})

test('an import whose record was ended meanwhile keeps nothing', async () => {
  const { admin, url, userId } = await pushing()
  const importId = newId()
  await admin`insert into auth.imports (tenant_id, id, user_id, company_key, directory, dry_run, replaces, status)
    values (${hilltopId}, ${importId}, ${userId}, 'hilltop-tea', '', false, false, 'failed')`
  const rows = [{ ref: 'C6', name: 'Late' }]
  const late = importRows({ url, userId, companyId: hilltopId, importId, files: [{ file: 'customers.csv', rows }] })
  await expect(late).rejects.toThrow('The server gave the import up before it was done; nothing of it was kept. Import again.')
  expect(await admin`select 1 from sales.customers where ref = 'C6'`).toEqual([])
})
