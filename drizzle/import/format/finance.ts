import { boolean, currency, date, money, name, oneOf, ownRef, ref, required, text } from './column.ts'
import type { FileFormat } from './file.ts'

const accountTypes = ['asset', 'liability', 'equity', 'revenue', 'expense', 'statistical']
const accountSubtypes = [
  ...['cash', 'receivable', 'inventory', 'fixed_asset', 'payable', 'debt', 'sales', 'other_income', 'cogs', 'payroll'],
  ...['marketing', 'research', 'travel', 'depreciation', 'interest', 'tax', 'other'],
]

export const financeFiles: readonly FileFormat[] = [
  {
    name: 'accounts.csv',
    domain: 'finance',
    key: ['ref'],
    columns: {
      ref: ownRef,
      name,
      type: required(oneOf(...accountTypes)),
      subtype: oneOf(...accountSubtypes),
      parent_ref: ref('accounts.csv'),
      contra: boolean,
    },
  },
  {
    name: 'ledger_entries.csv',
    domain: 'finance',
    key: ['ref'],
    columns: {
      ref: ownRef,
      journal_ref: text(200),
      account_ref: required(ref('accounts.csv')),
      org_unit_ref: ref('org_units.csv'),
      legal_entity_ref: ref('org_units.csv'),
      scenario: required(oneOf('actual', 'budget', 'forecast')),
      posted_on: required(date),
      amount: required(money),
      currency,
      description: text(2_000),
    },
  },
  {
    name: 'invoices.csv',
    domain: 'finance',
    key: ['ref'],
    columns: {
      ref: ownRef,
      customer_ref: required(ref('customers.csv')),
      order_ref: ref('orders.csv'),
      issued_on: required(date),
      due_on: required(date),
      amount: required(money),
      currency,
    },
  },
  {
    name: 'payments.csv',
    domain: 'finance',
    key: ['ref'],
    columns: { ref: ownRef, invoice_ref: required(ref('invoices.csv')), paid_on: required(date), amount: required(money) },
  },
  {
    name: 'bills.csv',
    domain: 'finance',
    key: ['ref'],
    columns: {
      ref: ownRef,
      supplier_ref: required(ref('suppliers.csv')),
      purchase_order_ref: ref('purchase_orders.csv'),
      issued_on: required(date),
      due_on: required(date),
      amount: required(money),
      paid_on: date,
    },
  },
  {
    name: 'expenses.csv',
    domain: 'finance',
    key: ['ref'],
    columns: {
      ref: ownRef,
      employee_ref: ref('employees.csv'),
      org_unit_ref: ref('org_units.csv'),
      category: required(text()),
      incurred_on: required(date),
      amount: required(money),
      currency,
      status: required(oneOf('draft', 'submitted', 'approved', 'rejected', 'reimbursed')),
      submitted_on: date,
      decided_on: date,
      merchant: text(),
    },
  },
  {
    name: 'contracts.csv',
    domain: 'finance',
    key: ['ref'],
    columns: {
      ref: ownRef,
      customer_ref: required(ref('customers.csv')),
      product_ref: ref('products.csv'),
      starts_on: required(date),
      ends_on: date,
      amount: required(money),
      billing_interval: oneOf('month', 'quarter', 'year', 'once'),
      recognition: required(oneOf('straight_line', 'point_in_time', 'milestone')),
      cancelled_on: date,
    },
  },
  {
    name: 'contract_milestones.csv',
    domain: 'finance',
    key: ['contract_ref', 'name'],
    columns: { contract_ref: required(ref('contracts.csv')), name, amount: required(money), reached_on: date },
  },
]
