import { expect, test } from 'vitest'
import { filesOf, hilltopFiles, importing } from './importing.ts'

const orders = (rows: string) => `ref,customer_ref,ordered_on,shipped_on,status\n${rows}`
const customers = 'ref,name\nC1,One\nC2,Two\n'

test('a value of the wrong type is named by file, line and column, with what is right', async () => {
  const { faultsOf } = await importing()
  const { directory } = filesOf({
    'customers.csv': 'ref,name,kind,country_code,employees\nC1,One,firm,DEU,1.5\n',
    'orders.csv': orders('O1,C1,2014-01-01,2014-13-01,sent\nO2,C1,2014-02-30,,open\nO3,C1,1814-01-01,,open\n'),
    'sales_people.csv': 'ref,name,active\nP1,Pat,yes\n',
  })
  expect(await faultsOf(directory)).toEqual([
    'customers.csv:2 kind "firm" is not one of person, company',
    'customers.csv:2 country_code "DEU" is not a country (ISO 3166-1 alpha-2, such as DE)',
    'customers.csv:2 employees "1.5" is not a whole number',
    'sales_people.csv:2 active "yes" is neither true nor false',
    'orders.csv:2 shipped_on "2014-13-01" is not a date (YYYY-MM-DD)',
    'orders.csv:2 status "sent" is not one of open, shipped, cancelled, returned',
    'orders.csv:3 ordered_on "2014-02-30" is not a date (YYYY-MM-DD)',
    'orders.csv:4 ordered_on "1814-01-01" is out of range; dates from 1900-01-01 to 2200-12-31 can be kept',
  ])
})

test('numbers that are negative, too large, too exact or none at all are caught', async () => {
  const { faultsOf } = await importing()
  const { directory } = filesOf({
    'customers.csv': customers,
    'products.csv': 'ref,name\nT1,Tea\n',
    'orders.csv': orders('O1,C1,2014-01-01,,open\n'),
    'order_lines.csv':
      'order_ref,line,product_ref,quantity,unit_price,net_amount\nO1,1,T1,-2,1,1\nO1,2,T1,1,"1,50",1\nO1,3,T1,1,1,1.23456\nO1,4,T1,1,1,12345678901234567\nO1,-5,T1,1,1,-3\n',
  })
  expect(await faultsOf(directory)).toEqual([
    'order_lines.csv:2 quantity "-2" is negative; it must be 0 or more',
    'order_lines.csv:3 unit_price "1,50" is not a decimal number (digits with a dot, such as 1234.50)',
    'order_lines.csv:4 net_amount "1.23456" has 5 decimals; at most 4 can be kept',
    'order_lines.csv:5 net_amount "12345678901234567" is too large; at most 16 digits before the dot can be kept',
    'order_lines.csv:6 line "-5" is out of range; 0 to 2147483647 can be kept',
  ])
})

test('missing values and columns, and text that can not be kept, are caught', async () => {
  const { faultsOf } = await importing()
  const { directory } = filesOf({
    'customers.csv': `ref,name,x_note\nC1,,\n,Nobody,\nC3,${'n'.repeat(501)},\nC4,a\0b,c\0d\nC5\n`,
    'territories.csv': 'ref\nN\n',
  })
  expect(await faultsOf(directory)).toEqual([
    'territories.csv:1 name is missing; it is required',
    'customers.csv:2 name is empty; it is required',
    'customers.csv:3 ref is empty; it is required',
    'customers.csv:4 name has 501 characters; at most 500 can be kept',
    'customers.csv:5 name holds a NUL character, which can not be stored; remove it',
    'customers.csv:5 x_note holds a NUL character, which can not be stored; remove it',
    'customers.csv:6 has 1 value where the header names 3 columns',
  ])
})

test('unknown files and columns are faults with the nearest known name; files of other kinds are ignored', async () => {
  const { faultsOf } = await importing()
  const { directory } = filesOf({
    'custmers.csv': customers,
    'territories.csv': 'ref,name,grop,country_code,country_code\nN,North,,,\n',
    'employees.csv': 'ref,name,job_titel\nE1,Eve,Chief\n',
    'notes.txt': 'anything',
  })
  expect(await faultsOf(directory)).toEqual([
    'custmers.csv:1 is not a file of the import format; the nearest known name is customers.csv',
    'employees.csv:1 job_titel is not a column of employees.csv; the nearest known name is job_title',
    'territories.csv:1 grop is not a column of territories.csv; the nearest known name is group',
    'territories.csv:1 country_code is there twice',
  ])
})

test('references must lead to a row of the directory or of an earlier import', async () => {
  const { faultsOf, import: load } = await importing()
  const later = filesOf({ 'orders.csv': orders('O1,C1,2014-01-01,,open\nO2,C9,2014-01-01,,open\n') })
  expect(await faultsOf(later.directory)).toEqual([
    'orders.csv:2 customer_ref "C1" is no customer: there is no customers.csv, and no earlier import has it',
    'orders.csv:3 customer_ref "C9" is no customer: there is no customers.csv, and no earlier import has it',
  ])
  expect((await load(filesOf({ 'customers.csv': customers }).directory)).status).toBe('done')
  expect(await faultsOf(later.directory)).toEqual([
    'orders.csv:3 customer_ref "C9" is no customer: there is no customers.csv, and no earlier import has it',
  ])
  const both = filesOf({
    'customers.csv': 'ref,name,parent_ref\nC7,Seven,C8\n',
    'orders.csv': orders('O1,C9,2014-01-01,,open\n'),
  })
  expect(await faultsOf(both.directory)).toEqual([
    'customers.csv:2 parent_ref "C8" is no customer: neither customers.csv nor an earlier import has it',
    'orders.csv:2 customer_ref "C9" is no customer: neither customers.csv nor an earlier import has it',
  ])
})

