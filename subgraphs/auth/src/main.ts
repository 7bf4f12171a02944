import { readEnvironment } from '@aems/kit/environment.ts'
import { requireSafe } from '@aems/kit/production.ts'
import { runSubgraph } from '@aems/kit/program.ts'
import { identityEnvironment, identitySettings } from './environment.ts'
import { importProcessesBeside } from './import-process.ts'
import { createSubgraph } from './subgraph.ts'

// No operator key: nobody acts on another's behalf away from an embedded server, and no directory of this machine is read.
await runSubgraph('auth', ({ database, environment: { AEMS_SECRET: secret, DATABASE_URL: url, AEMS_ALLOW: allowed } }) => {
  const identity = readEnvironment(identityEnvironment)
  requireSafe({ urls: { SMTP_URL: identity.SMTP_URL }, registration: identity.AEMS_REGISTRATION, allowed })
  return createSubgraph({
    database,
    secret,
    settings: identitySettings(identity),
    startImportProcess: importProcessesBeside(url, secret),
    sharesImports: true,
  })
})
