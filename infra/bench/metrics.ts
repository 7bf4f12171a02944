import { type Bench, type Figure, percentile, timings } from './bench.ts'
import { benchGraph } from './bench-graph.ts'

const callers = 8
/** Each way of asking is measured for about a minute: so often at most, and so often at least. */
const aMinute = 60_000
const mostRuns = 60
const fewestRuns = 3
/** A dashboard that takes longer alone would take minutes with others. */
const longest = 15_000

/** Twelve tiles of a sales dashboard: figures with a comparison, trends, splits and rankings, in one operation. */
const dashboard = `query Dashboard {
  revenue: ${tile('metrics: [NET_REVENUE, GROSS_PROFIT], compare: PREVIOUS_YEAR')}
  orders: ${tile('metrics: [ORDERS, AVERAGE_ORDER_VALUE], compare: PREVIOUS_YEAR')}
  customers: ${tile('metrics: [CUSTOMERS_ORDERING, NEW_CUSTOMERS], compare: PREVIOUS_YEAR')}
  units: ${tile('metrics: [UNITS_SOLD, AVERAGE_SELLING_PRICE], compare: PREVIOUS_YEAR')}
  trend: ${tile('metrics: [NET_REVENUE], grain: MONTH, compare: PREVIOUS_YEAR')}
  byTerritory: ${tile('metrics: [NET_REVENUE], by: [TERRITORY], compare: PREVIOUS_YEAR')}
  byCategory: ${tile('metrics: [NET_REVENUE, GROSS_MARGIN], by: [CATEGORY]')}
  byChannel: ${tile('metrics: [NET_REVENUE, ORDERS], by: [CHANNEL]')}
  topCustomers: ${tile('metrics: [NET_REVENUE], by: [CUSTOMER], first: 10, orderBy: { metric: NET_REVENUE }')}
  topProducts: ${tile('metrics: [NET_REVENUE], by: [PRODUCT], first: 10, orderBy: { metric: NET_REVENUE }')}
  pipeline: ${tile('metrics: [PIPELINE, OPEN_OPPORTUNITIES, WIN_RATE]')}
  quota: ${tile('metrics: [QUOTA, QUOTA_ATTAINMENT], by: [SALES_PERSON]')}
}`

function tile(query: string): string {
  return `salesMetrics(query: { ${query}, period: { last: { n: 12, unit: MONTH } } }) {
    totals { value previous changeRatio } rows { keys { label id } period { from } cells { value previous changeRatio } } }`
}

/** How long a dashboard takes, alone and with others at the same time. */
export const bench: Bench = {
  name: 'metrics',
  about: 'one operation of twelve sales tiles over a year of the large demo company, 10 million order lines',
  async run(progress) {
    const graph = await benchGraph('large', progress)
    try {
      const ask = () => graph.ask(dashboard)
      progress('Twelve tiles, one caller')
      const [once = aMinute] = await timings(ask, 1, 1)
      const runs = Math.max(fewestRuns, Math.min(mostRuns, Math.floor(aMinute / once)))
      const alone = await timings(ask, runs, 0)
      const aloneFigures = figures('12 tiles, 1 caller', alone)
      if (once > longest) {
        progress(`${callers} callers at once are left out: one dashboard alone takes ${Math.round(once / 1000)} s`)
        return aloneFigures
      }
      progress(`Twelve tiles, ${callers} callers`)
      const each = Math.ceil(runs / callers)
      const together = (await Promise.all(Array.from({ length: callers }, () => timings(ask, each, 0)))).flat()
      return [...aloneFigures, ...figures(`12 tiles, ${callers} callers`, together)]
    } finally {
      await graph.stop()
    }
  },
}

const figures = (name: string, samples: readonly number[]): Figure[] =>
  [50, 95].map((p) => ({ name: `${name}, p${p}`, value: percentile(samples, p), unit: 'ms', note: `${samples.length} runs` }))
