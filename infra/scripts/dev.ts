import { join } from 'node:path'
import { z } from 'zod'
import { onInterrupt } from '../command/interrupt.ts'
import { flag, port, readCommandLine } from '../command/options.ts'
import { pathFromCaller, usualDataFolder } from '../command/paths.ts'
import { shownProgress as progress } from '../command/progress.ts'
import { runCommand } from '../command/run.ts'
import { type RestartingGraph, startRestartingGraph } from '../dev/restarting-graph.ts'
import { serveChanges } from '../dev/serve-changes.ts'
import { openEmbedded } from '../embedded/embedded.ts'
import { assertFree } from '../embedded/ports.ts'
import { signInHint } from '../embedded/sign-in-hint.ts'
import { startWebInDevelopment } from '../embedded/web.ts'

const usage = `npm run dev [-- --port N] [--router-port N] [--no-web] [--data DIR]
  Serves what is being written: a change of SDL is composed, generated and served, a change of code served, within
  two seconds. The database and the web application's development server keep running.`

await runCommand(async () => {
  const { options } = readCommandLine({
    usage,
    options: z.object({
      port: port.default(3000),
      'router-port': port.default(4000),
      'no-web': flag,
      data: z.string().default(usualDataFolder).transform(pathFromCaller),
    }),
    arguments: z.tuple([]),
  })
  await assertFree(options['router-port'], 'the graph', '--router-port')
  if (!options['no-web']) await assertFree(options.port, 'the web application', '--port')
  const running = new AsyncDisposableStack()
  onInterrupt(() => running.disposeAsync())

  let graph: RestartingGraph | undefined
  const embedded = await openEmbedded(
    {
      folder: options.data,
      command: 'npm run dev',
      routerPort: options['router-port'],
      webUrl: `http://localhost:${options.port}`,
      demo: 'small',
      progress,
    },
    async (graphOptions) => {
      graph = await startRestartingGraph(graphOptions)
      return graph
    },
  )
  running.defer(embedded.close)
  console.log(`Graph ${embedded.url}/graphql, explorer ${embedded.url}/`)
  if (!options['no-web']) {
    const web = await startWebInDevelopment({
      port: options.port,
      graphUrl: embedded.url,
      logFile: join(options.data, 'web.log'),
    })
    running.defer(web.stop)
    console.log(`Web ${web.url}`)
  }
  if (graph) running.defer(serveChanges(graph))
  console.log(signInHint(embedded.firstUser))
  return undefined
})
