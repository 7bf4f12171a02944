import { type Bench, type Figure, percentile, timings } from './bench.ts'
import { type BenchGraph, benchGraph } from './bench-graph.ts'

const callers = 8
/** Each way of asking is measured for about so long: so often at most, and so often at least. */
const spentMs = 30_000
const mostRuns = 200
const fewestRuns = 3
/** A dashboard that takes longer alone would take minutes with others. */
const longest = 15_000

/** The least that the router can be asked of the database: what other figures are held against. */
const barely = '{ me { user { name } } }'

const tile = (query: string, period = 'last: { n: 12, unit: MONTH }') =>
  `salesMetrics(query: { ${query}, period: { ${period} } }) {
    totals { value previous changeRatio } rows { keys { label id } period { from } cells { value previous changeRatio } } }`

const trend = (metrics: string) => tile(`metrics: [${metrics}], grain: MONTH, compare: PREVIOUS_YEAR`)

/** Twelve tiles of a year by month beside the year before: figures, trends and splits that rollups or small tables serve. */
const dashboard = `query Dashboard {
  revenue: ${trend('NET_REVENUE, GROSS_PROFIT')}
  orders: ${trend('ORDERS, AVERAGE_ORDER_VALUE')}
  units: ${trend('UNITS_SOLD, AVERAGE_SELLING_PRICE')}
  margin: ${trend('GROSS_MARGIN')}
  returns: ${trend('RETURN_RATE, DAYS_TO_SHIP')}
  byTerritory: ${tile('metrics: [NET_REVENUE], by: [TERRITORY], grain: MONTH, compare: PREVIOUS_YEAR')}
  byCategory: ${tile('metrics: [NET_REVENUE, GROSS_MARGIN], by: [CATEGORY], grain: MONTH, compare: PREVIOUS_YEAR')}
  byChannel: ${tile('metrics: [NET_REVENUE, ORDERS], by: [CHANNEL], grain: MONTH, compare: PREVIOUS_YEAR')}
  byTeam: ${tile('metrics: [NET_REVENUE], by: [TEAM], compare: PREVIOUS_YEAR')}
  topProducts: ${tile('metrics: [NET_REVENUE], by: [PRODUCT], first: 10, orderBy: { metric: NET_REVENUE }')}
  won: ${trend('WON_AMOUNT, WIN_RATE')}
  quota: ${tile('metrics: [QUOTA], by: [SALES_PERSON]')}
}`

const dimensions = [
  'TERRITORY',
  'TERRITORY_GROUP',
  'COUNTRY',
  'CHANNEL',
  'PRODUCT',
  'CATEGORY',
  'SUBCATEGORY',
  'CUSTOMER',
] as const
const others = ['CUSTOMER_SEGMENT', 'CUSTOMER_KIND', 'INDUSTRY', 'SALES_PERSON', 'TEAM', 'ORDER_STATUS'] as const

/** Questions that no rollup serves: they are added up from the facts. */
const fromFacts = {
  'distinct customers by territory': 'metrics: [CUSTOMERS_ORDERING], by: [TERRITORY]',
  'revenue by category and territory': 'metrics: [NET_REVENUE], by: [CATEGORY, TERRITORY], first: 100',
} as const

const lastYear = `last: { n: 1, unit: YEAR }`

/** How long a dashboard and single questions take, on ten million order lines and on a tenth of them. */
export const bench: Bench = {
  name: 'metrics',
  about: 'twelve tiles in one operation, and single figures by each dimension over a year, on 10 million order lines and a tenth',
  async run(progress) {
    const figures: Figure[] = []
    for (const demo of ['medium', 'large'] as const) {
      const graph = await benchGraph(demo, progress)
      try {
        figures.push(...(await measure(graph, demo, progress)))
      } finally {
        await graph.stop()
      }
    }
    return figures
  },
}

async function measure(graph: BenchGraph, demo: 'medium' | 'large', progress: (line: string) => void): Promise<Figure[]> {
  const lines = demo === 'large' ? '10 million lines' : '1 million lines'
  const base = percentile(await timings(() => graph.ask(barely), 100), 50)
  const held = (name: string, samples: readonly number[]): Figure[] =>
    [50, 95].map((p) => ({
      name: `${name}, p${p}`,
      value: percentile(samples, p),
      unit: 'ms',
      baseline: { name: 'who am I, p50', value: base },
      note: `${lines}, ${samples.length} runs`,
    }))
  progress(`${lines}: twelve tiles`)
  const ask = () => graph.ask(dashboard)
  const alone = await often(ask)
  const figures = held('12 tiles, 1 caller', alone)
  if (percentile(alone, 50) < longest) {
    const each = Math.max(fewestRuns, Math.ceil(alone.length / callers))
    const together = (await Promise.all(Array.from({ length: callers }, () => timings(ask, each, 1)))).flat()
    figures.push(...held(`12 tiles, ${callers} callers`, together))
  }
  for (const dimension of [...dimensions, ...others]) {
    progress(`${lines}: net revenue by ${dimension}`)
    const query = `{ ${tile(`metrics: [NET_REVENUE], by: [${dimension}], first: 100, orderBy: { metric: NET_REVENUE }`, lastYear)} }`
    figures.push(...held(`net revenue by ${dimension}, a year`, await often(() => graph.ask(query), 2_000)).slice(1))
  }
  for (const [name, query] of Object.entries(fromFacts)) {
    progress(`${lines}: ${name}`)
    figures.push(
      ...held(`${name}, a year, from facts`, await often(() => graph.ask(`{ ${tile(query, lastYear)} }`), 10_000)).slice(1),
    )
  }
  figures.push({ name: 'memory of the serving process', value: await graph.memory(), unit: 'MB', note: lines })
  return figures
}

/** Times of as many runs as fit into the time, after two that are not counted. */
async function often(ask: () => Promise<unknown>, forMs = spentMs): Promise<number[]> {
  await ask()
  const [once = forMs] = await timings(ask, 1, 0)
  return timings(ask, Math.max(fewestRuns, Math.min(mostRuns, Math.floor(forMs / once))), 5)
}
