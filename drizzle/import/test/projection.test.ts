import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { hilltop, hilltopFiles, hilltopId, importing } from './importing.ts'

const viewer = { tenantId: hilltopId, userId: null, scopes: [] }

test('sales sees products through its projection alone, and the import keeps it in step', async () => {
  const { import: load, open } = await importing()
  await load(hilltop)
  const sales = open('sales')
  const names = () =>
    sales
      .asViewer(viewer, (tx) => tx.execute<{ name: string }>(sql`select name from sales.projected_products order by ref`))
      .then((rows) => rows.map(({ name }) => name))
  expect(await names()).toEqual(['Gift card', 'Kettle', 'Green tea', 'Black tea', 'Old pot'])
  await expect(sales.asViewer(viewer, (tx) => tx.execute(sql`select name from products.products`))).rejects.toMatchObject({
    cause: { message: 'permission denied for schema products' },
  })
  const files = hilltopFiles()
  files.edit('products.csv', 'Kettle', 'Kettle 2')
  files.edit('inventory.csv', 'Z1,WH2,2025-06-15,6,\n', '')
  files.edit('products.csv', 'Z1,Old pot,WARE-P,Ware,Kitchen,discontinued,12.3456,25,2023-01-01,,\n', '')
  await load(files.directory, { replaces: true })
  expect(await names()).toEqual(['Gift card', 'Kettle 2', 'Green tea', 'Black tea'])
})
