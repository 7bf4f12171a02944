import { demoCompany } from '@aems/drizzle/demo/company.ts'
import { CommandError } from '../command/run.ts'
import { type Bench, type BenchOptions, type Figure, percentile, timings } from './bench.ts'
import { type BenchGraph, benchGraph } from './bench-graph.ts'
import { barely, dashboard, distinct, fromFacts, served } from './dashboard.ts'
import { type StatementClock, statementClock } from './statements.ts'
import { measureUpkeep } from './upkeep.ts'

const callers = 8
/** Each way of asking is measured for about so long: so often at most, and so often at least. */
const spentMs = 30_000
const mostRuns = 200
const fewestRuns = 3
/** A dashboard that takes longer alone would take minutes with others. */
const longest = 15_000

/** The demo company's sizes, and what each is called in the figures. */
const sizes = { tenth: ['medium', '1 million lines'], full: ['large', '10 million lines'] } as const

/** How long a dashboard and single questions take, on ten million order lines and on a tenth of them. */
export const bench: Bench = {
  name: 'metrics',
  about: 'twelve tiles in one operation, and single figures by each dimension over a year, on 10 million order lines and a tenth',
  async run(progress, { size }: BenchOptions) {
    const figures: Figure[] = []
    for (const [demo, lines] of size === null ? Object.values(sizes) : [sizes[size]]) {
      const graph = await benchGraph(demo, progress)
      try {
        figures.push(...(await measure(graph, lines, (what) => progress(`${lines}: ${what}`))))
      } finally {
        await graph.stop()
      }
    }
    return figures
  },
}

async function measure(graph: BenchGraph, lines: string, progress: (what: string) => void): Promise<Figure[]> {
  const base = percentile(await timings(() => graph.ask(barely), 100), 50)
  const timed = (name: string, samples: readonly number[], percentiles: readonly number[]): Figure[] =>
    percentiles.map((p) => ({
      name: `${name}, p${p}`,
      value: percentile(samples, p),
      unit: 'ms',
      baseline: { name: 'who am I, p50', value: base },
      note: `${lines}, ${samples.length} runs`,
    }))
  const figures: Figure[] = []
  const clock = await statementClock(graph.adminUrl)
  try {
    progress('twelve tiles')
    figures.push(...(await measureDashboard(graph, clock, timed)))
  } finally {
    await clock.close()
  }
  figures.push({ name: 'memory of the serving process under them', value: await graph.memory(), unit: 'MB', note: lines })
  for (const [how, questions] of [
    ['', served],
    ['', distinct],
    [', from facts', fromFacts],
  ] as const) {
    for (const [name, query] of questions) {
      progress(name)
      const samples = await often(() => graph.ask(query), 2_000).catch(cancelled)
      if (samples === null)
        figures.push({ name: `${name}, a year${how}`, value: Number.NaN, unit: 'ms', note: `${lines}, cancelled` })
      else figures.push(...timed(`${name}, a year${how}`, samples, [95]))
    }
  }
  progress('a single order')
  figures.push(await measureUpkeep(graph.adminUrl, demoCompany.key, lines))
  return figures
}

/** Twelve tiles from one caller and from several, each with what the database spends on them. */
async function measureDashboard(
  graph: BenchGraph,
  clock: StatementClock,
  timed: (name: string, samples: readonly number[], percentiles: readonly number[]) => Figure[],
): Promise<Figure[]> {
  const ask = () => graph.ask(dashboard)
  const alone = await often(ask)
  const figures = timed('12 tiles, 1 caller', alone, [50, 95])
  const spent: number[] = []
  await clock.spent()
  for (const _ of alone.slice(0, 50)) {
    await ask()
    spent.push(await clock.spent())
  }
  figures.push(...timed('of it the database, statements summed', spent, [50, 95]))
  if (percentile(alone, 50) > longest) return figures
  const each = Math.max(fewestRuns, Math.ceil(alone.length / callers))
  await clock.spent()
  const together = (await Promise.all(Array.from({ length: callers }, () => timings(ask, each, 1)))).flat()
  const share = (await clock.spent()) / (callers * (each + 1))
  return [
    ...figures,
    ...timed(`12 tiles, ${callers} callers`, together, [50, 95]),
    ...timed(`of it the database, ${callers} callers, statements summed, mean`, [share], [50]),
  ]
}

/** What took longer than a statement may is a figure too. */
function cancelled(error: unknown): null {
  if (error instanceof CommandError && error.message.includes('took too long')) return null
  throw error
}

/** Times of as many runs as fit into the time, after two that are not counted. */
async function often(ask: () => Promise<unknown>, forMs = spentMs): Promise<number[]> {
  await ask()
  const [once = forMs] = await timings(ask, 1, 0)
  return timings(ask, Math.max(fewestRuns, Math.min(mostRuns, Math.floor(forMs / once))), 5)
}
