import { modelSettings } from '@aems/ai/environment.ts'
import { createSubgraph as ai } from '@aems/ai/subgraph.ts'
import { identitySettingsSchema } from '@aems/auth/environment.ts'
import { importProcesses } from '@aems/auth/import-process.ts'
import { createSubgraph as auth } from '@aems/auth/subgraph.ts'
import { connectDomain } from '@aems/drizzle/connect.ts'
import { keepProjecting } from '@aems/drizzle/projector/projector.ts'
import { importRole, urlAs } from '@aems/drizzle/roles.ts'
import { createSubgraph as finance } from '@aems/finance/subgraph.ts'
import { createSubgraph as hr } from '@aems/hr/subgraph.ts'
import { createLogger } from '@aems/kit/logger.ts'
import type { Subgraph } from '@aems/kit/subgraph.ts'
import { createSubgraph as products } from '@aems/products/subgraph.ts'
import { createSubgraph as risk } from '@aems/risk/subgraph.ts'
import { openRates, ratesOf } from '@aems/router/access/rates.ts'
import { openExplorer } from '@aems/router/explorer/explorer.ts'
import { localSource } from '@aems/router/gateway/local.ts'
import type { Source } from '@aems/router/gateway/sources.ts'
import { serveRouter } from '@aems/router/http/serve.ts'
import { createRouter } from '@aems/router/server.ts'
import { createSubgraph as sales } from '@aems/sales/subgraph.ts'
import type { Domain } from '@aems/schema/sdl.ts'
import { z } from 'zod'

/** What the graph needs to run in one process. Plain values, so that they can be sent to one. */
export const graphOptionsSchema = z.object({
  /** Reaches the database; each domain goes there in its own role. */
  adminUrl: z.string(),
  secret: z.string(),
  operatorKey: z.string(),
  identity: identitySettingsSchema,
  /** 0: any that is free. */
  port: z.number(),
  logFile: z.string(),
  logLevel: z.enum(['trace', 'debug', 'info', 'warn', 'error']),
  /** Requests of one person in a minute; 0: as many as they like. */
  rateLimit: z.number(),
  /** Whose X-Forwarded-For is believed. */
  trustedProxies: z.array(z.string()),
  /** Other sites whose pages may ask with a token. */
  allowedOrigins: z.array(z.string()),
})

export type GraphOptions = z.infer<typeof graphOptionsSchema>

/** The graph, listening. */
export interface RunningGraph {
  readonly url: string
  /** Answers what is under way, then closes everything. */
  stop(): Promise<void>
}

/**
 * Runs every subgraph and the router in this process: the router calls subgraphs without HTTP or JSON in between.
 * @param portIsFree is awaited once all is ready to listen: whoever has the port till then lets go of it.
 */
export async function startGraph(
  { adminUrl, secret, operatorKey, identity, port, logFile, logLevel, ...outside }: GraphOptions,
  portIsFree: () => Promise<void> = async () => {},
): Promise<RunningGraph> {
  const logger = createLogger({ name: 'graph', level: logLevel, file: logFile })
  const database = (domain: Domain) => connectDomain(domain, adminUrl, secret)
  const local = <Context>(subgraph: Subgraph<Context>): Source =>
    localSource(subgraph, (err, correlationId) =>
      logger.error({ subgraph: subgraph.name, correlationId, err }, 'a resolver failed'),
    )
  const importUrl = urlAs(adminUrl, importRole, secret)
  const startImportProcess = importProcesses(importUrl)
  const router = await createRouter({
    logger,
    rates: await openRates(ratesOf(outside.rateLimit)),
    sources: {
      auth: local(auth({ database: database('auth'), secret, operatorKey, settings: identity, startImportProcess })),
      products: local(products({ database: database('products') })),
      sales: local(sales({ database: database('sales') })),
      ai: local(ai({ database: database('ai'), logger, model: modelSettings() })),
      finance: local(finance({ database: database('finance') })),
      risk: local(risk({ database: database('risk') })),
      hr: local(hr({ database: database('hr') })),
    },
  })
  await portIsFree()
  const served = await serveRouter({ router, logger, explorer: openExplorer(), port, ...outside })
  const projector = keepProjecting(importUrl, (err) => logger.error({ err }, 'events were not projected'))
  return {
    url: served.url,
    stop: async () => {
      await served.stop()
      await projector.stop()
    },
  }
}
