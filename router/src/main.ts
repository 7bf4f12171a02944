import { readEnvironment } from '@aems/kit/environment.ts'
import { createLogger } from '@aems/kit/logger.ts'
import { runProgram } from '@aems/kit/program.ts'
import { routerEnvironment, subgraphUrls } from './environment.ts'
import { openExplorer } from './explorer/explorer.ts'
import { serveRouter } from './http/serve.ts'
import { remoteRouter } from './remote-router.ts'

await runProgram(async () => {
  const environment = readEnvironment(routerEnvironment)
  const logger = createLogger({ name: 'router', level: environment.LOG_LEVEL })
  const router = await remoteRouter({ urls: subgraphUrls(environment), secret: environment.AEMS_SECRET, logger })
  return serveRouter({ router, logger, explorer: openExplorer(), port: environment.PORT, host: environment.HOST })
})
