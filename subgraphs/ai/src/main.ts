import { runSubgraph } from '@aems/kit/program.ts'
import { modelSettings } from './environment.ts'
import { createSubgraph } from './subgraph.ts'

await runSubgraph('ai', ({ database, logger }) => createSubgraph({ database, logger, model: modelSettings() }))
