import { sql } from 'drizzle-orm'
import {
  bigint,
  bit,
  boolean,
  date,
  integer,
  jsonb,
  numeric,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'

const schema = pgSchema('sales')

export const territories = schema.table(
  'territories',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    name: text('name').notNull(),
    groupName: text('group_name'),
    countryCode: text('country_code'),
    custom: jsonb('custom'),
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
    category: text('category'),
    subcategory: text('subcategory'),
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
    projectedAt: timestamp('projected_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const customers = schema.table(
  'customers',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    name: text('name').notNull(),
    kind: text('kind'),
    segment: text('segment'),
    industry: text('industry'),
    territoryId: uuid('territory_id'),
    countryCode: text('country_code'),
    region: text('region'),
    city: text('city'),
    createdOn: date('created_on', { mode: 'string' }),
    employees: integer('employees'),
    annualRevenue: numeric('annual_revenue', { precision: 20, scale: 4 }),
    parentId: uuid('parent_id'),
    firstOrderedOn: date('first_ordered_on', { mode: 'string' }),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const salesPeople = schema.table(
  'sales_people',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    name: text('name').notNull(),
    team: text('team'),
    managerName: text('manager_name'),
    region: text('region'),
    employeeId: uuid('employee_id'),
    territoryId: uuid('territory_id'),
    active: boolean('active'),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const orders = schema.table(
  'orders',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    customerId: uuid('customer_id').notNull(),
    orderedOn: date('ordered_on', { mode: 'string' }).notNull(),
    dueOn: date('due_on', { mode: 'string' }),
    shippedOn: date('shipped_on', { mode: 'string' }),
    status: text('status').notNull(),
    channel: text('channel'),
    territoryId: uuid('territory_id'),
    salesPersonId: uuid('sales_person_id'),
    currency: text('currency').notNull(),
    exchangeRate: numeric('exchange_rate', { precision: 20, scale: 10 }),
    netAmount: numeric('net_amount', { precision: 20, scale: 4 }).notNull().default('0'),
    tax: numeric('tax', { precision: 20, scale: 4 }),
    freight: numeric('freight', { precision: 20, scale: 4 }),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const orderLines = schema.table(
  'order_lines',
  {
    tenantId: uuid('tenant_id').notNull(),
    orderedOn: date('ordered_on', { mode: 'string' }).notNull(),
    orderId: uuid('order_id').notNull(),
    line: integer('line').notNull(),
    productId: uuid('product_id').notNull(),
    quantity: numeric('quantity', { precision: 20, scale: 4 }).notNull(),
    unitPrice: numeric('unit_price', { precision: 20, scale: 4 }).notNull(),
    discount: numeric('discount', { precision: 20, scale: 4 }),
    netAmount: numeric('net_amount', { precision: 20, scale: 4 }).notNull(),
    unitCost: numeric('unit_cost', { precision: 20, scale: 4 }),
    currencyNetAmount: numeric('currency_net_amount', { precision: 20, scale: 4 }),
    shippedQuantity: numeric('shipped_quantity', { precision: 20, scale: 4 }),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.orderedOn, table.orderId, table.line] })],
)

export const salesTargets = schema.table(
  'sales_targets',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    salesPersonId: uuid('sales_person_id'),
    territoryId: uuid('territory_id'),
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    endsOn: date('ends_on', { mode: 'string' }).notNull(),
    amount: numeric('amount', { precision: 20, scale: 4 }).notNull(),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const opportunities = schema.table(
  'opportunities',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    customerId: uuid('customer_id'),
    salesPersonId: uuid('sales_person_id'),
    productId: uuid('product_id'),
    stage: text('stage').notNull(),
    amount: numeric('amount', { precision: 20, scale: 4 }),
    probability: numeric('probability', { precision: 9, scale: 6 }),
    createdOn: date('created_on', { mode: 'string' }),
    engagedOn: date('engaged_on', { mode: 'string' }),
    expectedCloseOn: date('expected_close_on', { mode: 'string' }),
    closedOn: date('closed_on', { mode: 'string' }),
    lostReason: text('lost_reason'),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const opportunityStages = schema.table(
  'opportunity_stages',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    opportunityId: uuid('opportunity_id').notNull(),
    stage: text('stage').notNull(),
    enteredOn: date('entered_on', { mode: 'string' }).notNull(),
    position: integer('position').notNull().default(0),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

/** What cells of rollups and what is not yet folded into them both sum. */
const rolledUp = {
  orders: bigint('orders', { mode: 'bigint' }).notNull(),
  netAmount: numeric('net_amount').notNull(),
  shippedOrders: bigint('shipped_orders', { mode: 'bigint' }).notNull(),
  ordersOnTime: bigint('orders_on_time', { mode: 'bigint' }).notNull(),
  daysToShip: bigint('days_to_ship', { mode: 'bigint' }).notNull(),
  returnedOrders: bigint('returned_orders', { mode: 'bigint' }).notNull(),
  lines: bigint('lines', { mode: 'bigint' }).notNull(),
  quantity: numeric('quantity').notNull(),
  lineAmount: numeric('line_amount').notNull(),
  listAmount: numeric('list_amount').notNull(),
  discount: numeric('discount').notNull(),
  costedLines: bigint('costed_lines', { mode: 'bigint' }).notNull(),
  profit: numeric('profit').notNull(),
}

export const rollups = schema.table(
  'rollups',
  {
    tenantId: uuid('tenant_id').notNull(),
    dimension: text('dimension').notNull(),
    grain: text('grain').notNull(),
    bucket: date('bucket', { mode: 'string' }).notNull(),
    member: text('member').notNull(),
    ...rolledUp,
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.dimension, table.grain, table.bucket, table.member] })],
)

export const rollupDeltas = schema.table(
  'rollup_deltas',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: bigint('id', { mode: 'bigint' }).generatedAlwaysAsIdentity(),
    day: date('day', { mode: 'string' }).notNull(),
    orderStatus: text('order_status').notNull(),
    territoryId: uuid('territory_id'),
    salesPersonId: uuid('sales_person_id'),
    channel: text('channel'),
    customerId: uuid('customer_id').notNull(),
    countryCode: text('country_code'),
    customerSegment: text('customer_segment'),
    customerKind: text('customer_kind'),
    industry: text('industry'),
    productId: uuid('product_id'),
    category: text('category'),
    subcategory: text('subcategory'),
    ...rolledUp,
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

/** What became of opportunities, as cells and deltas both sum it. */
const settledSums = {
  won: bigint('won', { mode: 'bigint' }).notNull(),
  lost: bigint('lost', { mode: 'bigint' }).notNull(),
  wonAmount: numeric('won_amount').notNull(),
  wonWithAmount: bigint('won_with_amount', { mode: 'bigint' }).notNull(),
  daysToWin: bigint('days_to_win', { mode: 'bigint' }).notNull(),
  wonWithDays: bigint('won_with_days', { mode: 'bigint' }).notNull(),
  settled: bigint('settled', { mode: 'bigint' }).generatedAlwaysAs(sql`won + lost`),
}

export const opportunityRollups = schema.table(
  'opportunity_rollups',
  {
    tenantId: uuid('tenant_id').notNull(),
    dimension: text('dimension').notNull(),
    grain: text('grain').notNull(),
    bucket: date('bucket', { mode: 'string' }).notNull(),
    member: text('member').notNull(),
    ...settledSums,
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.dimension, table.grain, table.bucket, table.member] })],
)

