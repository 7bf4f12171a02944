import { z } from 'zod'
import { readCommandLine } from '../command/options.ts'
import { CommandError, runCommand } from '../command/run.ts'
import { graphqlCodegen, runTool } from '../command/tool.ts'

await runCommand(async () => {
  readCommandLine({ usage: 'npm run codegen', options: z.object({}), arguments: z.tuple([]) })
  const { status, output } = await runTool(graphqlCodegen)
  if (status !== 0) throw new CommandError(output.trim())
  console.log('subgraphs/*/src/graph.generated.ts and web/gql are generated.')
  return 0
})
