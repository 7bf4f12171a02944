import { z } from 'zod'
import { readCommandLine } from '../command/options.ts'
import { runCommand } from '../command/run.ts'
import { collect, graphqlCodegen, runTool, type ToolResult } from '../command/tool.ts'
import { environmentDrift } from '../environment/example.ts'

/** Pages for people that codegen writes. */
const pages = ['docs/guides/import-format.md', 'docs/metrics', 'docs/schema', 'docs/tables']
/** What compose and codegen write, from the project's folder. */
const generated = [
  'schema/supergraph.graphql',
  'schema/api.graphql',
  ':(glob)subgraphs/*/src/*.generated.ts',
  'web/gql',
  ...pages,
]
const cruised = ['schema', 'drizzle', 'subgraphs', 'router', 'infra', 'web']

interface Check {
  readonly name: string
  run(): Promise<ToolResult>
}

/** In this order: what is generated first, since all others read it. */
const checks: readonly Check[] = [
  { name: 'compose', run: () => runTool({ file: 'schema/compose.ts', args: [] }) },
  { name: 'codegen', run: () => runTool(graphqlCodegen) },
  { name: 'generated files', run: generatedDrift },
  { name: '.env.example', run: async () => environmentDrift() },
  {
    name: 'biome',
    run: () => runTool({ file: 'node_modules/@biomejs/biome/bin/biome', args: ['check', '--error-on-warnings', '.'] }),
  },
  { name: 'types', run: () => runTool({ file: 'node_modules/typescript/bin/tsc', args: ['-p', 'tsconfig.json'] }) },
  { name: 'types of web', run: () => runTool({ file: 'node_modules/typescript/bin/tsc', args: ['-p', 'web/tsconfig.json'] }) },
  {
    name: 'types of the explorer',
    run: () => runTool({ file: 'node_modules/typescript/bin/tsc', args: ['-p', 'router/explorer/tsconfig.json'] }),
  },
  {
    name: 'imports',
    run: () =>
      runTool({
        file: 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
        args: ['--config', '.dependency-cruiser.mjs', ...cruised],
      }),
  },
  { name: 'unused', run: () => runTool({ file: 'node_modules/knip/bin/knip.js', args: ['--no-progress'] }) },
]

await runCommand(async () => {
  readCommandLine({ usage: 'npm run check', options: z.object({}), arguments: z.tuple([]) })
  let failed = 0
  for (const { name, run } of checks) {
    const began = Date.now()
    const { status, output } = await run()
    const seconds = ((Date.now() - began) / 1000).toFixed(1)
    console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
    if (status === 0) continue
    failed += 1
    console.log(output.trimEnd().replace(/^/gm, '  '))
  }
  console.log(failed === 0 ? 'Every check holds.' : `${failed} of ${checks.length} checks fail.`)
  return failed === 0 ? 0 : 1
})

/** What is generated must be what was last staged or committed. */
async function generatedDrift(): Promise<ToolResult> {
  const { status, output } = await collect('git', ['status', '--porcelain', '--', ...generated])
  // Outside a git checkout there is nothing to hold it against.
  if (status !== 0) return { status: 0, output }
  const drifted = output.split('\n').filter((line) => line.length > 0 && line[1] !== ' ')
  return drifted.length === 0
    ? { status: 0, output: '' }
    : { status: 1, output: `These are generated and differ from what is in git; commit them:\n${drifted.join('\n')}` }
}
