import { type MigrationState, migrateDown, migrateUp, migrationStates } from '@aems/drizzle/migrate.ts'
import { domains } from '@aems/schema/sdl.ts'
import { z } from 'zod'
import { readCommandLine } from '../command/options.ts'
import { pathFromCaller, usualDataFolder } from '../command/paths.ts'
import { runCommand } from '../command/run.ts'
import { withInstallation } from '../embedded/installation-for-command.ts'

const usage = `npm run migrate -- up|down|status [DOMAIN] [--data DIR]
  up      applies every migration that is pending
  down    takes back the latest migration of each domain, or of DOMAIN
  status  lists every migration and when it was applied`

await runCommand(async () => {
  const { options, arguments: rest } = readCommandLine({
    usage,
    options: z.object({ data: z.string().default(usualDataFolder).transform(pathFromCaller) }),
    arguments: z
      .tuple([z.enum(['up', 'down', 'status'], 'must be up, down or status')])
      .rest(z.enum(domains, `must be one of ${domains.join(', ')}`)),
  })
  const [way, only] = rest
  await withInstallation(options.data, 'npm run migrate', async ({ adminUrl, secret }) => {
    if (way === 'status') return list(await migrationStates(adminUrl, secret))
    const done = way === 'up' ? await migrateUp(adminUrl, secret) : await migrateDown(adminUrl, secret, only)
    for (const { domain, version, name } of done) console.log(`${way} ${domain} ${version} ${name}`)
    if (done.length === 0) console.log(way === 'up' ? 'Every migration has been applied.' : 'There is none to take back.')
  })
  return 0
})

function list(states: readonly MigrationState[]): void {
  for (const { migration, appliedAt } of states) {
    console.log(
      `${migration.domain} ${migration.version} ${migration.name}: ${appliedAt ? `applied ${appliedAt.toISOString()}` : 'pending'}`,
    )
  }
}