export const opportunityRollupDeltas = schema.table(
  'opportunity_rollup_deltas',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: bigint('id', { mode: 'bigint' }).generatedAlwaysAsIdentity(),
    day: date('day', { mode: 'string' }).notNull(),
    salesPersonId: uuid('sales_person_id'),
    ...settledSums,
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const customerNumbers = schema.table(
  'customer_numbers',
  {
    tenantId: uuid('tenant_id').notNull(),
    customerId: uuid('customer_id').notNull(),
    number: integer('number').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.customerId] })],
)

export const customerSets = schema.table(
  'customer_sets',
  {
    tenantId: uuid('tenant_id').notNull(),
    dimension: text('dimension').notNull(),
    month: date('month', { mode: 'string' }).notNull(),
    member: text('member').notNull(),
    chunk: integer('chunk').notNull(),
    facts: bigint('facts', { mode: 'bigint' }).notNull(),
    customers: bit('customers', { dimensions: 8192 }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.dimension, table.month, table.member, table.chunk] })],
)

export const customerSetMonths = schema.table(
  'customer_set_months',
  {
    tenantId: uuid('tenant_id').notNull(),
    month: date('month', { mode: 'string' }).notNull(),
    made: boolean('made').notNull(),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.month] })],
)

export const outbox = schema.table(
  'outbox',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    occurredAt: timestamp('occurred_at', { withTimezone: true }).notNull().defaultNow(),
    type: text('type').notNull(),
    subject: jsonb('subject').notNull(),
    projectedAt: timestamp('projected_at', { withTimezone: true }),
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
