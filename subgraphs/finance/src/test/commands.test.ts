import { companyId, importedId, newId } from '@aems/drizzle/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { books } from './books.ts'
import { importedFinance } from './imported.ts'

const files = {
  ...books,
  'customers.csv': 'ref,name\nC1,Anna\n',
  'suppliers.csv': 'ref,name\nS1,Wood & Co\n',
  'exchange_rates.csv': 'currency,on,rate\nUSD,2025-01-01,0.5\n',
  'invoices.csv': 'ref,customer_ref,issued_on,due_on,amount,currency\nI1,C1,2025-06-01,2025-07-01,100,USD\n',
  'expenses.csv':
    'ref,employee_ref,category,incurred_on,amount,status,submitted_on\nE1,,travel,2025-06-02,50,submitted,2025-06-03\n',
}

let finance: Awaited<ReturnType<typeof importedFinance>>
beforeAll(async () => {
  finance = await importedFinance(files)
}, 60_000)
afterAll(() => finance.drop())

const mill = companyId('mill')
const account = (ref: string) => importedId(mill, 'account', ref)

/** Sends a command; what it gives, or its refusal. */
async function send(command: string, input: object, fields: string, as = finance.viewer): Promise<Record<string, unknown>> {
  const type = { DecideExpense: /^(approve|reject)Expense$/.test(command) }
  const name = type.DecideExpense ? 'DecideExpenseInput' : `${command.charAt(0).toUpperCase()}${command.slice(1)}Input`
  const data = await finance.ask<Record<string, Record<string, unknown>>>(
    `mutation ($input: ${name}!) { ${command}(input: $input) { __typename ${fields} ... on UserError { message path } } }`,
    { input },
    as,
  )
  return data[command] ?? {}
}

const lines = (amount: string) => [
  { accountId: account('6100'), amount },
  { accountId: account('1000'), amount: `-${amount}` },
]
const entries = '... on Journal { journalRef entries { amount account { name } } }'

test('a journal that balances is posted, and counts at once', async () => {
  const before = await finance.totals({ metrics: ['OPERATING_EXPENSES'], period: { from: '2025-06-01', to: '2025-06-30' } })
  const posted = await send('postJournal', { postedOn: '2025-06-20', lines: lines('12.50') }, entries)
  expect(posted).toMatchObject({
    __typename: 'Journal',
    entries: [
      { amount: '12.5000', account: { name: 'Travel' } },
      { amount: '-12.5000', account: { name: 'Cash' } },
    ],
  })
  const after = await finance.totals({ metrics: ['OPERATING_EXPENSES'], period: { from: '2025-06-01', to: '2025-06-30' } })
  expect(Number(after['OPERATING_EXPENSES']) - Number(before['OPERATING_EXPENSES'])).toBe(12.5)
})

test('a journal that does not balance is refused with what it is off by', async () => {
  const off = [lines('10')[0], { accountId: account('1000'), amount: '-9' }]
  expect(await send('postJournal', { postedOn: '2025-06-20', lines: off }, entries)).toEqual({
    __typename: 'FinanceValueRefused',
    message: 'Its debits (assets and expenses) exceed its credits (liabilities, equity and revenue) by 1; they must be equal.',
    path: ['input', 'lines'],
  })
  const unknown = newId()
  const strange = [lines('10')[0], { accountId: unknown, amount: '-10' }]
  expect(await send('postJournal', { postedOn: '2025-06-20', lines: strange }, entries)).toMatchObject({
    __typename: 'FinanceReferenceRefused',
    message: `There is no account ${unknown} that you may see. Look its id up in the list.`,
  })
})

test('a command that is sent again with its key changes nothing and gives what it gave', async () => {
  const input = { postedOn: '2025-06-21', lines: lines('3'), idempotencyKey: 'coffee' }
  const first = await send('postJournal', input, entries)
  expect(await send('postJournal', input, entries)).toEqual(first)
})

test('nothing is posted into closed books', async () => {
  expect(await send('closeBooks', { closedTo: '2025-04-30' }, '... on Closing { closedTo }')).toEqual({
    __typename: 'Closing',
    closedTo: '2025-04-30',
  })
  expect(await send('postJournal', { postedOn: '2025-04-30', lines: lines('1') }, entries)).toEqual({
    __typename: 'FinanceStateRefused',
    message: 'The books are closed to 2025-04-30; post on a later day, or reopen them.',
    path: ['input', 'postedOn'],
  })
  expect(await send('closeBooks', { closedTo: '2025-04-29' }, '... on Closing { closedTo }')).toMatchObject({
    message: 'The books are closed to 2025-04-30 already; give a later day.',
  })
})

test('reopened books take postings again from their first open day on, and why is kept', async () => {
  const reopen = (openFrom: string) => send('reopenBooks', { openFrom, reason: 'A late bill' }, '... on Closing { closedTo }')
  expect(await reopen('2025-05-01')).toMatchObject({
    message: 'The books are closed to 2025-04-30 alone; give that day or an earlier one.',
  })
  expect(await reopen('2025-04-30')).toEqual({ __typename: 'Closing', closedTo: '2025-04-29' })
  expect(await finance.ask('{ closing { closedTo closedBy { id } } }')).toEqual({
    closing: { closedTo: '2025-04-29', closedBy: { id: finance.viewer.user.id } },
  })
  const post = (postedOn: string) =>
    send('postJournal', { postedOn, lines: lines('1') }, '... on Journal { entries { postedOn } }')
  expect(await post('2025-04-30')).toMatchObject({ entries: [{ postedOn: '2025-04-30' }, { postedOn: '2025-04-30' }] })
  expect(await post('2025-04-29')).toMatchObject({ __typename: 'FinanceStateRefused' })
  expect(await finance.database.admin`select was, became from finance.changes where action = 'reopenBooks'`).toEqual([
    { was: { closedTo: '2025-04-30' }, became: { closedTo: '2025-04-29', reason: 'A late bill' } },
  ])
})

