import { identityEnvironment } from '@aems/auth/environment.ts'
import { allowed } from '@aems/kit/program-environment.ts'
import { outsideEnvironment } from '@aems/router/environment.ts'
import { z } from 'zod'

/** What `npm start` is told by its environment; all of it has a default. */
export const embeddedEnvironment = identityEnvironment.extend(outsideEnvironment.shape).extend({
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be a URL like postgres://user:password@host:5432/database' })
    .optional()
    .describe(
      'A PostgreSQL of your own, 15 or newer, as a role that may create roles. Without it one is brought along, in .data/.',
    ),
  AEMS_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters; openssl rand -base64 32 makes one')
    .optional()
    .describe(
      'What tokens are signed and database passwords derived from. Without it one is made and kept in .data/secrets.json.',
    ),
  AEMS_ALLOW: allowed,
  AEMS_ADMIN_EMAIL: z
    .email('must be an e-mail address')
    .default('owner@example.com')
    .describe('The first user, made where there is none: owns the demo company and what it imports.'),
  AEMS_ADMIN_PASSWORD: z
    .string()
    .min(15, 'must have at least 15 characters')
    .optional()
    .describe('Their password. Without it a one-time password is printed once, and replaced at first sign-in.'),
  AEMS_POSTGRES_PORT: z.coerce
    .number('must be a number')
    .int()
    .min(0)
    .max(65_535)
    .default(0)
    .describe('Port of the PostgreSQL that is brought along. 0: any that is free.'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error'])
    .default('info')
    .describe('How much the graph writes to its log, .data/graph.log.'),
})
