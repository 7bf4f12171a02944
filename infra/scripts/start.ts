import { join } from 'node:path'
import { z } from 'zod'
import { onInterrupt } from '../command/interrupt.ts'
import { flag, port, readCommandLine } from '../command/options.ts'
import { pathFromCaller, usualDataFolder } from '../command/paths.ts'
import { shownProgress as progress } from '../command/progress.ts'
import { CommandError, runCommand } from '../command/run.ts'
import type { Embedded } from '../embedded/embedded.ts'
import { assertFree } from '../embedded/ports.ts'
import { signInHint } from '../embedded/sign-in-hint.ts'
import { buildWeb, isBuilt, startWeb } from '../embedded/web.ts'

const usage = `npm start [-- OPTIONS]
  Everything on one machine: database, graph and web application.
  --port N           port of the web application (3000)
  --router-port N    port of the graph (the web application's + 1000)
  --no-web           database and graph alone
  --data DIR         folder that holds everything (.data)
  --demo none|small|large
                     the demo company that is made where there is no company yet (small)`

const options = z.object({
  port: port.default(3000),
  'router-port': port.optional(),
  'no-web': flag,
  data: z.string().default(usualDataFolder).transform(pathFromCaller),
  demo: z.enum(['none', 'small', 'large'], 'must be none, small or large').default('small'),
})

await runCommand(async () => {
  const began = Date.now()
  const { options: chosen } = readCommandLine({ usage, options, arguments: z.tuple([]) })
  const routerPort = chosen['router-port'] ?? routerPortFor(chosen.port)
  await assertFree(routerPort, 'the graph', '--router-port')
  if (!chosen['no-web']) await assertFree(chosen.port, 'the web application', '--port')

  const running = new AsyncDisposableStack()
  const interrupted = new AbortController()
  const ready = startAll()
  onInterrupt(async () => {
    progress.note('\nStopping …')
    interrupted.abort()
    await ready.catch(() => {})
    await running.disposeAsync()
    progress.note('Stopped.')
  })
  try {
    await ready
  } catch (error) {
    if (interrupted.signal.aborted) return undefined
    await running.disposeAsync()
    throw error
  }
  return undefined

  async function startAll(): Promise<void> {
    // Only now: a port that is taken is told at once, not after everything has been loaded.
    const { openEmbedded } = await import('../embedded/embedded.ts')
    const embedded = await openEmbedded({
      folder: chosen.data,
      command: 'npm start',
      routerPort,
      webUrl: `http://localhost:${chosen.port}`,
      demo: chosen.demo,
      progress,
      signal: interrupted.signal,
      onFirstUser: (user) => {
        if (user.isNew) console.log(`\n  ${signInHint(user)}\n`)
      },
    })
    running.defer(embedded.close)
    console.log(`\n  Graph    ${embedded.url}/graphql\n  Explorer ${embedded.url}/`)
    if (!chosen['no-web'] && !interrupted.signal.aborted) await addWeb(embedded)
    if (interrupted.signal.aborted) return
    console.log(
      `\n  ${signInHint(embedded.firstUser)}\n  Ready in ${((Date.now() - began) / 1000).toFixed(1)} s. Ctrl-C stops everything.\n`,
    )
  }

  async function addWeb(embedded: Embedded): Promise<void> {
    const logFile = join(chosen.data, 'web.log')
    if (!isBuilt()) {
      progress.note('')
      await progress.step('Building the web application, once (about a minute)', () => buildWeb(logFile, interrupted.signal))
    }
    if (interrupted.signal.aborted) return
    const web = await startWeb({ port: chosen.port, graphUrl: embedded.url, logFile })
    running.defer(web.stop)
    console.log(`  Web      ${web.url}`)
  }
})

function routerPortFor(webPort: number): number {
  if (webPort + 1000 <= 65_535) return webPort + 1000
  throw new CommandError(`The graph's port would be ${webPort + 1000}, which does not exist. Pass one: --router-port 4000`)
}
