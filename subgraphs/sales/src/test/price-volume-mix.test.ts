import fc from 'fast-check'
import { expect, test } from 'vitest'
import { priceVolumeMix } from '../domain/price-volume-mix.ts'

const amount = fc.bigInt({ min: 0n, max: 10n ** 12n })
const sold = fc.record({ units: amount, revenue: amount })
const members = fc.array(fc.record({ before: sold, now: sold }), { maxLength: 12 })

const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n)

test('the effects of each member sum to its difference, exactly', () => {
  fc.assert(
    fc.property(members, (given) => {
      for (const [index, { price, volume, mix, gained, lost }] of priceVolumeMix(given).entries()) {
        const { before, now } = given[index] ?? { before: { revenue: 0n }, now: { revenue: 0n } }
        expect(price + volume + mix + gained - lost).toBe(now.revenue - before.revenue)
      }
    }),
  )
})

test('other prices at the same quantities are price alone; the same prices and mix at more units volume alone', () => {
  const before = [
    { units: 20_0000n, revenue: 100_0000n },
    { units: 10_0000n, revenue: 30_0000n },
  ]
  const against = (now: typeof before) => priceVolumeMix(before.map((each, index) => ({ before: each, now: now[index] ?? each })))
  const dearer = against(before.map(({ units, revenue }) => ({ units, revenue: (revenue * 11n) / 10n })))
  expect(dearer).toEqual([
    { price: 10_0000n, volume: 0n, mix: 0n, gained: 0n, lost: 0n },
    { price: 3_0000n, volume: 0n, mix: 0n, gained: 0n, lost: 0n },
  ])
  const more = against(before.map(({ units, revenue }) => ({ units: units * 2n, revenue: revenue * 2n })))
  expect(more.map(({ volume }) => volume)).toEqual([100_0000n, 30_0000n])
  expect(more.every(({ price, mix }) => price === 0n && mix === 0n)).toBe(true)
})

test('units that move from the cheap to the dear are mix, of which volume knows nothing', () => {
  // 20 at 5 and 10 at 3 become 25 and 5: thirty units as before.
  const effects = priceVolumeMix([
    { before: { units: 20_0000n, revenue: 100_0000n }, now: { units: 25_0000n, revenue: 125_0000n } },
    { before: { units: 10_0000n, revenue: 30_0000n }, now: { units: 5_0000n, revenue: 15_0000n } },
  ])
  expect(sum(effects.map(({ mix }) => mix))).toBe(10_0000n)
  expect(effects.every(({ price, volume }) => price === 0n && volume === 0n)).toBe(true)
})

test('what sold in one period alone has no price in the other: it is gained or lost', () => {
  expect(
    priceVolumeMix([
      { before: { units: 0n, revenue: 0n }, now: { units: 2_0000n, revenue: 7_0000n } },
      { before: { units: 1_0000n, revenue: 4_0000n }, now: { units: 0n, revenue: 0n } },
    ]),
  ).toEqual([
    { price: 0n, volume: 0n, mix: 0n, gained: 7_0000n, lost: 0n },
    { price: 0n, volume: 0n, mix: 0n, gained: 0n, lost: 4_0000n },
  ])
})
