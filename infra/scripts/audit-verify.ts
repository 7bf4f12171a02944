import { headSigner } from '@aems/auth/audit/chain.ts'
import { verifyAudit } from '@aems/auth/audit/verify.ts'
import { connectDomain } from '@aems/drizzle/connect.ts'
import { migrationStates } from '@aems/drizzle/migrate.ts'
import { z } from 'zod'
import { flag, readCommandLine } from '../command/options.ts'
import { pathFromCaller, usualDataFolder } from '../command/paths.ts'
import { CommandError, runCommand } from '../command/run.ts'
import { withInstallation } from '../embedded/installation-for-command.ts'

const usage = `npm run audit:verify -- [--json] [--data DIR]
  Looks through the security audit log of every company for rows that were edited, removed, swapped or added past it,
  and names them. Ends with 1 where there are any.
  --json  prints what was found alone on standard output`

await runCommand(async () => {
  const { options } = readCommandLine({
    usage,
    options: z.object({ json: flag, data: z.string().default(usualDataFolder).transform(pathFromCaller) }),
    arguments: z.tuple([]),
  })
  let faults = 0
  await withInstallation(options.data, 'npm run audit:verify', async ({ adminUrl, secret }) => {
    const states = await migrationStates(adminUrl, secret)
    if (states.some(({ migration, appliedAt }) => migration.domain === 'auth' && appliedAt === null))
      throw new CommandError('The database is not as this version needs it. Start the server once, or run npm run migrate -- up.')
    const database = connectDomain('auth', adminUrl, secret)
    const logs = await verifyAudit(database, headSigner(secret)).finally(() => database.close())
    faults = logs.reduce((sum, log) => sum + log.faults.length, 0)
    if (options.json) return console.log(JSON.stringify(logs))
    for (const { company, sealed, unsealed, faults: found } of logs) {
      const waiting = unsealed > 0 ? `, ${unsealed} wait for their seal` : ''
      console.log(
        `${company}: ${sealed} sealed entries${waiting}, ${found.length === 0 ? 'as they were' : `${found.length} at fault`}`,
      )
      for (const { message } of found) console.log(`  ${message}`)
    }
  })
  return faults === 0 ? 0 : 1
})
