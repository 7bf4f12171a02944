import { readEnvironment } from '@aems/kit/environment.ts'
import { shownProgress } from '../command/progress.ts'
import { embeddedEnvironment } from '../environment/embedded.ts'
import { type Installation, openInstallation, runningInstallation } from './installation.ts'
import { lockHolder, takeLock } from './lock.ts'

/** Works on the database of a running server, else opens it for the while. `command` is what the lock says to others. */
export async function withInstallation(
  folder: string,
  command: string,
  work: (installation: Installation) => Promise<void>,
): Promise<void> {
  const environment = readEnvironment(embeddedEnvironment)
  const running = environment.DATABASE_URL || lockHolder(folder) ? runningInstallation(folder, environment) : null
  if (running) return work(running)
  const lock = takeLock(folder, command)
  try {
    const installation = await openInstallation(folder, environment, shownProgress)
    await work(installation).finally(installation.close)
  } finally {
    lock.release()
  }
}
