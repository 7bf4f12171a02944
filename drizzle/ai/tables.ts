import { bigint, boolean, date, integer, jsonb, pgSchema, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const schema = pgSchema('ai')

export const conversations = schema.table(
  'conversations',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    userId: uuid('user_id').notNull(),
    title: text('title').notNull(),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const turns = schema.table(
  'turns',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    conversationId: uuid('conversation_id').notNull(),
    userId: uuid('user_id').notNull(),
    position: integer('position').notNull(),
    question: text('question').notNull(),
    understood: jsonb('understood').notNull(),
    answer: jsonb('answer').notNull(),
    askedAt: timestamp('asked_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const shares = schema.table(
  'shares',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    conversationId: uuid('conversation_id').notNull(),
    userId: uuid('user_id').notNull(),
    title: text('title').notNull(),
    questions: text('questions').array().notNull(),
    sharedAt: timestamp('shared_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const modelUse = schema.table(
  'model_use',
  {
    tenantId: uuid('tenant_id').notNull(),
    usedOn: date('used_on').notNull(),
    tokens: bigint('tokens', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.usedOn] })],
)

export const terms = schema.table(
  'terms',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    words: text('words').notNull(),
    folded: text('folded').notNull(),
    means: text('means').notNull(),
    definedBy: uuid('defined_by').notNull(),
    definedAt: timestamp('defined_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const verifiedQuestions = schema.table(
  'verified_questions',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    question: text('question').notNull(),
    folded: text('folded').notNull(),
    isRight: boolean('is_right').notNull(),
    means: text('means'),
    verifiedBy: uuid('verified_by').notNull(),
    verifiedAt: timestamp('verified_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)
