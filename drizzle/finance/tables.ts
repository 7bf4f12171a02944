import { bigint, boolean, date, jsonb, numeric, pgSchema, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const schema = pgSchema('finance')

export const projectedCustomers = schema.table(
  'projected_customers',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    name: text('name').notNull(),
    projectedAt: timestamp('projected_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const projectedProducts = schema.table(
  'projected_products',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    name: text('name').notNull(),
    projectedAt: timestamp('projected_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const projectedSuppliers = schema.table(
  'projected_suppliers',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    name: text('name').notNull(),
    projectedAt: timestamp('projected_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const projectedOrgUnits = schema.table(
  'projected_org_units',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    name: text('name').notNull(),
    kind: text('kind').notNull(),
    parentId: uuid('parent_id'),
    managerId: uuid('manager_id'),
    projectedAt: timestamp('projected_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const projectedEmployees = schema.table(
  'projected_employees',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    name: text('name').notNull(),
    orgUnitId: uuid('org_unit_id'),
    projectedAt: timestamp('projected_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const accounts = schema.table(
  'accounts',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    name: text('name').notNull(),
    type: text('type').notNull(),
    subtype: text('subtype'),
    parentId: uuid('parent_id'),
    contra: boolean('contra'),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const exchangeRates = schema.table(
  'exchange_rates',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    currency: text('currency').notNull(),
    ratedOn: date('rated_on', { mode: 'string' }).notNull(),
    rate: numeric('rate', { precision: 30, scale: 10 }).notNull(),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const ledgerEntries = schema.table(
  'ledger_entries',
  {
    tenantId: uuid('tenant_id').notNull(),
    postedOn: date('posted_on', { mode: 'string' }).notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    journalRef: text('journal_ref'),
    accountId: uuid('account_id').notNull(),
    orgUnitId: uuid('org_unit_id'),
    legalEntityId: uuid('legal_entity_id'),
    scenario: text('scenario').notNull(),
    amount: numeric('amount', { precision: 20, scale: 4 }).notNull(),
    currency: text('currency').notNull(),
    currencyAmount: numeric('currency_amount', { precision: 20, scale: 4 }).notNull(),
    description: text('description'),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.postedOn, table.id] })],
)

const rolledUp = {
  entries: bigint('entries', { mode: 'bigint' }).notNull(),
  amount: numeric('amount').notNull(),
}

export const rollups = schema.table(
  'rollups',
  {
    tenantId: uuid('tenant_id').notNull(),
    dimension: text('dimension').notNull(),
    grain: text('grain').notNull(),
    bucket: date('bucket', { mode: 'string' }).notNull(),
    scenario: text('scenario').notNull(),
    accountId: uuid('account_id').notNull(),
    member: text('member').notNull(),
    ...rolledUp,
  },
  (table) => [
    primaryKey({
      columns: [table.tenantId, table.dimension, table.grain, table.bucket, table.scenario, table.accountId, table.member],
    }),
  ],
)

export const rollupDeltas = schema.table(
  'rollup_deltas',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: bigint('id', { mode: 'bigint' }).generatedAlwaysAsIdentity(),
    day: date('day', { mode: 'string' }).notNull(),
    scenario: text('scenario').notNull(),
    accountId: uuid('account_id').notNull(),
    orgUnitId: uuid('org_unit_id'),
    legalEntityId: uuid('legal_entity_id'),
    ...rolledUp,
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const ledgerEntryRefs = schema.table(
  'ledger_entry_refs',
  {
    tenantId: uuid('tenant_id').notNull(),
    ref: text('ref').notNull(),
    id: uuid('id').notNull(),
    postedOn: date('posted_on', { mode: 'string' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.ref] })],
)

export const targets = schema.table(
  'targets',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    metric: text('metric').notNull(),
    dimension: text('dimension'),
    member: text('member'),
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    endsOn: date('ends_on', { mode: 'string' }).notNull(),
    amount: numeric('amount', { precision: 20, scale: 4 }).notNull(),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const invoices = schema.table(
  'invoices',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    customerId: uuid('customer_id').notNull(),
    orderId: uuid('order_id'),
    issuedOn: date('issued_on', { mode: 'string' }).notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    amount: numeric('amount', { precision: 20, scale: 4 }).notNull(),
    currency: text('currency').notNull(),
    currencyAmount: numeric('currency_amount', { precision: 20, scale: 4 }).notNull(),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const payments = schema.table(
  'payments',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    invoiceId: uuid('invoice_id').notNull(),
    paidOn: date('paid_on', { mode: 'string' }).notNull(),
    amount: numeric('amount', { precision: 20, scale: 4 }).notNull(),
    currencyAmount: numeric('currency_amount', { precision: 20, scale: 4 }).notNull(),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const bills = schema.table(
  'bills',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    supplierId: uuid('supplier_id').notNull(),
    purchaseOrderId: uuid('purchase_order_id'),
    issuedOn: date('issued_on', { mode: 'string' }).notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    amount: numeric('amount', { precision: 20, scale: 4 }).notNull(),
    paidOn: date('paid_on', { mode: 'string' }),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const expenses = schema.table(
  'expenses',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    employeeId: uuid('employee_id'),
    orgUnitId: uuid('org_unit_id'),
    category: text('category').notNull(),
    incurredOn: date('incurred_on', { mode: 'string' }).notNull(),
    amount: numeric('amount', { precision: 20, scale: 4 }).notNull(),
    currency: text('currency').notNull(),
    currencyAmount: numeric('currency_amount', { precision: 20, scale: 4 }).notNull(),
    status: text('status').notNull(),
    submittedOn: date('submitted_on', { mode: 'string' }),
    decidedOn: date('decided_on', { mode: 'string' }),
    merchant: text('merchant'),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const contracts = schema.table(
  'contracts',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    customerId: uuid('customer_id').notNull(),
    productId: uuid('product_id'),
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    endsOn: date('ends_on', { mode: 'string' }),
    amount: numeric('amount', { precision: 20, scale: 4 }).notNull(),
    billingInterval: text('billing_interval'),
    recognition: text('recognition').notNull(),
    cancelledOn: date('cancelled_on', { mode: 'string' }),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const contractMilestones = schema.table(
  'contract_milestones',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    contractId: uuid('contract_id').notNull(),
    name: text('name').notNull(),
    amount: numeric('amount', { precision: 20, scale: 4 }).notNull(),
    reachedOn: date('reached_on', { mode: 'string' }),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const outbox = schema.table(
  'outbox',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    occurredAt: timestamp('occurred_at', { withTimezone: true }).notNull().defaultNow(),
    type: text('type').notNull(),
    subject: jsonb('subject').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const commands = schema.table(
  'commands',
  {
    tenantId: uuid('tenant_id').notNull(),
    key: text('key').notNull(),
    command: text('command').notNull(),
    subjectId: uuid('subject_id').notNull(),
    doneAt: timestamp('done_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.key] })],
)

export const changes = schema.table(
  'changes',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    subjectId: uuid('subject_id').notNull(),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull().defaultNow(),
    userId: uuid('user_id').notNull(),
    action: text('action').notNull(),
    was: jsonb('was'),
    became: jsonb('became').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const closings = schema.table(
  'closings',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    closedTo: date('closed_to', { mode: 'string' }).notNull(),
    closedAt: timestamp('closed_at', { withTimezone: true }).notNull().defaultNow(),
    userId: uuid('user_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)
