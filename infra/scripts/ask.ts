import { z } from 'zod'
import { ask, contractOf } from '../assistant/answer.ts'
import { printed } from '../assistant/print.ts'
import { clientOptions, withGraph } from '../client/graph.ts'
import { flag, readCommandLine } from '../command/options.ts'
import { runCommand } from '../command/run.ts'

const usage = `npm run ask -- "QUESTION" [--company KEY] [--as-of DATE] [--as EMAIL] [--json] [--follow-up CONVERSATION]
  Asks the assistant, with your own rights.
  --as-of      the day that today means, such as 2014-06-30; default: the company's today
  --follow-up  the conversation that the question goes on with; --json names it
  --json       prints the answer alone on standard output`

await runCommand(async () => {
  const {
    options,
    arguments: [question],
  } = readCommandLine({
    usage,
    options: z.object({
      ...clientOptions,
      json: flag,
      'as-of': z.iso.date('must be a day such as 2014-06-30').nullable().default(null),
      'follow-up': z.string().nullable().default(null),
    }),
    arguments: z.tuple([z.string('is missing: a question, in quotes')]),
  })
  const answer = await withGraph(options, (graph) =>
    ask(graph, { question, conversationId: options['follow-up'], asOf: options['as-of'] }),
  )
  console.log(options.json ? JSON.stringify(contractOf(answer)) : printed(answer))
  if (!options.json) console.error(`Go on with: --follow-up ${answer.conversationId}`)
  return answer.status === 'error' ? 1 : 0
})
