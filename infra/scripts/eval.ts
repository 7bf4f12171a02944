import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type Answer, ask } from '../assistant/answer.ts'
import { companyOf } from '../assistant/company.ts'
import { type Company, judge } from '../assistant/judge.ts'
import { lackedBy } from '../assistant/lacking.ts'
import { chainOf, type Item, readItems } from '../assistant/questions.ts'
import { printedReport, type Result, reportOf } from '../assistant/report.ts'
import { clientOptions, type RemoteGraph, withGraph } from '../client/graph.ts'
import { flag, readCommandLine } from '../command/options.ts'
import { pathFromCaller } from '../command/paths.ts'
import { runCommand } from '../command/run.ts'

const usage = `npm run eval -- FILE [--company KEY] [--json]
  Asks every question of a file and scores the answers. FILE holds a question a line with what must be understood,
  or an array of facts with their figures.
  --json  prints the scores alone on standard output`

/** Asks a question after its ancestors, in a conversation of its own. */
async function askChain(graph: RemoteGraph, chain: readonly Item[]): Promise<Answer | null> {
  let answer: Answer | null = null
  for (const { question, asOf } of chain) {
    answer = await ask(graph, { question, asOf, conversationId: answer?.conversationId ?? null })
  }
  return answer
}

async function result(
  graph: RemoteGraph,
  item: Item,
  items: ReadonlyMap<string, Item>,
  company: Company & { readonly today: string },
  lacks: Awaited<ReturnType<typeof lackedBy>>,
): Promise<Result> {
  const nothing = { item, judged: null, understood: null, text: '', milliseconds: 0 }
  if (item.asker !== null)
    return {
      ...nothing,
      skipped: `it is asked by a ${item.asker}, and members can’t be added to a company through the graph yet`,
    }
  const lacked = await lacks(item)
  if (lacked !== null) return { ...nothing, skipped: `the company has no ${lacked}` }
  const answer = await askChain(graph, chainOf(item, items))
  if (!answer) return { ...nothing, skipped: 'it has no question' }
  const judged = judge(item, answer, company, item.asOf ?? company.today)
  return { item, judged, skipped: null, understood: answer.understood, text: answer.text, milliseconds: answer.milliseconds }
}

await runCommand(async () => {
  const {
    options,
    arguments: [file],
  } = readCommandLine({
    usage,
    options: z.object({ ...clientOptions, json: flag }),
    arguments: z.tuple([z.string('is missing: a file of questions').transform(pathFromCaller)]),
  })
  const items = readItems(readFileSync(file, 'utf8'))
  const byId = new Map(items.map((item) => [item.id, item]))
  const results = await withGraph(options, async (graph) => {
    const company = await companyOf(graph)
    const lacks = await lackedBy(graph)
    const out: Result[] = []
    for (const item of items) out.push(await result(graph, item, byId, company, lacks))
    return out
  })
  const report = reportOf(results)
  console.log(options.json ? JSON.stringify(report) : printedReport(report))
  return report.wrong + report.failed > 0 ? 1 : 0
})
