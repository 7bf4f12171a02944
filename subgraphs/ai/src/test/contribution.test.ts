import Big from 'big.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { additive, bySides, ofQuotient, priceVolumeMix, telling } from '../domain/why/contribution.ts'

const big = (value: number) => Big(value)
const move = (before: number, after: number) => ({ before: big(before), after: big(after) })
const money = fc.integer({ min: 0, max: 100_000_00 }).map((cents) => Big(cents).div(100))
const pair = fc.record({ before: money, after: money })
const total = (values: readonly Big[]) => values.reduce((sum, value) => sum.plus(value), big(0))

test('what the members of a sum add to its change is the change, to the cent', () => {
  fc.assert(
    fc.property(fc.array(pair, { minLength: 1, maxLength: 30 }), (pairs) => {
      const parts = pairs.map((one, index) => ({ key: String(index), ...one }))
      const change = total(parts.map(({ after }) => after)).minus(total(parts.map(({ before }) => before)))
      expect(total(additive(parts).map((one) => one.change)).eq(change)).toBe(true)
    }),
  )
})

test('the change of a quotient is split over members without a rest, those that come and go included', () => {
  const side = fc.record({ before: money, after: money })
  fc.assert(
    fc.property(fc.array(fc.record({ of: side, per: side }), { minLength: 1, maxLength: 12 }), (sides) => {
      // A member without a denominator has no numerator either.
      const parts = sides.map(({ of, per }, index) => ({
        key: String(index),
        of: { before: per.before.eq(0) ? big(0) : of.before, after: per.after.eq(0) ? big(0) : of.after },
        per,
      }))
      const found = ofQuotient(parts)
      const per = { before: total(parts.map((one) => one.per.before)), after: total(parts.map((one) => one.per.after)) }
      if (per.before.eq(0) || per.after.eq(0)) {
        expect(found).toBeUndefined()
        return
      }
      const then = total(parts.map((one) => one.of.before)).div(per.before)
      const now = total(parts.map((one) => one.of.after)).div(per.after)
      const rest = total((found ?? []).map((one) => one.change))
        .minus(now.minus(then))
        .abs()
      expect(rest.lte(now.abs().plus(then.abs()).plus(1).times('0.00000001'))).toBe(true)
    }),
  )
})

test('a margin that falls because the poorer half sells more is told by weight, not by either half', () => {
  // 40 of 100 and 10 of 100 before: 25 %. The same margins on 100 and 300: 17.5 %.
  const found = ofQuotient([
    { key: 'rich', of: move(40, 40), per: move(100, 100) },
    { key: 'poor', of: move(10, 30), per: move(100, 300) },
  ])
  expect(found?.map(({ own }) => own.toNumber())).toEqual([0, 0])
  expect(total(found?.map(({ weight }) => weight) ?? []).toNumber()).toBeCloseTo(-0.075, 10)
})

test('numerator and denominator share the change of a quotient between them', () => {
  // 50 ÷ 100 to 60 ÷ 80: numerator 10 × (1/100 + 1/80) ÷ 2, denominator (1/80 − 1/100) × 55.
  const sides = bySides(move(50, 60), move(100, 80))
  expect(sides?.of.toNumber()).toBeCloseTo(0.1125, 10)
  expect(sides?.per.toNumber()).toBeCloseTo(0.1375, 10)
  expect(bySides(move(1, 1), move(0, 1))).toBeUndefined()
})

test('price, volume and mix of a textbook case', () => {
  // Lamps 10 × 100 to 8 × 120; chairs 10 × 50 to 24 × 50: 1,500 to 2,160.
  const split = priceVolumeMix([
    { money: move(1000, 960), pieces: move(10, 8) },
    { money: move(500, 1200), pieces: move(10, 24) },
  ])
  expect(split?.price.toNumber()).toBe(160)
  expect(split?.volume.toNumber()).toBe(900)
  expect(split?.mix.toNumber()).toBe(-400)
})

test('price, volume and mix sum to the change exactly, what is new or gone included', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ money: pair, pieces: pair }), { minLength: 1, maxLength: 20 }), (products) => {
      const split = priceVolumeMix(products)
      const change = total(products.map((one) => one.money.after)).minus(total(products.map((one) => one.money.before)))
      if (split) expect(split.price.plus(split.volume).plus(split.mix).eq(change)).toBe(true)
    }),
  )
})

test('the split in which one member bears it all tells more than one in which all moved alike', () => {
  const alike = ['a', 'b', 'c', 'd'].map((key) => ({ key, ...move(100, 80) }))
  const one = [{ key: 'a', ...move(100, 20) }, ...['b', 'c', 'd'].map((key) => ({ key, ...move(100, 100) }))]
  expect(telling(alike, additive(alike))).toBe(0)
  expect(telling(one, additive(one))).toBeCloseTo(0.75, 10)
})
