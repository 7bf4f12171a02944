import { expect, test } from 'vitest'
import { abcClasses, xyzClass } from '../domain/classes.ts'
import { backtest, croston, forecastDemand, teunterSyntetosBabai } from '../domain/lumpy-demand.ts'
import { economicOrderQuantity, reorderPoint, safetyStock } from '../domain/replenishment.ts'

test('A makes up the first four fifths, B the next, C the rest and what brought nothing', () => {
  const values = new Map([
    ['small', 4],
    ['large', 70],
    ['middle', 15],
    ['next', 11],
    ['nothing', 0],
  ])
  expect(Object.fromEntries(abcClasses(values))).toEqual({ large: 'A', middle: 'A', next: 'B', small: 'C', nothing: 'C' })
  expect(Object.fromEntries(abcClasses(new Map([['only', 1]])))).toEqual({ only: 'A' })
})

test('steady demand is X, varying Y, erratic Z', () => {
  expect(xyzClass([10, 11, 9, 10])).toBe('X')
  expect(xyzClass([10, 2, 18, 4])).toBe('Y')
  expect(xyzClass([0, 0, 30, 0, 0, 0])).toBe('Z')
  expect(xyzClass([0, 0])).toBeNull()
})

test('safety stock, reorder point and order quantity follow their formulas', () => {
  // A lead time of one month: z · σ, and a month's demand on top.
  const month = 365.25 / 12
  expect(safetyStock({ mean: 100, deviation: 20 }, month)).toBeCloseTo(1.6449 * 20, 6)
  expect(reorderPoint({ mean: 100, deviation: 20 }, month)).toBeCloseTo(100 + 1.6449 * 20, 6)
  expect(safetyStock({ mean: 100, deviation: 20 }, 4 * month)).toBeCloseTo(2 * 1.6449 * 20, 6)
  // √(2 · 1200 · 50 ÷ 3) = 200
  expect(economicOrderQuantity(1200, 50, 3)).toBeCloseTo(200, 9)
  expect(economicOrderQuantity(1200, 50, 0)).toBeNull()
})

test('demand that never changes is forecast as it is, by exponential smoothing of its chance and size', () => {
  expect(teunterSyntetosBabai([7, 7, 7, 7])).toBeCloseTo(7, 9)
  // Croston's forecast of it is lower by its correction: 7 · (1 − 0.2 ÷ 2).
  expect(croston([7, 7, 7, 7])).toBeCloseTo(6.3, 9)
})

test('lumpy demand is forecast by size over interval, and dies away where it ceases', () => {
  const lumpy = [0, 0, 6, 0, 0, 6, 0, 0, 6]
  expect(croston(lumpy)).toBeCloseTo((0.9 * 6) / 3, 9)
  const ceased = [...lumpy, ...Array.from({ length: 24 }, () => 0)]
  expect(croston(ceased)).toBeCloseTo(croston(lumpy), 9)
  expect(teunterSyntetosBabai(ceased)).toBeLessThan(0.05)
  expect(croston([0, 0])).toBe(0)
})

test('a backtest forecasts each month from those before it alone', () => {
  const demand = [1, 2, 3, 4, 5, 6, 7, 8]
  // Expecting the last month again is always one short, as is the naive forecast that it is scaled by.
  const last = (before: readonly number[]) => before.at(-1) ?? 0
  expect(backtest(demand, last)).toEqual({ absolute: 2, signed: -2, actual: 15, scaled: 1, spread: 1 })
  expect(backtest([1, 2, 3], last)).toBeNull()
})

test('the method that erred less is taken, and bounds lie around its forecast', () => {
  const found = forecastDemand([0, 9, 0, 0, 9, 0, 0, 9, 0, 0, 9, 0])
  expect(found).not.toBeNull()
  if (found === null) return
  expect(found.low).toBeLessThanOrEqual(found.next)
  expect(found.high).toBeGreaterThan(found.next)
  expect(found.low).toBeGreaterThanOrEqual(0)
  expect(forecastDemand([1, 2, 3])).toBeNull()
})
