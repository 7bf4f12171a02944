import type { Logger } from '@aems/kit/logger.ts'
import { viewerReader, viewerTokens } from '@aems/kit/viewer-token.ts'
import { graphAudience } from '@aems/kit/wire.ts'
import type { Domain } from '@aems/schema/sdl.ts'
import type { Rates } from './access/rates.ts'
import { remoteSource } from './gateway/remote.ts'
import { createRouter, type Router } from './server.ts'

export interface RemoteRouterOptions {
  /** Where each domain's subgraph listens. */
  readonly urls: Readonly<Record<Domain, string>>
  /** The installation's secret: tells the subgraphs that it is the router who asks. */
  readonly secret: string
  readonly logger: Logger
  /** Milliseconds after which a subgraph's fields are given up. */
  readonly timeoutMs?: number
  /** Default: nobody is held back. */
  readonly rates?: Rates
}

/** Makes a router over subgraphs in processes of their own. */
export function remoteRouter({ urls, secret, logger, timeoutMs, rates }: RemoteRouterOptions): Promise<Router> {
  const signViewer = viewerTokens(secret)
  const source = (domain: Domain) =>
    remoteSource({
      domain,
      url: urls[domain],
      signViewer,
      ...(timeoutMs !== undefined && { timeoutMs }),
      onFault: (err, correlationId) => logger.warn({ correlationId, domain, err }, 'a subgraph did not answer'),
    })
  return createRouter({
    sources: {
      auth: source('auth'),
      products: source('products'),
      sales: source('sales'),
      ai: source('ai'),
      finance: source('finance'),
      risk: source('risk'),
      hr: source('hr'),
    },
    logger,
    ...(rates && { rates }),
    readViewer: viewerReader(secret, graphAudience),
  })
}
