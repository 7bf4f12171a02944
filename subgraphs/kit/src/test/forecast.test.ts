import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { forecast } from '../forecast/forecast.ts'
import { dampedHoltWinters, seasonalNaive, theta } from '../forecast/methods.ts'
import { forecastOffLoop } from '../forecast/off-loop.ts'
import { deseasonalised, isSeasonal } from '../forecast/seasonality.ts'
import { m3Series, mase, mean, smape } from '../testing/m3.ts'

const months = (count: number, value: (month: number) => number) => Array.from({ length: count }, (_, month) => value(month))
const wave = (month: number) => 1 + 0.5 * Math.sin((2 * Math.PI * month) / 12)

test('a series that repeats every year is seen to, and one that does not is not', () => {
  expect(
    isSeasonal(
      months(60, (month) => 100 * wave(month)),
      12,
    ),
  ).toBe(true)
  expect(
    isSeasonal(
      months(60, (month) => ((month * 7919) % 101) + month),
      12,
    ),
  ).toBe(false)
  expect(
    isSeasonal(
      months(30, (month) => 100 * wave(month)),
      12,
    ),
  ).toBe(false)
})

test('seasons taken out and put back give the series', () => {
  const values = months(48, (month) => (100 + month) * wave(month))
  const { adjusted, reseason } = deseasonalised(values, 12)
  for (const [month, value] of values.entries()) expect(reseason(adjusted[month] ?? 0, month)).toBeCloseTo(value, 6)
})

test('a line goes on as a line, with and without seasons', () => {
  const line = months(36, (month) => 10 + 2 * month)
  for (const method of [seasonalNaive, theta]) {
    const [first, , third] = method(line, 1, 3)
    expect(first).toBeGreaterThan(80)
    expect(third).toBeGreaterThan(first ?? 0)
  }
  const [next = 0] = dampedHoltWinters(line, 1, 1)
  expect(Math.abs(next - 82)).toBeLessThan(1)
  const seasonal = months(60, (month) => (100 + month) * wave(month))
  const { steps } = forecast(seasonal, 12, 12)
  for (const [step, { value }] of steps.entries())
    expect(Math.abs(value / ((160 + step) * wave(60 + step)) - 1)).toBeLessThan(0.05)
})

test('the interval holds the forecast, and what never was below zero is not forecast to be', () => {
  const series = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 4, maxLength: 60 })
  fc.assert(
    fc.property(series, fc.constantFrom(1, 4, 12), (values, period) => {
      const { steps, backtest } = forecast(values, period, 8)
      expect(steps).toHaveLength(8)
      for (const { value, low, high } of steps) {
        expect(low).toBeGreaterThanOrEqual(0)
        expect(value).toBeGreaterThanOrEqual(low)
        expect(high).toBeGreaterThanOrEqual(value)
        expect(Number.isFinite(high)).toBe(true)
      }
      expect(backtest.smape === null || backtest.smape <= 200).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('too short a series is refused', () => {
  expect(() => forecast([1, 2, 3], 1, 1)).toThrow(/A forecast needs 4 values; there are 3/)
})

test('a thread of its own tells the same, whatever is asked at the same time', async () => {
  const values = months(40, (month) => 50 + month)
  const asked = [1, 2, 3].map((horizon) => forecastOffLoop([values, months(20, wave)], 12, horizon))
  for (const [index, found] of (await Promise.all(asked)).entries()) {
    expect(found.map(({ steps }) => steps.length)).toEqual([index + 1, index + 1])
    expect(found[0]).toEqual(forecast(values, 12, index + 1))
  }
})

test('a series that can not be forecast fails alone, and the next is answered', async () => {
  await expect(forecastOffLoop([[1]], 1, 1)).rejects.toThrow(/needs 4 values/)
  await expect(forecastOffLoop([[1, 2, 3, 4]], 1, 1)).resolves.toHaveLength(1)
})

const shared = process.env['AEMS_SHARED'] ?? fileURLToPath(new URL('../../../../../shared', import.meta.url))
const m3 = m3Series(shared)
if (m3 === null) console.log(`The M3 series are skipped: there is no folder ${shared}/data/m3. AEMS_SHARED names another.`)

test.skipIf(m3 === null)('over a hundred series of the M3 competition, errors and intervals are those of a good forecast', () => {
  // Every thirtieth: all four frequencies, in their shares.
  const sample = (m3 ?? []).filter((_, index) => index % 30 === 7)
  expect(sample.length).toBeGreaterThan(95)
  const found = sample.map((series) => ({ series, steps: forecast(series.known, series.period, series.after.length).steps }))
  const values = ({ steps }: (typeof found)[number]) => steps.map(({ value }) => value)
  expect(mean(found.map((each) => smape(each.series.after, values(each))))).toBeLessThan(14)
  expect(mean(found.map((each) => mase(each.series, values(each))))).toBeLessThan(1.6)
  const within = found.flatMap(({ series, steps }) =>
    steps.map(({ low, high }, step) => Number((series.after[step] ?? 0) >= low && (series.after[step] ?? 0) <= high)),
  )
  expect(mean(within)).toBeGreaterThan(0.9)
})
