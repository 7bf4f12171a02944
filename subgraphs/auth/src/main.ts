import { runSubgraph } from '@aems/kit/program.ts'
import { createSubgraph } from './subgraph.ts'

// No operator key: nobody acts on another's behalf away from an embedded server, and nothing is imported through this process.
await runSubgraph('auth', ({ database, environment }) => createSubgraph({ database, secret: environment.AEMS_SECRET }))
