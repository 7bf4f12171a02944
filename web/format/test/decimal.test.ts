import fc from 'fast-check'
import { expect, test } from 'vitest'
import { add, compare, decimal, divide, round, shift, subtract, text } from '../decimal.ts'

test('a decimal of thirty digits survives reading and writing', () => {
  const long = '-123456789012345678901234567890.0123456789'
  expect(text(decimal(long))).toBe(long)
})

test('exponents are read, as PostgreSQL may write them', () => {
  expect(text(decimal('1e-7'))).toBe('0.0000001')
  expect(text(decimal('1.5e3'))).toBe('1500')
})

test('what is no decimal is refused', () => {
  for (const nonsense of ['', 'NaN', '1.', '.5', '1,000', 'Infinity']) expect(() => decimal(nonsense)).toThrow(RangeError)
})

test('a tenth and two tenths are three tenths', () => {
  expect(text(add(decimal('0.1'), decimal('0.2')))).toBe('0.3')
})

test('halves round away from zero', () => {
  expect(text(round(decimal('2.345'), 2))).toBe('2.35')
  expect(text(round(decimal('-2.345'), 2))).toBe('-2.35')
  expect(text(round(decimal('0.999'), 2))).toBe('1.00')
})

test('dividing by zero is absent', () => {
  expect(divide(decimal('1'), decimal('0.00'), 4)).toBeNull()
  expect(text(divide(decimal('-1'), decimal('3'), 4) ?? decimal('9'))).toBe('-0.3333')
})

const cents = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }).map((digits) => ({ digits, scale: 2 }))

test('adding and taking away again changes nothing, to the last digit', () => {
  fc.assert(fc.property(cents, cents, (a, b) => compare(subtract(add(a, b), b), a) === 0))
})

test('shifting the point there and back changes nothing', () => {
  fc.assert(fc.property(cents, fc.integer({ min: -9, max: 9 }), (a, power) => compare(shift(shift(a, power), -power), a) === 0))
})