test('a budget that is set anew is what was set last', async () => {
  const fields = '... on Budgeted { month amount account { name } }'
  const set = (amount: string) => send('setBudget', { accountId: account('7000'), month: '2025-06-11', amount }, fields)
  expect(await set('20')).toEqual({
    __typename: 'Budgeted',
    month: '2025-06-01',
    amount: '20.0000',
    account: { name: 'Interest' },
  })
  expect(await set('15')).toMatchObject({ amount: '15.0000' })
  const where = [{ dimension: 'ACCOUNT', in: ['Interest'] }]
  expect(await finance.totals({ metrics: ['BUDGET'], period: { from: '2025-06-01', to: '2025-06-30' }, where })).toEqual({
    BUDGET: 15,
  })
})

test('nobody decides on a claim of their own, nor twice', async () => {
  const claim = { category: 'meals', amount: '20', incurredOn: '2025-06-28' }
  const fields = '... on Expense { id status decidedOn }'
  expect(await send('submitExpense', claim, fields)).toMatchObject({ __typename: 'FinanceStateRefused' })
  const claimant = { ...finance.viewer, employeeId: newId() }
  const submitted = await send('submitExpense', claim, fields, claimant)
  expect(submitted).toMatchObject({ __typename: 'Expense', status: 'SUBMITTED' })
  const input = { expenseId: submitted['id'] }
  expect(await send('approveExpense', input, fields, claimant)).toEqual({
    __typename: 'FinanceStateRefused',
    message: 'This is a claim of your own; someone else must decide on it.',
    path: ['input', 'expenseId'],
  })
  const boss = { ...finance.viewer, user: { ...finance.viewer.user, id: newId() } }
  expect(await send('reimburseExpense', input, fields, boss)).toMatchObject({
    message: 'The claim is submitted; only one that is approved is paid back.',
  })
  expect(await send('approveExpense', input, fields, boss)).toMatchObject({ status: 'APPROVED', decidedOn: '2025-06-30' })
  expect(await send('rejectExpense', input, fields, boss)).toMatchObject({
    message: 'The claim is approved; only one that is submitted can be decided on.',
  })
  expect(await send('reimburseExpense', input, fields, boss)).toMatchObject({ status: 'REIMBURSED' })
})

test('who may not approve is forbidden to', async () => {
  const without = { ...finance.viewer, scopes: new Set(['finance:read']) }
  const { errors } = await finance.run(
    'mutation ($input: DecideExpenseInput!) { approveExpense(input: $input) { __typename } }',
    { input: { expenseId: importedId(mill, 'expense', 'E1') } },
    without,
  )
  expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN')
})

test('a payment is converted at its invoice’s rate and is never more than what is open', async () => {
  const fields = '... on Payment { amount currencyAmount invoice { ref openAmount } }'
  const pay = (amount: string) =>
    send('recordPayment', { invoiceId: importedId(mill, 'invoice', 'I1'), amount, paidOn: '2025-06-15' }, fields)
  expect(await pay('60')).toEqual({
    __typename: 'Payment',
    amount: '30.0000',
    currencyAmount: '60.0000',
    invoice: { ref: 'I1', openAmount: '20.0000' },
  })
  expect(await pay('40.01')).toEqual({
    __typename: 'FinanceStateRefused',
    message: "Of invoice I1, 40.0000 USD is open; a payment can't be more.",
    path: ['input', 'amount'],
  })
})

test('an invoice and a bill are recorded and told of; a bill is paid once', async () => {
  const invoice = { customerId: importedId(mill, 'customer', 'C1'), issuedOn: '2025-06-10', dueOn: '2025-06-01', amount: '10' }
  const fields = '... on Invoice { ref amount openAmount }'
  expect(await send('recordInvoice', invoice, fields)).toMatchObject({
    message: "What is issued on 2025-06-10 can't be due before.",
  })
  expect(await send('recordInvoice', { ...invoice, ref: 'N1', dueOn: '2025-07-10' }, fields)).toMatchObject({
    ref: 'N1',
    openAmount: '10.0000',
  })
  expect(await send('recordInvoice', { ...invoice, ref: 'N1', dueOn: '2025-07-10' }, fields)).toMatchObject({
    message: 'The ref N1 is taken already. Choose another.',
  })
  const bill = { supplierId: importedId(mill, 'supplier', 'S1'), issuedOn: '2025-06-10', dueOn: '2025-07-01', amount: '7' }
  const recorded = await send('recordBill', bill, '... on Bill { id openAmount }')
  const paid = () => send('payBill', { billId: recorded['id'], paidOn: '2025-06-20' }, '... on Bill { id openAmount paidOn }')
  expect(await paid()).toMatchObject({ openAmount: '0.0000', paidOn: '2025-06-20' })
  expect(await paid()).toMatchObject({ __typename: 'FinanceStateRefused' })
  const events = await finance.database.admin`select type from finance.outbox where tenant_id = ${mill} order by id`
  const types = events.map(({ type }) => type)
  expect(types).toEqual(expect.arrayContaining(['journal.posted', 'books.closed', 'budget.set', 'invoice.recorded', 'bill.paid']))
})
