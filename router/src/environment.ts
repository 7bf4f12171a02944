import { port, sharedEnvironment, usualPort } from '@aems/kit/program-environment.ts'
import type { Domain } from '@aems/schema/sdl.ts'
import { z } from 'zod'

const subgraphUrl = (domain: Domain) =>
  z
    .url({ protocol: /^https?$/, error: `must be a URL like http://localhost:${usualPort(domain)}` })
    .default(`http://localhost:${usualPort(domain)}`)
    .describe(`Where the ${domain} subgraph listens.`)

/** What the router is told when it runs in a process of its own. */
export const routerEnvironment = sharedEnvironment.extend({
  PORT: port.default(4000).describe('Port to listen on. 0: any that is free.'),
  AUTH_URL: subgraphUrl('auth'),
  PRODUCTS_URL: subgraphUrl('products'),
  SALES_URL: subgraphUrl('sales'),
  AI_URL: subgraphUrl('ai'),
  FINANCE_URL: subgraphUrl('finance'),
  RISK_URL: subgraphUrl('risk'),
  HR_URL: subgraphUrl('hr'),
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
