import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { forecast } from '@aems/kit/forecast/forecast.ts'
import { m3Series, mase, mean, smape } from '@aems/kit/testing/m3.ts'
import { root } from '../command/paths.ts'
import { type Bench, type Figure, percentile } from './bench.ts'

/** Test data lies beside the project; it is no part of it. */
const shared = process.env['AEMS_SHARED'] ?? join(root, '../shared')

/** How good forecasts are, and how long they take, over the 3,003 series of the M3 competition. */
export const bench: Bench = {
  name: 'forecast',
  about: 'errors, intervals and time over the 3,003 series of the M3 competition, in ../shared/data/m3',
  async run(progress) {
    const all = m3Series(shared)
    if (all === null) {
      progress(`Skipped: there is no folder ${shared}/data/m3. AEMS_SHARED names another.`)
      return []
    }
    progress(`${all.length} series`)
    const times: number[] = []
    const made = all.map((series) => {
      const began = performance.now()
      const { steps } = forecast(series.known, series.period, series.after.length)
      times.push(performance.now() - began)
      const values = steps.map(({ value }) => value)
      const inside = series.after.filter((value, step) => value >= (steps[step]?.low ?? 0) && value <= (steps[step]?.high ?? 0))
      return {
        smape: smape(series.after, values),
        mase: mase(series, values),
        inside: inside.length,
        count: series.after.length,
      }
    })
    const seconds = times.reduce((sum, time) => sum + time, 0) / 1000
    const theta = entrant('Theta')
    const note = `${all.length} series`
    return [
      { name: 'sMAPE', value: mean(made.map((each) => each.smape)), unit: '%', note, ...baseline(theta?.smape) },
      { name: 'MASE', value: mean(made.map((each) => each.mase)), unit: '', note, ...baseline(theta?.mase) },
      {
        name: 'values within the 95 % interval',
        value: (100 * made.reduce((sum, each) => sum + each.inside, 0)) / made.reduce((sum, each) => sum + each.count, 0),
        unit: '%',
        note,
      },
      { name: 'all series, one thread, with intervals and backtest', value: seconds, unit: 's', note },
      { name: 'a series, p99', value: percentile(times, 99), unit: 'ms', note },
    ]
  },
}

const baseline = (value: number | undefined): Pick<Figure, 'baseline'> =>
  value === undefined ? {} : { baseline: { name: 'Theta, the best entrant', value } }

/** What an entrant of the competition reached over all series. */
function entrant(name: string): { smape: number; mase: number } | undefined {
  const row = readFileSync(join(shared, 'data/m3/baselines.csv'), 'utf8')
    .split('\n')
    .map((line) => line.split(','))
    .find(([method, frequency]) => method === name && frequency === 'all')
  return row && { smape: Number(row[3]), mase: Number(row[5]) }
}
