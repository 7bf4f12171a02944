import { bigint, boolean, date, integer, jsonb, numeric, pgSchema, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const schema = pgSchema('products')

export const products = schema.table(
  'products',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    name: text('name').notNull(),
    sku: text('sku'),
    category: text('category'),
    subcategory: text('subcategory'),
    model: text('model'),
    status: text('status'),
    standardCost: numeric('standard_cost', { precision: 20, scale: 4 }),
    listPrice: numeric('list_price', { precision: 20, scale: 4 }),
    launchedOn: date('launched_on', { mode: 'string' }),
    discontinuedOn: date('discontinued_on', { mode: 'string' }),
    reorderPoint: numeric('reorder_point', { precision: 20, scale: 4 }),
    safetyStock: numeric('safety_stock', { precision: 20, scale: 4 }),
    leadTimeDays: integer('lead_time_days'),
    supplierId: uuid('supplier_id'),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const warehouses = schema.table(
  'warehouses',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    name: text('name').notNull(),
    countryCode: text('country_code'),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const suppliers = schema.table(
  'suppliers',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    name: text('name').notNull(),
    countryCode: text('country_code'),
    rating: numeric('rating', { precision: 20, scale: 4 }),
    preferred: boolean('preferred'),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const stockCounts = schema.table(
  'stock_counts',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    productId: uuid('product_id').notNull(),
    warehouseId: uuid('warehouse_id').notNull(),
    asOf: date('as_of', { mode: 'string' }).notNull(),
    onHand: numeric('on_hand', { precision: 20, scale: 4 }).notNull(),
    reserved: numeric('reserved', { precision: 20, scale: 4 }),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const stockMovements = schema.table(
  'stock_movements',
  {
    tenantId: uuid('tenant_id').notNull(),
    movedOn: date('moved_on', { mode: 'string' }).notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    productId: uuid('product_id').notNull(),
    warehouseId: uuid('warehouse_id'),
    kind: text('kind').notNull(),
    quantity: numeric('quantity', { precision: 20, scale: 4 }).notNull(),
    afterCount: boolean('after_count').notNull().default(false),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.movedOn, table.id] })],
)

const stockSums = {
  entries: bigint('entries', { mode: 'bigint' }).notNull(),
  quantity: numeric('quantity').notNull(),
  reserved: numeric('reserved').notNull(),
}

export const stockRollups = schema.table(
  'stock_rollups',
  {
    tenantId: uuid('tenant_id').notNull(),
    grain: text('grain').notNull(),
    bucket: date('bucket', { mode: 'string' }).notNull(),
    productId: uuid('product_id').notNull(),
    warehouse: text('warehouse').notNull(),
    ...stockSums,
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.grain, table.bucket, table.productId, table.warehouse] })],
)

export const stockTotals = schema.table(
  'stock_totals',
  {
    tenantId: uuid('tenant_id').notNull(),
    dimension: text('dimension').notNull(),
    grain: text('grain').notNull(),
    bucket: date('bucket', { mode: 'string' }).notNull(),
    member: text('member').notNull(),
    ...stockSums,
    costValue: numeric('cost_value').notNull(),
    costedEntries: bigint('costed_entries', { mode: 'bigint' }).notNull(),
    listValue: numeric('list_value').notNull(),
    listedEntries: bigint('listed_entries', { mode: 'bigint' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.dimension, table.grain, table.bucket, table.member] })],
)

export const stockRollupDeltas = schema.table(
  'stock_rollup_deltas',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: bigint('id', { mode: 'bigint' }).generatedAlwaysAsIdentity(),
    day: date('day', { mode: 'string' }).notNull(),
    productId: uuid('product_id').notNull(),
    warehouseId: uuid('warehouse_id'),
    ...stockSums,
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const stockMovementRefs = schema.table(
  'stock_movement_refs',
  {
    tenantId: uuid('tenant_id').notNull(),
    ref: text('ref').notNull(),
    id: uuid('id').notNull(),
    movedOn: date('moved_on', { mode: 'string' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.ref] })],
)

