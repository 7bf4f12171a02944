import {
  bigint,
  boolean,
  customType,
  date,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'

const schema = pgSchema('auth')

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

export const users = schema.table('users', {
  id: uuid('id').primaryKey(),
  email: text('email').notNull(),
  name: text('name').notNull(),
  passwordHash: text('password_hash').notNull(),
  mustChangePassword: boolean('must_change_password').notNull().default(false),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  disabledAt: timestamp('disabled_at', { withTimezone: true }),
  emailVerifiedAt: timestamp('email_verified_at', { withTimezone: true }),
})

export const companies = schema.table('companies', {
  id: uuid('id').primaryKey(),
  key: text('key').notNull(),
  name: text('name').notNull(),
  currency: text('currency').notNull(),
  fiscalYearStartMonth: smallint('fiscal_year_start_month').notNull().default(1),
  timeZone: text('time_zone').notNull().default('UTC'),
  asOf: date('as_of', { mode: 'string' }),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
})

export const memberships = schema.table(
  'memberships',
  {
    tenantId: uuid('tenant_id').notNull(),
    userId: uuid('user_id').notNull(),
    roles: text('roles').array().notNull(),
    employeeId: uuid('employee_id'),
    salesPersonId: uuid('sales_person_id'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    lastUsedAt: timestamp('last_used_at', { withTimezone: true }),
    suspendedAt: timestamp('suspended_at', { withTimezone: true }),
    sessionsFrom: timestamp('sessions_from', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.userId] })],
)

export const roles = schema.table(
  'roles',
  {
    tenantId: uuid('tenant_id').notNull(),
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
    scopes: text('scopes').array().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.name] })],
)

export const sessions = schema.table('sessions', {
  id: uuid('id').primaryKey(),
  userId: uuid('user_id').notNull(),
  companyId: uuid('company_id'),
  refreshHash: bytea('refresh_hash').notNull(),
  address: text('address'),
  userAgent: text('user_agent'),
  startedAt: timestamp('started_at', { withTimezone: true }).notNull().defaultNow(),
  refreshedAt: timestamp('refreshed_at', { withTimezone: true }).notNull().defaultNow(),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  endedAt: timestamp('ended_at', { withTimezone: true }),
  provenAt: timestamp('proven_at', { withTimezone: true }).notNull().defaultNow(),
  lastSeenAt: timestamp('last_seen_at', { withTimezone: true }).notNull().defaultNow(),
})

export const secondFactors = schema.table('second_factors', {
  userId: uuid('user_id').primaryKey(),
  secretSealed: bytea('secret_sealed').notNull(),
  confirmedAt: timestamp('confirmed_at', { withTimezone: true }),
  lastStep: bigint('last_step', { mode: 'number' }).notNull().default(0),
  failures: integer('failures').notNull().default(0),
  lockedUntil: timestamp('locked_until', { withTimezone: true }),
})

