import { subgraphExecutor } from '@aems/kit/execute.ts'
import type { Subgraph } from '@aems/kit/subgraph.ts'
import type { Source } from './sources.ts'

/**
 * A subgraph in the router's own process: no HTTP and no JSON in between.
 * @param onFault is told of every fault inside the subgraph.
 */
export function localSource<Context>(
  subgraph: Subgraph<Context>,
  onFault: (fault: Error, correlationId: string) => void,
): Source {
  const execute = subgraphExecutor(subgraph, onFault)
  return { fetch: execute, subscribe: execute.subscribe, close: () => subgraph.close() }
}
