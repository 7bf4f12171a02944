import { bigint, date, integer, jsonb, numeric, pgSchema, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const schema = pgSchema('risk')

export const projectedOrgUnits = schema.table(
  'projected_org_units',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    name: text('name').notNull(),
    parentId: uuid('parent_id'),
    managerId: uuid('manager_id'),
    projectedAt: timestamp('projected_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
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
    projectedAt: timestamp('projected_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
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
    projectedAt: timestamp('projected_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const risks = schema.table(
  'risks',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    title: text('title').notNull(),
    category: text('category').notNull(),
    description: text('description'),
    ownerId: uuid('owner_id'),
    orgUnitId: uuid('org_unit_id'),
    identifiedOn: date('identified_on', { mode: 'string' }).notNull(),
    likelihood: numeric('likelihood', { precision: 5, scale: 4 }).notNull(),
    impact: numeric('impact', { precision: 5, scale: 4 }).notNull(),
    residualLikelihood: numeric('residual_likelihood', { precision: 5, scale: 4 }),
    residualImpact: numeric('residual_impact', { precision: 5, scale: 4 }),
    treatment: text('treatment'),
    status: text('status').notNull(),
    closedOn: date('closed_on', { mode: 'string' }),
    reviewDueOn: date('review_due_on', { mode: 'string' }),
    acceptedUntil: date('accepted_until', { mode: 'string' }),
    eventsPerYear: numeric('events_per_year', { precision: 20, scale: 4 }),
    lossLow: numeric('loss_low', { precision: 20, scale: 4 }),
    lossLikely: numeric('loss_likely', { precision: 20, scale: 4 }),
    lossHigh: numeric('loss_high', { precision: 20, scale: 4 }),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const riskAssessments = schema.table(
  'risk_assessments',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    riskId: uuid('risk_id').notNull(),
    kind: text('kind').notNull(),
    madeAt: timestamp('made_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    userId: uuid('user_id'),
    likelihood: numeric('likelihood', { precision: 5, scale: 4 }).notNull(),
    impact: numeric('impact', { precision: 5, scale: 4 }).notNull(),
    residualLikelihood: numeric('residual_likelihood', { precision: 5, scale: 4 }),
    residualImpact: numeric('residual_impact', { precision: 5, scale: 4 }),
    treatment: text('treatment'),
    acceptedUntil: date('accepted_until', { mode: 'string' }),
    note: text('note'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const riskAppetite = schema.table(
  'risk_appetite',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    category: text('category').notNull(),
    maxResidualScore: numeric('max_residual_score', { precision: 20, scale: 4 }).notNull(),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const frameworks = schema.table(
  'frameworks',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    name: text('name').notNull(),
    version: text('version'),
    authority: text('authority'),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const requirements = schema.table(
  'requirements',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    frameworkId: uuid('framework_id').notNull(),
    title: text('title').notNull(),
    text: text('text'),
    parentId: uuid('parent_id'),
    appliesFrom: date('applies_from', { mode: 'string' }),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const controls = schema.table(
  'controls',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    title: text('title').notNull(),
    family: text('family'),
    ownerId: uuid('owner_id'),
    frequency: text('frequency'),
    status: text('status'),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const controlLinks = schema.table(
  'control_links',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    controlId: uuid('control_id').notNull(),
    riskId: uuid('risk_id'),
    requirementId: uuid('requirement_id'),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const controlTests = schema.table(
  'control_tests',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    controlId: uuid('control_id').notNull(),
    testedOn: date('tested_on', { mode: 'string' }).notNull(),
    result: text('result').notNull(),
    notes: text('notes'),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const findings = schema.table(
  'findings',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    title: text('title').notNull(),
    controlId: uuid('control_id'),
    severity: text('severity').notNull(),
    openedOn: date('opened_on', { mode: 'string' }).notNull(),
    dueOn: date('due_on', { mode: 'string' }),
    closedOn: date('closed_on', { mode: 'string' }),
    ownerId: uuid('owner_id'),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const incidents = schema.table(
  'incidents',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    title: text('title').notNull(),
    category: text('category'),
    severity: text('severity').notNull(),
    occurredAt: timestamp('occurred_at', { withTimezone: true, mode: 'string' }),
    detectedAt: timestamp('detected_at', { withTimezone: true, mode: 'string' }),
    reportedAt: timestamp('reported_at', { withTimezone: true, mode: 'string' }).notNull(),
    resolvedAt: timestamp('resolved_at', { withTimezone: true, mode: 'string' }),
    closedAt: timestamp('closed_at', { withTimezone: true, mode: 'string' }),
    orgUnitId: uuid('org_unit_id'),
    productId: uuid('product_id'),
    lossAmount: numeric('loss_amount', { precision: 20, scale: 4 }),
    recordsAffected: integer('records_affected'),
    cause: text('cause'),
    status: text('status'),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const filings = schema.table(
  'filings',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    regulation: text('regulation').notNull(),
    authority: text('authority'),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    filedOn: date('filed_on', { mode: 'string' }),
    ownerId: uuid('owner_id'),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const riskIndicators = schema.table(
  'risk_indicators',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    riskId: uuid('risk_id').notNull(),
    name: text('name').notNull(),
    measuredOn: date('measured_on', { mode: 'string' }).notNull(),
    value: numeric('value', { precision: 20, scale: 4 }).notNull(),
    amberAt: numeric('amber_at', { precision: 20, scale: 4 }),
    redAt: numeric('red_at', { precision: 20, scale: 4 }),
    custom: jsonb('custom'),
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
    doneAt: timestamp('done_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.key] })],
)

export const outbox = schema.table(
  'outbox',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    occurredAt: timestamp('occurred_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    type: text('type').notNull(),
    subject: jsonb('subject').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const simulatedLosses = schema.table(
  'simulated_losses',
  {
    tenantId: uuid('tenant_id').notNull(),
    riskId: uuid('risk_id').notNull(),
    eventsPerYear: numeric('events_per_year', { precision: 20, scale: 4 }).notNull(),
    lossLow: numeric('loss_low', { precision: 20, scale: 4 }).notNull(),
    lossLikely: numeric('loss_likely', { precision: 20, scale: 4 }).notNull(),
    lossHigh: numeric('loss_high', { precision: 20, scale: 4 }).notNull(),
    losses: bigint('losses', { mode: 'bigint' }).array().notNull(),
    mean: numeric('mean', { precision: 20, scale: 4 }).notNull(),
    simulatedAt: timestamp('simulated_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.riskId] })],
)
