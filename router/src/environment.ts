import { port, sharedEnvironment, usualPort } from '@aems/kit/program-environment.ts'
import type { Domain } from '@aems/schema/sdl.ts'
import { z } from 'zod'

const subgraphUrl = (domain: Domain) =>
  z
    .url({ protocol: /^https?$/, error: `must be a URL like http://localhost:${usualPort(domain)}` })
    .default(`http://localhost:${usualPort(domain)}`)
    .describe(`Where the ${domain} subgraph listens.`)

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)

/** What the router is told of the world outside, in whatever shape it runs. */
export const outsideEnvironment = z.object({
  AEMS_RATE_LIMIT: z.coerce
    .number('must be a number')
    .int()
    .min(0)
    .default(1_200)
    .describe(
      'Requests of one person in a minute, and 2,500 points of cost for each; a tenth of them from an address without a sign-in, five times as many from an address in all. What comes from this machine is not limited. 0: no limits.',
    ),
  AEMS_TRUSTED_PROXIES: z
    .string()
    .default('loopback')
    .transform(listOf)
    .describe(
      'Addresses and networks (10.0.0.0/8) whose X-Forwarded-For is believed, separated by commas; loopback: this machine.',
    ),
  AEMS_ALLOWED_ORIGINS: z
    .string()
    .default('')
    .transform(listOf)
    .describe(
      'Origins of other sites whose pages may ask the graph with a token (https://tools.example.com), separated by commas.',
    ),
})

/** What the router is told when it runs in a process of its own. */
export const routerEnvironment = sharedEnvironment.extend(outsideEnvironment.shape).extend({
  PORT: port.default(4000).describe('Port to listen on. 0: any that is free.'),
  AUTH_URL: subgraphUrl('auth'),
  PRODUCTS_URL: subgraphUrl('products'),
  SALES_URL: subgraphUrl('sales'),
  AI_URL: subgraphUrl('ai'),
  FINANCE_URL: subgraphUrl('finance'),
  RISK_URL: subgraphUrl('risk'),
  HR_URL: subgraphUrl('hr'),
  AEMS_RATES_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be a URL like postgres://user:password@host:5432/database' })
    .optional()
    .describe('A PostgreSQL database in which several routers count requests together; without it, each counts by itself.'),
})

/** Where each domain's subgraph listens. */
export function subgraphUrls(environment: z.infer<typeof routerEnvironment>): Readonly<Record<Domain, string>> {
  const {
    AUTH_URL: auth,
    PRODUCTS_URL: products,
    SALES_URL: sales,
    AI_URL: ai,
    FINANCE_URL: finance,
    RISK_URL: risk,
    HR_URL: hr,
  } = environment
  return { auth, products, sales, ai, finance, risk, hr }
}
