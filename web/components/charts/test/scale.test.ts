import fc from 'fast-check'
import { expect, test } from 'vitest'
import { percentScale, ticks } from '../scale.ts'

test('an axis has round values', () => {
  expect(ticks(0, 4_203_000, 5)).toEqual([0, 1_000_000, 2_000_000, 3_000_000, 4_000_000])
  expect(ticks(-30, 70, 5)).toEqual([-20, 0, 20, 40, 60])
  expect(ticks(0, 0.97, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8])
})

test('an axis never has more than six lines, all within its reach, and always zero', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e12, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (high, part) => {
      const low = -high * part
      const lines = ticks(low, high, 5)
      return (
        lines.length <= 6 && lines.includes(0) && lines.every((line) => line >= low * 1.000001 - 1e-9 && line <= high * 1.000001)
      )
    }),
  )
})

test('a scale without a span draws at its start', () => {
  expect(percentScale(5, 5)(5)).toBe(0)
})
