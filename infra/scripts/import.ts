import { z } from 'zod'
import { clientOptions, withGraph } from '../client/graph.ts'
import { followImport, type ImportRecord, printOutcome, runImport } from '../client/import.ts'
import { listed, listImports, startRollback } from '../client/rollback.ts'
import { onInterrupt } from '../command/interrupt.ts'
import { flag, readCommandLine } from '../command/options.ts'
import { pathFromCaller } from '../command/paths.ts'
import { CommandError, runCommand } from '../command/run.ts'

const usage = `npm run import -- DIR [--company KEY] [--dry-run] [--replace] [--as EMAIL] [--json]
npm run import -- --list [--company KEY] [--as EMAIL] [--json]
npm run import -- --rollback ID [--company KEY] [--as EMAIL] [--json]
  Loads a company's CSV files, all or nothing; docs/guides/import-format.md describes them.
  --company   the company to load into; without it, the one that company.csv names
  --dry-run   checks everything, tells what would change, and writes nothing
  --replace   also removes rows that the directory no longer has
  --list      the company's imports, newest first, with their ids
  --rollback  takes an import back; names rows that were written since instead, where there are any
  --json      prints the import's record alone on standard output`

await runCommand(async () => {
  const {
    options,
    arguments: [given],
  } = readCommandLine({
    usage,
    options: z.object({
      ...clientOptions,
      'dry-run': flag,
      replace: flag,
      list: flag,
      rollback: z.uuid('is not the id of an import; --list shows them').optional(),
      json: flag,
    }),
    arguments: z.tuple([]).or(z.tuple([z.string().transform(pathFromCaller)])),
  })
  if (options.list) {
    const records = await withGraph(options, listImports)
    if (options.json) console.log(JSON.stringify(records))
    else for (const record of records) console.log(listed(record))
    return 0
  }
  const interrupted = new AbortController()
  const outcome = options.rollback === undefined ? load(given) : takeBack(options.rollback)
  onInterrupt(async () => {
    console.error('\nStopping; nothing of it is kept …')
    interrupted.abort()
    await outcome.catch(() => {})
  })
  const record = await outcome
  printOutcome(record)
  if (options.json) console.log(JSON.stringify(record))
  return record.status === 'DONE' ? 0 : 1

  async function load(directory: string | undefined): Promise<ImportRecord> {
    if (directory === undefined) throw new CommandError(`DIR is missing: the directory with the CSV files.\n${usage}`)
    const { company: companyKey, as: email, 'dry-run': dryRun, replace } = options
    return withGraph({ ...options, company: null }, (graph) =>
      runImport(graph, { directory, companyKey, email, dryRun, replace }, interrupted.signal),
    )
  }

  async function takeBack(id: string): Promise<ImportRecord> {
    // A company goes with its first import; whoever took it back reads of that from another.
    return withGraph(options, async (graph, anywhere) =>
      followImport(anywhere, await startRollback(graph, id), interrupted.signal),
    )
  }
})
