import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { commands, outbox } from '@aems/drizzle/finance/tables.ts'
import { runningCommands } from '@aems/kit/commands.ts'
import { rowViewer } from '@aems/kit/row-viewer.ts'
import { today, type Viewer } from '@aems/kit/viewer.ts'
import { sql } from 'drizzle-orm'
import type * as graph from '../../graph.generated.ts'
import { changeAccount, openAccount } from './accounts.ts'
import { decideExpense, reimburseExpense, submitExpense } from './expenses.ts'
import { payBill, recordBill, recordInvoice, recordPayment } from './invoices.ts'
import { closeBooks, postJournal, reopenBooks, setBudget } from './ledger.ts'
import { setTarget } from './targets.ts'

/** What a viewer can have done. Each gives the id of what was changed. @throws Refusal */
export interface FinanceCommands {
  postJournal(input: graph.PostJournalInput): Promise<string>
  closeBooks(input: graph.CloseBooksInput): Promise<string>
  reopenBooks(input: graph.ReopenBooksInput): Promise<string>
  setBudget(input: graph.SetBudgetInput): Promise<string>
  setTarget(input: graph.SetTargetInput): Promise<string>
  openAccount(input: graph.OpenAccountInput): Promise<string>
  changeAccount(input: graph.ChangeAccountInput): Promise<string>
  submitExpense(input: graph.SubmitExpenseInput): Promise<string>
  approveExpense(input: graph.DecideExpenseInput): Promise<string>
  rejectExpense(input: graph.DecideExpenseInput): Promise<string>
  reimburseExpense(input: graph.ReimburseExpenseInput): Promise<string>
  recordInvoice(input: graph.RecordInvoiceInput): Promise<string>
  recordPayment(input: graph.RecordPaymentInput): Promise<string>
  recordBill(input: graph.RecordBillInput): Promise<string>
  payBill(input: graph.PayBillInput): Promise<string>
}

export function financeCommands(database: DomainDatabase, viewer: Viewer): FinanceCommands {
  const run = runningCommands(database, { commands, outbox }, viewer)
  /** The month of an entry has a partition before the command touches the table. A day that is none is refused later. */
  const withMonth = async (day: string): Promise<void> => {
    if (!/^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])-\d{2}$/.test(day)) return
    const month = `${day.slice(0, 7)}-01`
    await database.asViewer(rowViewer(viewer), (tx) =>
      tx.execute(sql`select finance.ensure_partitions(${month}::date, ${month}::date)`),
    )
  }
  return {
    postJournal: async (input) => {
      await withMonth(input.postedOn ?? today(viewer.company))
      return postJournal(run, viewer, input)
    },
    closeBooks: (input) => closeBooks(run, viewer, input),
    reopenBooks: (input) => reopenBooks(run, viewer, input),
    setBudget: async (input) => {
      await withMonth(input.month)
      return setBudget(run, viewer, input)
    },
    setTarget: (input) => setTarget(run, viewer, input),
    openAccount: (input) => openAccount(run, viewer, input),
    changeAccount: (input) => changeAccount(run, viewer, input),
    submitExpense: (input) => submitExpense(run, viewer, input),
    approveExpense: (input) => decideExpense(run, viewer, 'approveExpense', input),
    rejectExpense: (input) => decideExpense(run, viewer, 'rejectExpense', input),
    reimburseExpense: (input) => reimburseExpense(run, viewer, input),
    recordInvoice: (input) => recordInvoice(run, viewer, input),
    recordPayment: (input) => recordPayment(run, viewer, input),
    recordBill: (input) => recordBill(run, viewer, input),
    payBill: (input) => payBill(run, viewer, input),
  }
}
