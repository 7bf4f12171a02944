import { expect, test } from 'vitest'
import { catalogue, satisfies } from '../catalogue.ts'

test('every metric has ten or more sayings and reaches only dimensions that its domain declares', () => {
  const { metrics, dimensions } = catalogue()
  expect(metrics.length).toBeGreaterThan(0)
  for (const metric of metrics) {
    expect(metric.says.length, metric.name).toBeGreaterThanOrEqual(10)
    expect(new Set(metric.says).size, metric.name).toBe(metric.says.length)
    const declared = dimensions.filter((dimension) => dimension.domain === metric.domain).map((dimension) => dimension.name)
    expect(declared, metric.name).toEqual(expect.arrayContaining([...metric.dimensions]))
  }
})

test('every dimension has ten or more sayings', () => {
  for (const dimension of catalogue().dimensions) expect(dimension.says.length, dimension.name).toBeGreaterThanOrEqual(10)
})

test('a requirement holds when all scopes of one of its lists are held', () => {
  const held = new Set(['sales:read', 'ai:ask'])
  expect(satisfies(held, [])).toBe(true)
  expect(satisfies(held, [['sales:read', 'ai:ask']])).toBe(true)
  expect(satisfies(held, [['hr:read'], ['ai:ask']])).toBe(true)
  expect(satisfies(held, [['sales:read', 'hr:read']])).toBe(false)
})
