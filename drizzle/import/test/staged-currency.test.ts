import { expect, test } from 'vitest'
import { filesOf, hilltopId, importing } from './importing.ts'

const orders = `ref,customer_ref,ordered_on,status,currency,tax,freight
O1,C1,2025-01-31,shipped,USD,1.10,
O2,C1,2025-02-01,shipped,USD,,3
O3,C1,2025-02-01,shipped,EUR,2,
O4,C1,2025-02-01,shipped,,,
`
const lines = `order_ref,line,product_ref,quantity,unit_price,discount,net_amount,unit_cost
O1,1,P1,3,3.33,,9.99,1.11
O1,2,P1,1,5,1,4,
O2,1,P1,2,10,,20,
O3,1,P1,1,7,,7,
O4,1,P1,1,8,,8,
`
const company = () =>
  filesOf({
    'customers.csv': 'ref,name\nC1,Amira\n',
    'products.csv': 'ref,name\nP1,Tea\n',
    'exchange_rates.csv': 'currency,on,rate\nUSD,2025-01-01,0.9\nUSD,2025-02-01,0.8\n',
    'orders.csv': orders,
    'order_lines.csv': lines,
  })

test('orders in another currency are kept in the company’s, line by line, at the rate of their day', async () => {
  const { import: load, admin } = await importing()
  const { directory, edit, remove } = company()
  expect(await load(directory)).toMatchObject({ status: 'done' })
  const stored = () =>
    admin`
    select o.ref, o.currency, trim_scale(o.exchange_rate)::text as rate, trim_scale(o.net_amount)::text as net, trim_scale(o.tax)::text as tax,
      trim_scale(o.freight)::text as freight,
      (select array_agg(trim_scale(l.net_amount)::text || coalesce(' of ' || trim_scale(l.currency_net_amount), '') || coalesce(' at cost ' || trim_scale(l.unit_cost), '') order by l.line)
        from sales.order_lines l where l.order_id = o.id) as lines
    from sales.orders o where o.tenant_id = ${hilltopId} order by o.ref`.then((rows) => [...rows])
  const first = [
    {
      ref: 'O1',
      currency: 'USD',
      rate: '0.9',
      net: '12.591',
      tax: '0.99',
      freight: null,
      lines: ['8.991 of 9.99 at cost 0.999', '3.6 of 4'],
    },
    { ref: 'O2', currency: 'USD', rate: '0.8', net: '16', tax: null, freight: '2.4', lines: ['16 of 20'] },
    { ref: 'O3', currency: 'EUR', rate: null, net: '7', tax: '2', freight: null, lines: ['7'] },
    { ref: 'O4', currency: 'EUR', rate: null, net: '8', tax: null, freight: null, lines: ['8'] },
  ]
  expect(await stored()).toEqual(first)

  const unchanged = (await load(directory)).counts.map(({ file, added, changed, removed }) => [file, added, changed, removed])
  expect(unchanged).toEqual(unchanged.map(([file]) => [file, 0, 0, 0]))

  // Lines alone are converted at the rate that their order has kept.
  edit('order_lines.csv', 'O2,1,P1,2,10,,20,', 'O2,1,P1,3,10,,30,')
  for (const file of ['customers.csv', 'products.csv', 'exchange_rates.csv', 'orders.csv']) remove(file)
  expect(await load(directory)).toMatchObject({ status: 'done' })
  expect((await stored())[1]).toMatchObject({ net: '24', lines: ['24 of 30'] })
})

test('an order at another rate than before must bring its lines, whose amounts follow from it', async () => {
  const { import: load, faultsOf, admin } = await importing()
  const { directory, edit, remove, write } = company()
  await load(directory)
  edit('exchange_rates.csv', '0.8', '0.7')
  remove('order_lines.csv')
  expect(await faultsOf(directory)).toEqual([
    'orders.csv:3 is at another exchange rate than before; bring its lines too, in order_lines.csv, so that they are converted anew',
  ])
  write('order_lines.csv', lines)
  expect(await load(directory)).toMatchObject({ status: 'done' })
  const [order] = await admin`select trim_scale(net_amount)::text as net from sales.orders where ref = 'O2'`
  expect(order).toEqual({ net: '14' })
})

test('pay that was agreed in another currency is kept in the company’s, band and all', async () => {
  const { import: load, admin, faultsOf } = await importing()
  const { directory, edit } = filesOf({
    'employees.csv': 'ref,name,hired_on\nE1,Ines,2025-01-01\n',
    'exchange_rates.csv': 'currency,on,rate\nUSD,2025-02-01,0.8\n',
    'compensation.csv':
      'employee_ref,effective_on,annual_amount,currency,band_min,band_mid,band_max\nE1,2025-02-01,50000,USD,40000,55000,70000\nE1,2025-03-01,45000,,,,\n',
  })
  expect(await load(directory)).toMatchObject({ status: 'done' })
  const pay = () =>
    admin`
    select trim_scale(annual_amount)::text as annual, currency, trim_scale(currency_annual_amount)::text as agreed,
      trim_scale(band_mid)::text as middle from hr.compensation order by effective_on`.then((rows) => [...rows])
  expect(await pay()).toEqual([
    { annual: '40000', currency: 'USD', agreed: '50000', middle: '44000' },
    { annual: '45000', currency: null, agreed: null, middle: null },
  ])
  edit('exchange_rates.csv', '0.8', '0.9')
  expect((await load(directory)).counts).toContainEqual({ file: 'compensation.csv', rows: 2, added: 0, changed: 1, removed: 0 })
  expect((await pay())[0]).toMatchObject({ annual: '45000' })
  edit('compensation.csv', 'E1,2025-02-01', 'E1,2025-01-31')
  expect(await faultsOf(directory)).toEqual([
    'compensation.csv:2 currency "USD" has no exchange rate on or before 2025-01-31; add one to exchange_rates.csv',
  ])
})

test('a rate that changes must bring the rows that were converted by it', async () => {
  const { import: load, faultsOf, admin } = await importing()
  const { directory, edit, remove, write } = company()
  write(
    'invoices.csv',
    'ref,customer_ref,issued_on,due_on,amount,currency\nI1,C1,2025-01-15,2025-02-15,100,USD\nI2,C1,2025-02-15,2025-03-15,100,USD\n',
  )
  await load(directory)
  for (const file of ['orders.csv', 'order_lines.csv', 'invoices.csv']) remove(file)
  edit('exchange_rates.csv', '2025-02-01,0.8', '2025-02-01,0.7')
  expect(await faultsOf(directory)).toEqual([
    'exchange_rates.csv:1 changes the rate of a row of an earlier orders.csv; bring that row too, so that amounts are converted anew',
    'exchange_rates.csv:1 changes the rate of a row of an earlier invoices.csv; bring that row too, so that amounts are converted anew',
  ])
  // A later rate changes nothing that is there.
  edit('exchange_rates.csv', '2025-02-01,0.7', '2025-02-01,0.8\nUSD,2025-03-01,0.5')
  expect(await faultsOf(directory)).toEqual([])
  edit('exchange_rates.csv', '2025-02-01,0.8', '2025-02-01,0.7')
  write('orders.csv', orders)
  write('order_lines.csv', lines)
  write('invoices.csv', 'ref,customer_ref,issued_on,due_on,amount,currency\nI2,C1,2025-02-15,2025-03-15,100,USD\n')
  expect(await load(directory)).toMatchObject({ status: 'done' })
  const [invoice] = await admin`select trim_scale(amount)::text as amount from finance.invoices where ref = 'I2'`
  expect(invoice).toEqual({ amount: '70' })
})
