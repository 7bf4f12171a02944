import { readEnvironment } from '@aems/kit/environment.ts'
import { createLogger } from '@aems/kit/logger.ts'
import { requireSafe } from '@aems/kit/production.ts'
import { runProgram } from '@aems/kit/program.ts'
import { openRates, ratesOf } from './access/rates.ts'
import { routerEnvironment, subgraphUrls } from './environment.ts'
import { openExplorer } from './explorer/explorer.ts'
import { serveRouter } from './http/serve.ts'
import { remoteRouter } from './remote-router.ts'

await runProgram(async () => {
  const environment = readEnvironment(routerEnvironment)
  const logger = createLogger({ name: 'router', level: environment.LOG_LEVEL })
  const { AEMS_SECRET: secret, AEMS_RATE_LIMIT: rateLimit, AEMS_RATES_URL: ratesUrl, PORT: port, HOST: host } = environment
  requireSafe({
    secret,
    urls: { ...subgraphUrls(environment), AEMS_RATES_URL: ratesUrl },
    allowed: environment.AEMS_ALLOW,
  })
  const rates = await openRates(ratesOf(rateLimit), ratesUrl)
  const router = await remoteRouter({ urls: subgraphUrls(environment), secret, logger, rates })
  return serveRouter({
    router,
    logger,
    explorer: openExplorer(),
    port,
    host,
    trustedProxies: environment.AEMS_TRUSTED_PROXIES,
    allowedOrigins: environment.AEMS_ALLOWED_ORIGINS,
  })
})
