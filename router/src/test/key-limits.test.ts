import { expect, test } from 'vitest'
import { keyLimits } from '../session/key-limits.ts'

test('a key has as many requests at once as it may send in a minute, and gets them back evenly', () => {
  let now = 0
  const limits = keyLimits(() => now)
  const taken = (count: number): number =>
    Array.from({ length: count }, () => {
      try {
        limits.take('one', 60)
        return 1
      } catch {
        return 0
      }
    }).reduce((sum: number, each) => sum + each, 0)
  expect(taken(100)).toBe(60)
  now += 5_000
  expect(taken(100)).toBe(5)
  now += 3_600_000
  expect(taken(100)).toBe(60)
  expect(() => limits.take('one', 60)).toThrow('This key may send 60 requests a minute. Try again in 1 second.')
  expect(() => limits.take('another', 60)).not.toThrow()
})
