import { join } from 'node:path'
import { identitySettings } from '@aems/auth/environment.ts'
import { migrateUp } from '@aems/drizzle/migrate.ts'
import { readEnvironment } from '@aems/kit/environment.ts'
import { requireSafe } from '@aems/kit/production.ts'
import type { Progress } from '../command/progress.ts'
import { embeddedEnvironment } from '../environment/embedded.ts'
import { type DemoChoice, type FirstUser, firstStart } from './first-start.ts'
import { type GraphOptions, type RunningGraph, startGraph } from './graph.ts'
import { openInstallation } from './installation.ts'
import { takeLock } from './lock.ts'
import { operatorKeyIn } from './secrets.ts'

export interface EmbeddedOptions {
  /** Holds database, secrets and logs. */
  readonly folder: string
  /** What the lock says to others who want the folder. */
  readonly command: string
  /** 0: any that is free. */
  readonly routerPort: number
  /** Where browsers reach the web application; default: port 3000 of this machine. */
  readonly webUrl?: string
  /** The demo company to make where there is no company yet. */
  readonly demo: DemoChoice
  readonly progress: Progress
  /** Hears of the first user as soon as they are there. */
  readonly onFirstUser?: (user: FirstUser) => void
  /** Breaks the start off; what was started is stopped. */
  readonly signal?: AbortSignal
}

/** Database and graph, running in this process. */
export interface Embedded {
  /** Where the graph answers. */
  readonly url: string
  readonly firstUser: FirstUser
  /** Answers what is under way, then stops the graph and, last, the database. */
  close(): Promise<void>
}

/** How the graph is started: in this process, or in one of its own. */
type StartGraph = (options: GraphOptions) => Promise<RunningGraph>

/** Starts database and graph on a data folder. Whatever was started is stopped again where a later part fails. */
export async function openEmbedded(options: EmbeddedOptions, start: StartGraph = startGraph): Promise<Embedded> {
  const opened = new AsyncDisposableStack()
  const close = () => opened.disposeAsync()
  try {
    return { ...(await open(options, start, opened)), close }
  } catch (error) {
    await close()
    throw error
  }
}

async function open(
  { folder, command, routerPort, webUrl, demo, progress, signal, onFirstUser }: EmbeddedOptions,
  start: StartGraph,
  opened: AsyncDisposableStack,
): Promise<Omit<Embedded, 'close'>> {
  const environment = readEnvironment(embeddedEnvironment)
  requireSafe({
    secret: environment.AEMS_SECRET,
    urls: { DATABASE_URL: environment.DATABASE_URL, SMTP_URL: environment.SMTP_URL },
    registration: environment.AEMS_REGISTRATION,
    allowed: environment.AEMS_ALLOW,
  })
  const lock = takeLock(folder, command)
  opened.defer(() => lock.release())
  const installation = await openInstallation(folder, environment, progress)
  opened.defer(installation.close)
  const { adminUrl, secret } = installation
  await progress.step('Bringing the database up to date', () => migrateUp(adminUrl, secret))
  const graph = await progress.step('Starting the graph', () =>
    start({
      adminUrl,
      secret,
      operatorKey: operatorKeyIn(folder),
      identity: identitySettings(environment, webUrl),
      port: routerPort,
      logFile: join(folder, 'graph.log'),
      logLevel: environment.LOG_LEVEL,
      rateLimit: environment.AEMS_RATE_LIMIT,
      trustedProxies: environment.AEMS_TRUSTED_PROXIES,
      allowedOrigins: environment.AEMS_ALLOWED_ORIGINS,
    }),
  )
  opened.defer(graph.stop)
  const firstUser = await firstStart({ installation, environment, demo, progress, signal, onFirstUser })
  lock.announce(graph.url)
  return { url: graph.url, firstUser }
}
