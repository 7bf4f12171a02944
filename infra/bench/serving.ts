import { mkdtempSync, rmSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { runImport } from '../client/import.ts'
import type { Bench, Figure } from './bench.ts'
import { type BenchGraph, benchGraph } from './bench-graph.ts'
import { writeCompanyFiles } from './company-files.ts'
import { barely } from './dashboard.ts'

const key = 'measured'
const company = { lines: 500_000, customers: 20_000, products: 1_000 }
const pauseMs = 50

/** How long the serving process keeps everyone waiting while a company is imported beside it. */
export const bench: Bench = {
  name: 'serving',
  about: `delay of the serving process's event loop while ${company.lines.toLocaleString('en-US')} order lines are imported`,
  async run(progress) {
    const home = mkdtempSync(join(tmpdir(), 'aems-bench-'))
    await chmod(home, 0o755)
    try {
      progress('Making the files')
      await writeCompanyFiles(home, key, company)
      const graph = await benchGraph('none', progress, join(home, 'data'))
      try {
        return [await measure(graph, home, progress)]
      } finally {
        await graph.stop()
      }
    } finally {
      rmSync(home, { recursive: true, force: true })
    }
  },
}

async function measure(graph: BenchGraph, directory: string, progress: (line: string) => void): Promise<Figure> {
  progress('Asking while nothing else goes on')
  const quiet = await loopDelay(graph, delay(5_000))
  progress('Asking while a company is imported')
  const begun = performance.now()
  const busy = await loopDelay(graph, importInto(graph, directory))
  const seconds = Math.round((performance.now() - begun) / 1000)
  return {
    name: 'event-loop delay of the serving process while an import runs, p99',
    value: busy,
    unit: 'ms',
    baseline: { name: 'while none runs, p99', value: quiet },
    note: `a light question every ${pauseMs} ms; the import took ${seconds} s`,
  }
}

/** The 99th percentile of the event loop's delay until something is done, in ms, asked a light question all the while. */
async function loopDelay(graph: BenchGraph, until: Promise<unknown>): Promise<number> {
  await graph.loopDelay()
  const done = until.then(() => true)
  while (!(await Promise.race([done, delay(pauseMs, false)]))) await graph.ask(barely)
  return graph.loopDelay()
}

async function importInto(graph: BenchGraph, directory: string): Promise<void> {
  const request = { directory, companyKey: key, email: null, dryRun: false, replace: false }
  const record = await runImport(graph, request, new AbortController().signal)
  if (record.status !== 'DONE') throw new Error(`The import ended as ${record.status}: ${record.failure}`)
}
