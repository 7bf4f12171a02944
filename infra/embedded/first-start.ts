import { ensureFirstUser, type FirstUser } from '@aems/auth/first-user.ts'
import { connectDomain } from '@aems/drizzle/connect.ts'
import type { z } from 'zod'
import type { Progress } from '../command/progress.ts'
import type { embeddedEnvironment } from '../environment/embedded.ts'
import type { Installation } from './installation.ts'

export type { FirstUser } from '@aems/auth/first-user.ts'
export type DemoSize = 'none' | 'small' | 'large'

export interface FirstStartOptions {
  readonly installation: Installation
  readonly environment: z.infer<typeof embeddedEnvironment>
  /** The demo company to make where there is no company yet. */
  readonly demo: DemoSize
  readonly progress: Progress
}

/** Makes the first user where there is nobody yet, and a demo company of theirs where there is no company. */
export async function firstStart({ installation, environment }: FirstStartOptions): Promise<FirstUser> {
  const { adminUrl, secret } = installation
  const database = connectDomain('auth', adminUrl, secret)
  try {
    return await ensureFirstUser({ database, email: environment.AEMS_ADMIN_EMAIL, password: environment.AEMS_ADMIN_PASSWORD })
  } finally {
    await database.close()
  }
}
