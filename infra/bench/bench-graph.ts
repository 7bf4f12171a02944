import { join } from 'node:path'
import { readEnvironment } from '@aems/kit/environment.ts'
import { send } from '../client/http.ts'
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
  /** An access token that holds. */
  token(): Promise<string>
  /** Runs an operation; gives the whole answer. @throws CommandError where it fails. */
  ask(operation: string, variables?: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>>
}

const startMs = { small: 5 * 60_000, medium: 15 * 60_000, large: 60 * 60_000 }

/** Starts a graph on a data folder of the benchmarks' own. Its demo company is made the first time, and kept. */
export async function benchGraph(demo: 'small' | 'medium' | 'large', progress: (line: string) => void): Promise<BenchGraph> {
  const folder = join(usualDataFolder, `bench-${demo}`)
  progress(`Starting a graph with the ${demo} demo company`)
  const server = await startServer('graph-server.ts', [folder, demo], startMs[demo])
  const token = tokenSource(server.url, { credentials: null, operatorKey: existingOperatorKey(folder), as: null, company: null })
  const installation = runningInstallation(folder, readEnvironment(embeddedEnvironment))
  if (installation === null) throw new CommandError(`The database in ${folder} does not run.`)
  return {
    ...server,
    adminUrl: installation.adminUrl,
    token,
    ask: async (query, variables) => {
      const answer = await send(server.url, variables ? { query, variables } : { query }, await token())
      if (answer.errors[0]) throw new CommandError(answer.errors[0].message)
      return answer
    },
  }
}
