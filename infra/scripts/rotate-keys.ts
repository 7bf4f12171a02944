import { rotateKeys } from '@aems/auth/rotate-keys.ts'
import { connectDomain } from '@aems/drizzle/connect.ts'
import { readEnvironment } from '@aems/kit/environment.ts'
import { z } from 'zod'
import { readCommandLine } from '../command/options.ts'
import { pathFromCaller, usualDataFolder } from '../command/paths.ts'
import { shownProgress } from '../command/progress.ts'
import { runCommand } from '../command/run.ts'
import { withInstallation } from '../embedded/installation-for-command.ts'
import { embeddedEnvironment } from '../environment/embedded.ts'

const usage = `npm run keys:rotate [-- --data DIR]
  Replaces the key that fields are encrypted with, and encrypts every field anew, while the graph is in use. Also wraps all
  keys with the first master key of AEMS_MASTER_KEY, so that those after it are no longer needed.`

await runCommand(async () => {
  const { options } = readCommandLine({
    usage,
    options: z.object({ data: z.string().default(usualDataFolder).transform(pathFromCaller) }),
    arguments: z.tuple([]),
  })
  const { AEMS_MASTER_KEY: masterKeys = [] } = readEnvironment(embeddedEnvironment)
  await withInstallation(options.data, 'npm run keys:rotate', async ({ adminUrl, secret }) => {
    const database = connectDomain('auth', adminUrl, secret, { connections: 2 })
    try {
      const count = await shownProgress.step('Encrypting fields with a new key', (show) =>
        rotateKeys(database, secret, masterKeys, (done, all) => show(`${done} of ${all}`)),
      )
      console.log(`${count} ${count === 1 ? 'field is' : 'fields are'} encrypted with a new key.`)
    } finally {
      await database.close()
    }
  })
  return 0
})
