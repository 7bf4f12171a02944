import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { connectDomain } from '@aems/drizzle/connect.ts'
import type { Domain } from '@aems/schema/sdl.ts'
import type { z } from 'zod'
import { EnvironmentError, readEnvironment } from './environment.ts'
import { httpGraphClient } from './graph-client.ts'
import { createLogger, type Logger } from './logger.ts'
import { requireSafe } from './production.ts'
import { subgraphEnvironment, usualPort } from './program-environment.ts'
import { serveSubgraph } from './serve.ts'
import type { Subgraph } from './subgraph.ts'
import { viewerReader } from './viewer-token.ts'

/** What a subgraph is made of when it runs in a process of its own. */
export interface SubgraphParts {
  readonly database: DomainDatabase
  readonly environment: z.infer<typeof subgraphEnvironment>
  readonly logger: Logger
}

/** Runs a domain's subgraph as this process, until it is told to stop. */
export async function runSubgraph<Context>(
  domain: Domain,
  create: (parts: SubgraphParts) => Subgraph<Context> | Promise<Subgraph<Context>>,
): Promise<void> {
  await runProgram(async () => {
    const environment = readEnvironment(subgraphEnvironment)
    const logger = createLogger({ name: domain, level: environment.LOG_LEVEL })
    const { AEMS_SECRET: secret, DATABASE_URL: url, AEMS_ROUTER_URL: routerUrl } = environment
    const ownUrl = process.env[`${domain.toUpperCase()}_DATABASE_URL`] || url
    requireSafe({ secret, urls: { DATABASE_URL: ownUrl, AEMS_ROUTER_URL: routerUrl }, allowed: environment.AEMS_ALLOW })
    const database = connectDomain(domain, ownUrl, secret)
    return serveSubgraph({
      subgraph: await create({ database, environment, logger }),
      readViewer: viewerReader(secret, domain),
      graph: (token, correlationId) => httpGraphClient(routerUrl, token, correlationId),
      logger,
      port: environment.PORT ?? usualPort(domain),
      host: environment.HOST,
    })
  })
}

/** What runs until it is stopped; url: where it listens, null where nobody calls it. */
interface Running {
  readonly url: string | null
  stop(): Promise<void>
}

/**
 * Runs what `start` starts until SIGTERM or SIGINT, then stops it and ends the process. Tells whoever forked the
 * process where it listens.
 */
export async function runProgram(start: () => Promise<Running>): Promise<void> {
  try {
    const { url, stop } = await start()
    // Whoever forked it may be gone by now.
    process.send?.({ url }, undefined, undefined, () => {})
    const end = () => {
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error)
          process.exit(1)
        },
      )
    }
    process.once('SIGTERM', end)
    process.once('SIGINT', end)
  } catch (error) {
    console.error(error instanceof EnvironmentError ? error.message : error)
    process.exit(1)
  }
}
