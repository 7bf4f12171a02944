/** A subgraph in a process of its own, as in production, whose statements a test can count. */
import { httpGraphClient } from '@aems/kit/graph-client.ts'
import { createLogger } from '@aems/kit/logger.ts'
import { runProgram } from '@aems/kit/program.ts'
import { serveSubgraph } from '@aems/kit/serve.ts'
import { viewerReader } from '@aems/kit/viewer-token.ts'
import { domains } from '@aems/schema/sdl.ts'
import { z } from 'zod'
import { withSubgraph } from './subgraphs.ts'

const domain = z.enum(domains).parse(process.argv[2])
const options = z
  .object({
    adminUrl: z.string(),
    secret: z.string(),
    operatorKey: z.string(),
    routerUrl: z.string(),
    identity: z.record(z.string(), z.unknown()).optional(),
  })
  .parse(JSON.parse(process.argv[3] ?? ''))

const sent: string[] = []
process.on('message', () => process.send?.({ statements: sent.splice(0) }))
// A test that was killed takes its processes along.
process.once('disconnect', () => process.exit(0))

await runProgram(() =>
  withSubgraph(domain, { ...options, onStatement: (statement) => sent.push(statement) }, (subgraph) =>
    serveSubgraph({
      subgraph,
      readViewer: viewerReader(options.secret, domain),
      graph: (token, correlationId) => httpGraphClient(options.routerUrl, token, correlationId),
      logger: createLogger({ name: domain, level: 'error' }),
      port: 0,
      host: '127.0.0.1',
    }),
  ),
)
