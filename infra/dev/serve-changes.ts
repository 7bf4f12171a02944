import { outputsAfter } from './outputs.ts'
import type { RestartingGraph } from './restarting-graph.ts'
import { type Changes, watchGraph } from './watch.ts'
import { startWorker, type Worker } from './worker.ts'

/**
 * Serves each change of SDL and code as soon as it is written, and generates the types that follow from it: running needs
 * none, so they come after.
 * @returns ends that.
 */
export function serveChanges(graph: RestartingGraph): () => Promise<void> {
  const composer = startWorker('compose-process.ts')
  const generator = startWorker('codegen-process.ts')
  let queue = Promise.resolve()
  let stopping = false
  // Types that are being generated when it ends are generated at the next change, or by `npm run codegen`.
  const generate = (outputs: readonly string[]): void => {
    generator.ask(outputs).catch((error: unknown) => stopping || say(error))
  }
  const unwatch = watchGraph((changes) => {
    queue = queue.then(() => serve(changes, { graph, composer, generate })).catch(say)
  })
  return async () => {
    stopping = true
    unwatch()
    await queue
    await Promise.all([composer.stop(), generator.stop()])
  }
}

interface Parts {
  readonly graph: RestartingGraph
  readonly composer: Worker
  /** Not waited for: the next change is served meanwhile. */
  readonly generate: (outputs: readonly string[]) => void
}

async function serve(changes: Changes, { graph, composer, generate }: Parts): Promise<void> {
  const kinds = new Set(changes.values())
  const composed = kinds.has('schema') ? composer.ask(null) : Promise.resolve()
  if (kinds.has('schema') || kinds.has('code')) {
    const began = Date.now()
    try {
      await graph.restart(composed)
      console.log(`${kinds.has('schema') ? 'Composed and served' : 'Served'} in ${((Date.now() - began) / 1000).toFixed(1)} s.`)
    } catch (error) {
      say(error)
    }
  }
  const outputs = outputsAfter(changes)
  if (outputs.length > 0 && !(await failed(composed))) generate(outputs)
}

const failed = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => false,
    () => true,
  )

const say = (error: unknown): void => console.error(error instanceof Error ? error.message : error)
