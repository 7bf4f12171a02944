import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { clientOptions, withGraph } from '../client/graph.ts'
import { flag, readCommandLine } from '../command/options.ts'
import { pathFromCaller } from '../command/paths.ts'
import { runCommand } from '../command/run.ts'

const usage = `npm run query -- FILE_OR_OPERATION [--variables JSON] [--company KEY] [--as EMAIL] [--json]
  Runs an operation against the running graph.
  --json  prints {"data", "errors"} alone on standard output`

const variables = z
  .string()
  .default('{}')
  .transform((text, context) => {
    try {
      return z.record(z.string(), z.unknown()).parse(JSON.parse(text))
    } catch {
      context.addIssue('must be a JSON object such as {"first": 5}')
      return z.NEVER
    }
  })

await runCommand(async () => {
  const {
    options,
    arguments: [given],
  } = readCommandLine({
    usage,
    options: z.object({ ...clientOptions, variables, json: flag }),
    arguments: z.tuple([z.string('is missing: an operation, or a file that holds one')]),
  })
  const file = pathFromCaller(given)
  const operation = existsSync(file) ? readFileSync(file, 'utf8') : given
  const { data, errors } = await withGraph(options, (graph) => graph.execute(operation, options.variables))
  if (options.json) console.log(JSON.stringify(errors.length > 0 ? { data, errors } : { data }))
  else {
    console.log(JSON.stringify(data, null, 2))
    for (const error of errors) console.error(error.message)
  }
  return errors.length > 0 ? 1 : 0
})
