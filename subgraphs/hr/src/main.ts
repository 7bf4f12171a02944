import { runSubgraph } from '@aems/kit/program.ts'
import { createSubgraph } from './subgraph.ts'

await runSubgraph('hr', createSubgraph)
