import { ensureFirstUser, type FirstUser } from '@aems/auth/first-user.ts'
import { companies } from '@aems/drizzle/auth/tables.ts'
import { connectDomain } from '@aems/drizzle/connect.ts'
import { createDemo } from '@aems/drizzle/demo/create.ts'
import { importRole, urlAs } from '@aems/drizzle/roles.ts'
import type { z } from 'zod'
import type { Progress } from '../command/progress.ts'
import type { embeddedEnvironment } from '../environment/embedded.ts'
import type { Installation } from './installation.ts'

export type { FirstUser } from '@aems/auth/first-user.ts'
export type DemoChoice = 'none' | 'small' | 'medium' | 'large'

export interface FirstStartOptions {
  readonly installation: Installation
  readonly environment: z.infer<typeof embeddedEnvironment>
  /** The demo company to make where there is no company yet. */
  readonly demo: DemoChoice
  readonly progress: Progress
  /** Hears of the first user at once: whatever fails later, their password has been shown. */
  readonly onFirstUser?: ((user: FirstUser) => void) | undefined
  /** Breaks the making of the demo company off; nothing of it is kept then. */
  readonly signal?: AbortSignal | undefined
}

/** Makes the first user where there is nobody yet, and a demo company of theirs where there is no company. */
export async function firstStart(options: FirstStartOptions): Promise<FirstUser> {
  const { installation, environment, demo, progress, signal, onFirstUser } = options
  const { adminUrl, secret } = installation
  const database = connectDomain('auth', adminUrl, secret)
  try {
    const { AEMS_ADMIN_EMAIL: email, AEMS_ADMIN_PASSWORD: password } = environment
    const user = await ensureFirstUser({ database, email, password })
    onFirstUser?.(user)
    const known = await database.global.select({ id: companies.id }).from(companies).limit(1)
    if (demo !== 'none' && known.length === 0) {
      await progress.step(
        demo === 'small' ? 'Making the demo company' : `Making the ${demo} demo company (some minutes)`,
        (show) =>
          unlessAborted(
            createDemo(
              {
                url: urlAs(adminUrl, importRole, secret),
                userId: user.id,
                size: demo,
                today: new Date().toISOString().slice(0, 10),
              },
              ({ month, months }) => show(`${month} of ${months} months`),
            ),
            signal,
          ),
      )
    }
    return user
  } finally {
    await database.close()
  }
}

/** The work's result, or the reason of the abort as soon as it comes; the work itself ends with its connection. */
function unlessAborted<Result>(work: Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
  if (!signal) return work
  const aborted = new Promise<never>((_, reject) => {
    const abort = () => reject(signal.reason)
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort, { once: true })
  })
  return Promise.race([work, aborted])
}
