import { z } from 'zod'

/** Where the graph is: with or without its path. */
const graphUrl = z
  .url({ protocol: /^https?$/ })
  .default('http://localhost:4000')
  .describe('The graph, as the web server reaches it.')
  .transform((value) => {
    const url = new URL(value)
    if (url.pathname === '/') url.pathname = '/graphql'
    return url.href
  })

/** What the web application reads from its environment. */
export const webEnvironment = z.object({
  AEMS_URL: graphUrl,
  AEMS_EXPLORER_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('The explorer, as browsers reach it; default: the origin of AEMS_URL.'),
})

const { AEMS_URL, AEMS_EXPLORER_URL } = webEnvironment.parse({
  AEMS_URL: process.env['AEMS_URL'] || undefined,
  AEMS_EXPLORER_URL: process.env['AEMS_EXPLORER_URL'] || undefined,
})

export const env = { graphUrl: AEMS_URL, explorerUrl: AEMS_EXPLORER_URL ?? new URL('/', AEMS_URL).href } as const