test('a row at fault can be referred to without its followers being called faulty in turn', async () => {
  const { faultsOf } = await importing()
  const { directory } = filesOf({
    'customers.csv': 'ref,name,kind\nC1,One,firm\n',
    'orders.csv': orders('O1,C1,2014-01-01,,open\n'),
  })
  expect(await faultsOf(directory)).toEqual(['customers.csv:2 kind "firm" is not one of person, company'])
})

test('keys that are there twice name the line on which they are first', async () => {
  const { faultsOf } = await importing()
  const files = hilltopFiles()
  files.edit('territories.csv', 'S,South', 'N,South')
  files.edit('order_lines.csv', 'O-8,2,G1', 'O-8,1,G1')
  files.edit('sales_targets.csv', 'P1,,2025-04-01,2025-06-30,100', 'P1,,2025-01-01,2025-03-31,100')
  files.edit('customers.csv', ',S,DE,München', ',,DE,München')
  files.edit('customers.csv', ',S,DE,Berlin', ',,DE,Berlin')
  files.edit('orders.csv', 'shipped,online,S,,,5.13', 'shipped,online,,,,5.13')
  files.edit('orders.csv', 'shipped,online,S,,,10.45', 'shipped,online,,,,10.45')
  expect(await faultsOf(files.directory)).toEqual([
    'territories.csv:3 ref "N" is there twice: first on line 2',
    'order_lines.csv:11 order_ref "O-8", line "1" is there twice: first on line 10',
    'sales_targets.csv:3 sales_person_ref "P1", territory_ref "", starts_on "2025-01-01", ends_on "2025-03-31" is there twice: first on line 2',
  ])
})

test('a target is of one person or of one territory, and ends after it starts', async () => {
  const { faultsOf } = await importing()
  const { directory } = filesOf({
    'territories.csv': 'ref,name\nN,North\n',
    'sales_people.csv': 'ref,name\nP1,Pat\n',
    'sales_targets.csv':
      'sales_person_ref,territory_ref,starts_on,ends_on,amount\nP1,N,2025-01-01,2025-01-31,1\n,,2025-01-01,2025-01-31,1\nP1,,2025-02-01,2025-01-31,1\n',
  })
  expect(await faultsOf(directory)).toEqual([
    'sales_targets.csv:2 territory_ref "N" is one too many; a target has a sales_person_ref or a territory_ref, not both',
    'sales_targets.csv:3 sales_person_ref is empty, and so is territory_ref; a target needs one of the two',
    'sales_targets.csv:4 ends_on "2025-01-31" lies before starts_on "2025-02-01"',
  ])
})

test('an order in another currency than the company keeps its books in must have an exchange rate by its day', async () => {
  const { faultsOf } = await importing()
  const { directory } = filesOf({
    'customers.csv': customers,
    'orders.csv': 'ref,customer_ref,ordered_on,status,currency\nO1,C1,2014-01-01,open,USD\nO2,C1,2014-01-01,open,EUR\n',
  })
  expect(await faultsOf(directory)).toEqual([
    'orders.csv:2 currency "USD" has no exchange rate on or before 2014-01-01; add one to exchange_rates.csv',
  ])
})

test('company.csv must be there, have one row, and name a real time zone', async () => {
  const { faultsOf } = await importing()
  const files = filesOf({ 'customers.csv': customers })
  files.write('company.csv', 'key,name,currency,time_zone\nBad Key,A,euro,Mars/Olympus\n')
  expect(await faultsOf(files.directory)).toEqual([
    'company.csv:2 key "Bad Key" is not a key (lower-case letters, digits and hyphens, at most 63)',
    'company.csv:2 currency "euro" is not a currency (ISO 4217, such as EUR)',
    'company.csv:2 time_zone "Mars/Olympus" is not a time zone (IANA, such as Europe/Berlin)',
  ])
  files.remove('company.csv')
  expect(await faultsOf(files.directory)).toEqual([
    'company.csv:1 is missing; it names the company and its currency, and is the one file that must be there',
  ])
})

test('of 101 faults the first 100 are kept and all are counted', async () => {
  const { import: load } = await importing()
  const rows = Array.from({ length: 101 }, (_, index) => `O${index},C1,not a day,,open\n`).join('')
  const outcome = await load(filesOf({ 'customers.csv': customers, 'orders.csv': orders(rows) }).directory)
  expect(outcome.faults).toHaveLength(100)
  expect(outcome.faultCount).toBe(101)
  const dangling = Array.from({ length: 101 }, (_, index) => `O${index},C9,2014-01-01,,open\n`).join('')
  const other = await load(filesOf({ 'customers.csv': customers, 'orders.csv': orders(dangling) }).directory)
  expect(other.faults).toHaveLength(100)
  expect(other.faultCount).toBe(101)
})

test('a directory that is not there is refused in words', async () => {
  const { import: load } = await importing()
  await expect(load('/nowhere/at/all')).rejects.toThrow('/nowhere/at/all does not exist.')
})
