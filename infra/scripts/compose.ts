import { z } from 'zod'
import { readCommandLine } from '../command/options.ts'
import { CommandError, runCommand } from '../command/run.ts'
import { runTool } from '../command/tool.ts'

await runCommand(async () => {
  readCommandLine({ usage: 'npm run compose', options: z.object({}), arguments: z.tuple([]) })
  const { status, output } = await runTool({ file: 'schema/compose.ts', args: [] })
  if (status !== 0) throw new CommandError(output.trim())
  console.log('schema/supergraph.graphql and schema/api.graphql are composed.')
  return 0
})
