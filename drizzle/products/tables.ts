import { date, integer, jsonb, numeric, pgSchema, primaryKey, text, uuid } from 'drizzle-orm/pg-core'

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
