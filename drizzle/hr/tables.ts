import { boolean, date, integer, jsonb, numeric, pgSchema, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const schema = pgSchema('hr')

const amount = (name: string) => numeric(name, { precision: 20, scale: 4 })
const day = (name: string) => date(name, { mode: 'string' })

export const orgUnits = schema.table(
  'org_units',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    name: text('name').notNull(),
    kind: text('kind').notNull(),
    parentId: uuid('parent_id'),
    managerId: uuid('manager_id'),
    closedOn: day('closed_on'),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const employees = schema.table(
  'employees',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    name: text('name').notNull(),
    email: text('email'),
    gender: text('gender'),
    hiredOn: day('hired_on'),
    leftOn: day('left_on'),
    leaveKind: text('leave_kind'),
    hasLeft: boolean('has_left'),
    jobTitle: text('job_title'),
    jobLevel: text('job_level'),
    orgUnitId: uuid('org_unit_id'),
    managerId: uuid('manager_id'),
    employmentType: text('employment_type'),
    fte: amount('fte'),
    location: text('location'),
    yearsOfService: amount('years_of_service'),
    overtime: boolean('overtime'),
    hireSource: text('hire_source'),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const birthDays = schema.table(
  'birth_days',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    bornOn: day('born_on'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const jobs = schema.table(
  'jobs',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    employeeId: uuid('employee_id').notNull(),
    orgUnitId: uuid('org_unit_id').notNull(),
    jobTitle: text('job_title'),
    startsOn: day('starts_on').notNull(),
    endsOn: day('ends_on'),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const compensation = schema.table(
  'compensation',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    employeeId: uuid('employee_id').notNull(),
    effectiveOn: day('effective_on').notNull(),
    annualAmount: amount('annual_amount').notNull(),
    currency: text('currency'),
    bandMin: amount('band_min'),
    bandMid: amount('band_mid'),
    bandMax: amount('band_max'),
    exchangeRate: numeric('exchange_rate', { precision: 20, scale: 10 }),
    currencyAnnualAmount: amount('currency_annual_amount'),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const requisitions = schema.table(
  'requisitions',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    orgUnitId: uuid('org_unit_id'),
    title: text('title').notNull(),
    openedOn: day('opened_on').notNull(),
    filledOn: day('filled_on'),
    cancelledOn: day('cancelled_on'),
    positions: integer('positions'),
    cost: amount('cost'),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const candidates = schema.table(
  'candidates',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    requisitionId: uuid('requisition_id').notNull(),
    source: text('source'),
    appliedOn: day('applied_on').notNull(),
    stage: text('stage').notNull(),
    offeredOn: day('offered_on'),
    offer: text('offer'),
    hiredOn: day('hired_on'),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const candidateStages = schema.table(
  'candidate_stages',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    candidateId: uuid('candidate_id').notNull(),
    stage: text('stage').notNull(),
    enteredOn: day('entered_on').notNull(),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const performanceReviews = schema.table(
  'performance_reviews',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    employeeId: uuid('employee_id').notNull(),
    reviewedOn: day('reviewed_on').notNull(),
    rating: amount('rating').notNull(),
    potential: amount('potential'),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const goals = schema.table(
  'goals',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    employeeId: uuid('employee_id').notNull(),
    title: text('title').notNull(),
    weight: amount('weight'),
    progress: amount('progress'),
    dueOn: day('due_on'),
    completedOn: day('completed_on'),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const surveys = schema.table(
  'surveys',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    ref: text('ref').notNull(),
    name: text('name').notNull(),
    openedOn: day('opened_on').notNull(),
    closedOn: day('closed_on'),
    invited: integer('invited'),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const surveyResponses = schema.table(
  'survey_responses',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    survey: text('survey').notNull(),
    question: text('question').notNull(),
    orgUnitId: uuid('org_unit_id'),
    respondedOn: day('responded_on').notNull(),
    score: amount('score').notNull(),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const trainingRecords = schema.table(
  'training_records',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    employeeId: uuid('employee_id').notNull(),
    course: text('course').notNull(),
    completedOn: day('completed_on').notNull(),
    hours: amount('hours').notNull(),
    cost: amount('cost'),
    score: amount('score'),
    custom: jsonb('custom'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const absences = schema.table(
  'absences',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    employeeId: uuid('employee_id').notNull(),
    kind: text('kind').notNull(),
    startsOn: day('starts_on').notNull(),
    endsOn: day('ends_on').notNull(),
    days: amount('days').notNull(),
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
    changedAt: timestamp('changed_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    userId: uuid('user_id').notNull(),
    action: text('action').notNull(),
    was: jsonb('was'),
    became: jsonb('became').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const surveyParticipants = schema.table(
  'survey_participants',
  {
    tenantId: uuid('tenant_id').notNull(),
    surveyId: uuid('survey_id').notNull(),
    employeeId: uuid('employee_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.surveyId, table.employeeId] })],
)
