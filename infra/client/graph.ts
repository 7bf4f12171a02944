import { setTimeout as delay } from 'node:timers/promises'
import { readEnvironment } from '@aems/kit/environment.ts'
import { z } from 'zod'
import { pathFromCaller, usualDataFolder } from '../command/paths.ts'
import { shownProgress } from '../command/progress.ts'
import { CommandError } from '../command/run.ts'
import { lockHolder } from '../embedded/lock.ts'
import { existingOperatorKey } from '../embedded/secrets.ts'
import { clientEnvironment } from '../environment/client.ts'
import { type Answer, answers, send } from './http.ts'
import { tokenSource } from './identity.ts'

/** Options that every client command takes. */
export const clientOptions = {
  as: z.email('must be an e-mail address').nullable().default(null),
  company: z.string().nullable().default(null),
  data: z.string().default(usualDataFolder).transform(pathFromCaller),
}

/** Whom to act as, in which company, beside which data folder. */
export interface ClientOptions {
  readonly as: string | null
  readonly company: string | null
  readonly data: string
}

/** The graph, as a command reaches it. */
export interface RemoteGraph {
  readonly url: string
  /** The key that an embedded server keeps in its data folder; null where there is none. */
  readonly operatorKey: string | null
  /** Runs an operation as whoever the command acts as. */
  execute(operation: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer>
}

const usualUrl = 'http://localhost:4000'

/**
 * Gives `work` the graph of the running server. Where none runs, database and graph are started for the while, and
 * stopped when `work` is over or the signal aborts. `anywhere` is the same graph for whoever acts in whichever company they
 * belong to: what the named one is no more, they may still read of.
 * @throws CommandError where nothing answers, or the command may not act as it was told to.
 */
export async function withGraph<Result>(
  options: ClientOptions,
  work: (graph: RemoteGraph, anywhere: RemoteGraph) => Promise<Result>,
): Promise<Result> {
  const environment = readEnvironment(clientEnvironment)
  const url = environment.AEMS_URL ?? (await runningUrl(options.data))
  const workAt = (at: string) => work(graphAt(at, options, environment), graphAt(at, { ...options, company: null }, environment))
  if (url) return workAt(url)
  // Only here: a command that talks to a running server need not load one.
  const { openEmbedded } = await import('../embedded/embedded.ts')
  const embedded = await openEmbedded({
    folder: options.data,
    command: 'a client command',
    routerPort: 0,
    demo: 'none',
    progress: shownProgress,
  })
  try {
    return await workAt(embedded.url)
  } finally {
    await embedded.close()
  }
}

function graphAt(url: string, { as, company, data }: ClientOptions, environment: z.infer<typeof clientEnvironment>): RemoteGraph {
  const { AEMS_EMAIL: email, AEMS_PASSWORD: password } = environment
  const operatorKey = existingOperatorKey(data)
  const token = tokenSource(url, { credentials: email && password ? { email, password } : null, operatorKey, as, company })
  return {
    url,
    operatorKey,
    execute: async (query, variables) => send(url, variables ? { query, variables } : { query }, await token()),
  }
}

/** Where the graph of a running server answers; null where none runs. */
async function runningUrl(folder: string): Promise<string | null> {
  const end = Date.now() + 120_000
  for (let holder = lockHolder(folder); holder !== null; holder = lockHolder(folder)) {
    if (holder.graphUrl) return holder.graphUrl
    if (Date.now() > end)
      throw new CommandError(
        `\`${holder.command}\` (process ${holder.pid}) has been starting for two minutes. Wait for it, or stop it: kill ${holder.pid}`,
      )
    await delay(200)
  }
  return (await answers(usualUrl)) ? usualUrl : null
}