export const purchaseOrders = schema.table(
  'purchase_orders',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    supplierId: uuid('supplier_id').notNull(),
    orderedOn: date('ordered_on', { mode: 'string' }).notNull(),
    expectedOn: date('expected_on', { mode: 'string' }),
    receivedOn: date('received_on', { mode: 'string' }),
    status: text('status'),
    freight: numeric('freight', { precision: 20, scale: 4 }),
    tax: numeric('tax', { precision: 20, scale: 4 }),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const purchaseOrderLines = schema.table(
  'purchase_order_lines',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    orderId: uuid('order_id').notNull(),
    line: integer('line').notNull(),
    productId: uuid('product_id').notNull(),
    quantity: numeric('quantity', { precision: 20, scale: 4 }).notNull(),
    received: numeric('received', { precision: 20, scale: 4 }),
    rejected: numeric('rejected', { precision: 20, scale: 4 }),
    unitPrice: numeric('unit_price', { precision: 20, scale: 4 }).notNull(),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const projectedSales = schema.table(
  'projected_sales',
  {
    tenantId: uuid('tenant_id').notNull(),
    productId: uuid('product_id').notNull(),
    soldOn: date('sold_on', { mode: 'string' }).notNull(),
    units: numeric('units', { precision: 20, scale: 4 }).notNull(),
    netRevenue: numeric('net_revenue', { precision: 20, scale: 4 }).notNull(),
    cost: numeric('cost', { precision: 28, scale: 8 }).notNull(),
    uncostedUnits: numeric('uncosted_units', { precision: 20, scale: 4 }).notNull(),
    grossProfit: numeric('gross_profit', { precision: 28, scale: 8 }).notNull(),
    shippableUnits: numeric('shippable_units', { precision: 20, scale: 4 }).notNull(),
    shippedUnits: numeric('shipped_units', { precision: 20, scale: 4 }).notNull(),
    projectedAt: timestamp('projected_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.productId, table.soldOn] })],
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

export const demandPlans = schema.table(
  'demand_plans',
  {
    tenantId: uuid('tenant_id').notNull(),
    productId: uuid('product_id').notNull(),
    abcClass: text('abc_class'),
    xyzClass: text('xyz_class'),
    monthlyMean: numeric('monthly_mean', { precision: 20, scale: 4 }).notNull(),
    monthlyDeviation: numeric('monthly_deviation', { precision: 20, scale: 4 }).notNull(),
    leadTimeDays: integer('lead_time_days'),
    safetyStock: numeric('safety_stock', { precision: 20, scale: 4 }),
    reorderPoint: numeric('reorder_point', { precision: 20, scale: 4 }),
    annualDemand: numeric('annual_demand', { precision: 20, scale: 4 }).notNull(),
    orderCost: numeric('order_cost', { precision: 20, scale: 4 }),
    holdingCost: numeric('holding_cost', { precision: 20, scale: 4 }),
    economicOrderQuantity: numeric('economic_order_quantity', { precision: 20, scale: 4 }),
    method: text('method'),
    forecast: numeric('forecast', { precision: 20, scale: 4 }),
    low: numeric('low', { precision: 20, scale: 4 }),
    high: numeric('high', { precision: 20, scale: 4 }),
    absoluteError: numeric('absolute_error', { precision: 20, scale: 4 }),
    signedError: numeric('signed_error', { precision: 20, scale: 4 }),
    actual: numeric('actual', { precision: 20, scale: 4 }),
    scaledError: numeric('scaled_error', { precision: 20, scale: 6 }),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.productId] })],
)

export const demandPlanState = schema.table(
  'demand_plan_state',
  {
    tenantId: uuid('tenant_id').notNull(),
    madeFor: date('made_for', { mode: 'string' }).notNull(),
    madeOf: text('made_of').notNull(),
    madeAt: timestamp('made_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.tenantId] })],
)
