import { type Domain, domains } from '@aems/schema/sdl.ts'
import { z } from 'zod'
import { allowances } from './production.ts'

/** Where a domain's subgraph listens unless told otherwise: 4001 and on, in the order of composition. */
export const usualPort = (domain: Domain): number => 4001 + domains.indexOf(domain)

export const port = z.coerce.number('must be a number').int().min(0).max(65_535)

/** What is allowed in production though it is not safe. */
export const allowed = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((part) => part.trim() || []))
  .pipe(z.array(z.enum(allowances, `must name some of ${allowances.join(', ')}`)))
  .describe(
    `What a start with NODE_ENV=production does not refuse, separated by commas: ${allowances.join(', ')}. Better: nothing.`,
  )

/** What every program of the distributed shape is told. */
export const sharedEnvironment = z.object({
  AEMS_SECRET: z
    .string('must be set; openssl rand -base64 32 makes one')
    .min(32, 'must have at least 32 characters; openssl rand -base64 32 makes one')
    .describe('What tokens are signed and database passwords derived from: the same for every program.'),
  AEMS_ALLOW: allowed,
  HOST: z.string().default('127.0.0.1').describe('Interface to listen on; 0.0.0.0 in a container.'),
  PORT: port
    .optional()
    .describe(
      'Port to listen on: 4000 for the router, 4001 and on for each subgraph, as schema/sdl.ts lists them. 0: any that is free.',
    ),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error']).default('info').describe('How much a program logs.'),
})

/** What a subgraph is told when it runs in a process of its own. */
export const subgraphEnvironment = sharedEnvironment.extend({
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be a URL like postgres://host:5432/database' })
    .describe("The database; the domain's own role is put in place of whoever it names."),
  AEMS_ROUTER_URL: z
    .url({ protocol: /^https?$/, error: 'must be a URL like http://localhost:4000' })
    .default('http://localhost:4000')
    .describe('Where the router answers; the assistant asks the whole graph there.'),
})