export const backupCodes = schema.table(
  'backup_codes',
  {
    userId: uuid('user_id').notNull(),
    codeHash: bytea('code_hash').notNull(),
    usedAt: timestamp('used_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.userId, table.codeHash] })],
)

export const signInChallenges = schema.table('sign_in_challenges', {
  id: uuid('id').primaryKey(),
  userId: uuid('user_id').notNull(),
  tokenHash: bytea('token_hash').notNull(),
  attempts: smallint('attempts').notNull().default(0),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  usedAt: timestamp('used_at', { withTimezone: true }),
})

export const mails = schema.table('mails', {
  id: uuid('id').primaryKey(),
  recipient: text('recipient').notNull(),
  subject: text('subject').notNull(),
  contentSealed: bytea('content_sealed'),
  status: text('status', { enum: ['waiting', 'sent', 'failed'] })
    .notNull()
    .default('waiting'),
  attempts: smallint('attempts').notNull().default(0),
  fault: text('fault'),
  queuedAt: timestamp('queued_at', { withTimezone: true }).notNull().defaultNow(),
  nextAttemptAt: timestamp('next_attempt_at', { withTimezone: true }).notNull().defaultNow(),
  sentAt: timestamp('sent_at', { withTimezone: true }),
})

export const mailedTokens = schema.table('mailed_tokens', {
  id: uuid('id').primaryKey(),
  purpose: text('purpose', { enum: ['reset', 'verify', 'register'] }).notNull(),
  userId: uuid('user_id'),
  email: text('email').notNull(),
  tokenHash: bytea('token_hash').notNull(),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  usedAt: timestamp('used_at', { withTimezone: true }),
})

export const throttles = schema.table('throttles', {
  keyHash: bytea('key_hash').primaryKey(),
  attempts: integer('attempts').notNull(),
  lastAt: timestamp('last_at', { withTimezone: true }).notNull().defaultNow(),
  lockedUntil: timestamp('locked_until', { withTimezone: true }),
})

export const invitations = schema.table(
  'invitations',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    email: text('email').notNull(),
    roles: text('roles').array().notNull(),
    employeeId: uuid('employee_id'),
    salesPersonId: uuid('sales_person_id'),
    tokenHash: bytea('token_hash').notNull(),
    invitedBy: uuid('invited_by'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    acceptedAt: timestamp('accepted_at', { withTimezone: true }),
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const passkeys = schema.table('passkeys', {
  id: uuid('id').primaryKey(),
  userId: uuid('user_id').notNull(),
  credentialId: bytea('credential_id').notNull(),
  publicKey: bytea('public_key').notNull(),
  counter: bigint('counter', { mode: 'number' }).notNull(),
  transports: text('transports').array().notNull().default([]),
  name: text('name').notNull(),
  backedUp: boolean('backed_up').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  lastUsedAt: timestamp('last_used_at', { withTimezone: true }),
})

export const passkeyChallenges = schema.table('passkey_challenges', {
  challengeHash: bytea('challenge_hash').primaryKey(),
  userId: uuid('user_id'),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
})

export const dataKeys = schema.table('data_keys', {
  id: uuid('id').primaryKey(),
  wrapped: bytea('wrapped').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  retiredAt: timestamp('retired_at', { withTimezone: true }),
})

export const linkedAccounts = schema.table(
  'linked_accounts',
  {
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    id: uuid('id').notNull(),
    userId: uuid('user_id').notNull(),
    email: text('email'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    lastUsedAt: timestamp('last_used_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.issuer, table.subject] })],
)

export const providerTokens = schema.table('provider_tokens', {
  tokenHash: bytea('token_hash').primaryKey(),
  kind: text('kind', { enum: ['state', 'link', 'offer'] }).notNull(),
  userId: uuid('user_id'),
  contentSealed: bytea('content_sealed').notNull(),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
})

export const signingKeys = schema.table('signing_keys', {
  id: text('id').primaryKey(),
  publicJwk: jsonb('public_jwk').notNull(),
  privateKeyEncrypted: bytea('private_key_encrypted').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  retiredAt: timestamp('retired_at', { withTimezone: true }),
})

export const imports = schema.table(
  'imports',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    userId: uuid('user_id').notNull(),
    companyKey: text('company_key').notNull(),
    directory: text('directory').notNull(),
    dryRun: boolean('dry_run').notNull(),
    replaces: boolean('replaces').notNull(),
    status: text('status').notNull(),
    progress: jsonb('progress').notNull().default({}),
    files: jsonb('files').notNull().default({}),
    counts: jsonb('counts').notNull().default([]),
    leftOut: text('left_out').array().notNull().default([]),
    faults: jsonb('faults').notNull().default([]),
    faultCount: integer('fault_count').notNull().default(0),
    failure: text('failure'),
    processId: integer('process_id'),
    heardAt: timestamp('heard_at', { withTimezone: true }),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull().defaultNow(),
    endedAt: timestamp('ended_at', { withTimezone: true }),
    rows: jsonb('rows'),
    rollsBack: uuid('rolls_back'),
    rolledBackAt: timestamp('rolled_back_at', { withTimezone: true }),
    transactionId: text('transaction_id'),
    companyChange: jsonb('company_change'),
    relations: jsonb('relations').notNull().default([]),
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

export const auditLog = schema.table('audit_log', {
  tenantId: uuid('tenant_id'),
  id: uuid('id').primaryKey(),
  at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
  userId: uuid('user_id'),
  action: text('action').notNull(),
  subject: jsonb('subject').notNull().default({}),
  address: text('address'),
  correlationId: text('correlation_id'),
})

export const apiKeys = schema.table(
  'api_keys',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    prefix: text('prefix').notNull(),
    keyHash: bytea('key_hash').notNull(),
    formerHash: bytea('former_hash'),
    formerUntil: timestamp('former_until', { withTimezone: true }),
    scopes: text('scopes').array().notNull(),
    addresses: text('addresses').array().notNull().default([]),
    requestsPerMinute: integer('requests_per_minute').notNull(),
    madeBy: uuid('made_by').notNull(),
    madeAt: timestamp('made_at', { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    lastUsedAt: timestamp('last_used_at', { withTimezone: true }),
    lastAddress: text('last_address'),
    endedAt: timestamp('ended_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const auditUnsealed = schema.table('audit_unsealed', {
  entryId: uuid('entry_id').primaryKey(),
  chainId: uuid('chain_id').notNull(),
})

export const auditSeals = schema.table(
  'audit_seals',
  {
    tenantId: uuid('tenant_id').notNull(),
    number: bigint('number', { mode: 'number' }).notNull(),
    entryId: uuid('entry_id').notNull(),
    contentHash: bytea('content_hash').notNull(),
    chainHash: bytea('chain_hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.number] })],
)

export const auditHeads = schema.table(
  'audit_heads',
  {
    tenantId: uuid('tenant_id').notNull(),
    number: bigint('number', { mode: 'number' }).notNull(),
    sealedAt: timestamp('sealed_at', { withTimezone: true }).notNull(),
    chainHash: bytea('chain_hash').notNull(),
    signature: bytea('signature').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.number] })],
)
