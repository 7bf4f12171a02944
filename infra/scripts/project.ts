import { keepProjecting } from '@aems/drizzle/projector/projector.ts'
import { importRole, urlAs } from '@aems/drizzle/roles.ts'
import { readEnvironment } from '@aems/kit/environment.ts'
import { createLogger } from '@aems/kit/logger.ts'
import { requireSafe } from '@aems/kit/production.ts'
import { runProgram } from '@aems/kit/program.ts'
import { projectorEnvironment } from '../environment/projector.ts'

// Keeps each domain's knowledge of the others in line, where the subgraphs are processes of their own.
await runProgram(async () => {
  const { AEMS_SECRET, DATABASE_URL, AEMS_ALLOW: allowed, LOG_LEVEL } = readEnvironment(projectorEnvironment)
  requireSafe({ secret: AEMS_SECRET, urls: { DATABASE_URL }, allowed })
  const logger = createLogger({ name: 'projector', level: LOG_LEVEL })
  const { stop } = keepProjecting(urlAs(DATABASE_URL, importRole, AEMS_SECRET), (err) =>
    logger.error({ err }, 'events were not projected'),
  )
  return { url: null, stop }
})
