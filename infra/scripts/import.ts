import { z } from 'zod'
import { clientOptions, withGraph } from '../client/graph.ts'
import { followImport, printOutcome } from '../client/import.ts'
import { onInterrupt } from '../command/interrupt.ts'
import { flag, readCommandLine } from '../command/options.ts'
import { pathFromCaller } from '../command/paths.ts'
import { runCommand } from '../command/run.ts'

const usage = `npm run import -- DIR [--company KEY] [--dry-run] [--replace] [--as EMAIL] [--json]
  Loads a company's CSV files, all or nothing; docs/guides/import.md describes them.
  --company  the company to load into; without it, the one that company.csv names
  --dry-run  checks everything and writes nothing
  --replace  also removes rows that the directory no longer has
  --json     prints the import's record alone on standard output`

await runCommand(async () => {
  const {
    options,
    arguments: [directory],
  } = readCommandLine({
    usage,
    options: z.object({ ...clientOptions, 'dry-run': flag, replace: flag, json: flag }),
    arguments: z.tuple([z.string('is missing: the directory with the CSV files').transform(pathFromCaller)]),
  })
  const interrupted = new AbortController()
  const outcome = withGraph({ ...options, company: null }, (graph) =>
    followImport(
      graph,
      { directory, companyKey: options.company, email: options.as, dryRun: options['dry-run'], replace: options.replace },
      interrupted.signal,
    ),
  )
  onInterrupt(async () => {
    console.error('\nStopping the import; nothing of it is kept …')
    interrupted.abort()
    await outcome.catch(() => {})
  })
  const record = await outcome
  printOutcome(record)
  if (options.json) console.log(JSON.stringify(record))
  return record.status === 'DONE' ? 0 : 1
})
