import { join } from 'node:path'
import { z } from 'zod'
import { onInterrupt } from '../command/interrupt.ts'
import { flag, port, readCommandLine } from '../command/options.ts'
import { pathFromCaller, usualDataFolder } from '../command/paths.ts'
import { shownProgress as progress } from '../command/progress.ts'
import { runCommand } from '../command/run.ts'
import { graphqlCodegen, runTool } from '../command/tool.ts'
import { type RestartingGraph, startRestartingGraph } from '../dev/restarting-graph.ts'
import { type Change, watchGraph } from '../dev/watch.ts'
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
    { folder: options.data, command: 'npm run dev', routerPort: options['router-port'], demo: 'small', progress },
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
  console.log(signInHint(embedded.firstUser))

  let queue = Promise.resolve()
  const unwatch = watchGraph((change) => {
    queue = queue
      .then(() => serve(change, graph))
      .catch((error: unknown) => console.error(error instanceof Error ? error.message : error))
  })
  running.defer(unwatch)
  return undefined
})

/** Serves the code as it is now; after a change of SDL, composed first. Types are generated meanwhile: running needs none. */
async function serve(change: Change, graph: RestartingGraph | undefined): Promise<void> {
  const began = Date.now()
  const composed = change === 'schema' ? tool({ file: 'schema/compose.ts', args: [] }) : Promise.resolve()
  await graph?.restart(composed)
  console.log(`${change === 'schema' ? 'Composed and served' : 'Served'} in ${((Date.now() - began) / 1000).toFixed(1)} s.`)
  if (change === 'schema') await tool(graphqlCodegen)
}

async function tool(which: Parameters<typeof runTool>[0]): Promise<void> {
  const { status, output } = await runTool(which)
  if (status !== 0) throw new Error(output.trim())
}
