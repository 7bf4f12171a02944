import { orRefused } from '@aems/kit/refusal.ts'
import type { FinanceData } from '../context.ts'
import type { MutationResolvers } from '../graph.generated.ts'

/** What a refusal is called, by its kind. */
const refusals = {
  value: 'FinanceValueRefused',
  reference: 'FinanceReferenceRefused',
  state: 'FinanceStateRefused',
} as const

/** What was changed, as it is now; its id was given by the command that changed it. */
async function asNow<Name extends string, Row extends object>(name: Name, id: string, row: Promise<Row | null>) {
  const found = await row
  if (found === null) throw new TypeError(`${name} ${id} is gone.`)
  return { __typename: name, ...found }
}

const closing = (finance: FinanceData, done: Promise<string>) =>
  orRefused(
    refusals,
    done.then((id) => asNow('Closing', id, finance.closings.byId(id))),
  )

const claim = (finance: FinanceData, done: Promise<string>) =>
  orRefused(
    refusals,
    done.then((id) => asNow('Expense', id, finance.expenses.byId(id))),
  )

const invoice = (finance: FinanceData, done: Promise<string>) =>
  orRefused(
    refusals,
    done.then((id) => asNow('Invoice', id, finance.invoices.byId(id))),
  )

const bill = (finance: FinanceData, done: Promise<string>) =>
  orRefused(
    refusals,
    done.then((id) => asNow('Bill', id, finance.bills.byId(id))),
  )

const account = (finance: FinanceData, done: Promise<string>) =>
  orRefused(
    refusals,
    done.then((id) => asNow('Account', id, finance.accounts.byId(id))),
  )

export const Mutation: Required<MutationResolvers> = {
  postJournal: (_, { input }, { finance }) =>
    orRefused(
      refusals,
      finance.commands.postJournal(input).then((id) => ({ __typename: 'Journal' as const, journalRef: id })),
    ),
  closeBooks: (_, { input }, { finance }) => closing(finance, finance.commands.closeBooks(input)),
  reopenBooks: (_, { input }, { finance }) => closing(finance, finance.commands.reopenBooks(input)),
  setBudget: (_, { input }, { finance }) =>
    orRefused(
      refusals,
      finance.commands.setBudget(input).then((id) => asNow('Budgeted', id, finance.ledgerEntries.budgetSetBy(id))),
    ),
  setTarget: (_, { input }, { finance }) =>
    orRefused(
      refusals,
      finance.commands.setTarget(input).then((id) => asNow('Target', id, finance.targets.byId(id))),
    ),
  openAccount: (_, { input }, { finance }) => account(finance, finance.commands.openAccount(input)),
  changeAccount: (_, { input }, { finance }) => account(finance, finance.commands.changeAccount(input)),
  submitExpense: (_, { input }, { finance }) => claim(finance, finance.commands.submitExpense(input)),
  approveExpense: (_, { input }, { finance }) => claim(finance, finance.commands.approveExpense(input)),
  rejectExpense: (_, { input }, { finance }) => claim(finance, finance.commands.rejectExpense(input)),
  reimburseExpense: (_, { input }, { finance }) => claim(finance, finance.commands.reimburseExpense(input)),
  recordInvoice: (_, { input }, { finance }) => invoice(finance, finance.commands.recordInvoice(input)),
  recordPayment: (_, { input }, { finance }) =>
    orRefused(
      refusals,
      finance.commands.recordPayment(input).then((id) => asNow('Payment', id, finance.payments.byId(id))),
    ),
  recordBill: (_, { input }, { finance }) => bill(finance, finance.commands.recordBill(input)),
  payBill: (_, { input }, { finance }) => bill(finance, finance.commands.payBill(input)),
}
