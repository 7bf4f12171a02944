import { join } from 'node:path'
import { readEnvironment } from '@aems/kit/environment.ts'
import { type Answer, send } from '../client/http.ts'
import { tokenSource } from '../client/identity.ts'
import { usualDataFolder } from '../command/paths.ts'
import { CommandError } from '../command/run.ts'
import { runningInstallation } from '../embedded/installation.ts'
import { existingOperatorKey } from '../embedded/secrets.ts'
import { embeddedEnvironment } from '../environment/embedded.ts'
import { type ServerProcess, startServer } from './graph-process.ts'

/** A running graph with a demo company, asked as its owner. */
export interface BenchGraph extends ServerProcess {
  /** Reaches its database as whoever may see everything. */
  readonly adminUrl: string
  /** The key that its server keeps in the data folder. */
  readonly operatorKey: string | null
  /** An access token that holds. */
  token(): Promise<string>
  /** Runs an operation; gives the whole answer. @throws CommandError where it fails. */
  ask(operation: string, variables?: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>>
  /** Runs an operation; gives the answer and what went wrong. */
  execute(operation: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer>
}

const startMs = { none: 5 * 60_000, small: 5 * 60_000, medium: 15 * 60_000, large: 60 * 60_000 }

/** Starts a graph on a data folder of the benchmarks' own. Its demo company is made the first time, and kept. */
export async function benchGraph(
  demo: keyof typeof startMs,
  progress: (line: string) => void,
  folder = join(usualDataFolder, `bench-${demo}`),
): Promise<BenchGraph> {
  progress(demo === 'none' ? 'Starting a graph' : `Starting a graph with the ${demo} demo company`)
  const server = await startServer('graph-server.ts', [folder, demo], startMs[demo])
  const operatorKey = existingOperatorKey(folder)
  const token = tokenSource(server.url, { credentials: null, operatorKey, as: null, company: null })
  const installation = runningInstallation(folder, readEnvironment(embeddedEnvironment))
  if (installation === null) throw new CommandError(`The database in ${folder} does not run.`)
  const execute: BenchGraph['execute'] = async (query, variables) =>
    send(server.url, variables ? { query, variables } : { query }, await token())
  return {
    ...server,
    adminUrl: installation.adminUrl,
    operatorKey,
    token,
    execute,
    ask: async (query, variables) => {
      const answer = await execute(query, variables)
      if (answer.errors[0]) throw new CommandError(answer.errors[0].message)
      return answer
    },
  }
}
