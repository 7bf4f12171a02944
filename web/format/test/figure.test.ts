import { expect, test } from 'vitest'
import {
  cellText,
  currencySymbol,
  figureParts,
  figureText,
  scaledText,
  sharedScale,
  signedScaledText,
  signedText,
} from '../figure.ts'

const usd = { unit: 'MONEY', currency: 'USD' } as const
const count = { unit: 'COUNT' } as const
const ratio = { unit: 'RATIO' } as const

test.each([
  ['3862940.17', '$3.86\u202fM'],
  ['412000', '$412\u202fk'],
  ['38629', '$38.6\u202fk'],
  ['9999.4', '$9,999'],
  ['9999.5', '$10.0\u202fk'],
  ['1833.2', '$1,833'],
  ['45.2', '$45.20'],
  ['0', '$0'],
  ['999500', '$1.00\u202fM'],
  ['999499', '$999\u202fk'],
  ['12345678901.5', '$12.3\u202fB'],
  ['-207000', '\u2212$207\u202fk'],
])('%s dollars read %s in a headline', (value, shown) => expect(figureText(value, usd)).toBe(shown))

test('a count has no decimals and a fraction one', () => {
  expect(figureText('2108', count)).toBe('2,108')
  expect(figureText('0.3841', ratio)).toBe('38.4\u202f%')
})

test('days keep one decimal and say what they are', () => {
  expect(figureText('51.44', { unit: 'DAYS' })).toBe('51.4\u202fdays')
})

test('a figure is exact to the cent where it is explained, however large', () => {
  expect(figureText('90071992547409931234.17', usd, 'exact')).toBe('$90,071,992,547,409,931,234.17')
  expect(figureText('498204.1', usd, 'exact')).toBe('$498,204.10')
  expect(figureText('0.1235', usd, 'exact')).toBe('$0.1235')
})

test('the unit can be set apart from the number', () => {
  expect(figureParts('3862940.17', usd)).toEqual({ before: '$', number: '3.86', after: 'M' })
})

test('a column says its unit once, in its head', () => {
  expect(cellText('3862940.17', usd)).toBe('3,862,940')
  expect(cellText('0.384', ratio)).toBe('38.4\u202f%')
})

test('a rise has a plus, a fall a true minus, nothing has neither', () => {
  expect(signedText('16000', usd)).toBe('+$16.0\u202fk')
  expect(signedText('-16000', usd)).toBe('\u2212$16.0\u202fk')
  expect(signedText('0', usd)).toBe('$0')
})

test('all figures of a chart share unit and decimals', () => {
  const scale = sharedScale(['812000', '9224.5', null], usd)
  expect(scaledText('812000', scale)).toBe('812\u202fk')
  expect(scaledText('9224.5', scale)).toBe('9\u202fk')
  expect(signedScaledText('-199000', scale)).toBe('\u2212199\u202fk')
  expect(signedScaledText('3', scale)).toBe('0')
})

test('what is too small for the scale of its chart is nought without a unit', () => {
  expect(scaledText('499', sharedScale(['812000'], usd))).toBe('0')
  expect(scaledText('-499', sharedScale(['812000'], usd))).toBe('0')
  expect(scaledText('500', sharedScale(['812000'], usd))).toBe('1\u202fk')
  expect(scaledText('49999', sharedScale(['57100000'], usd))).toBe('0')
  expect(scaledText('0.0004', sharedScale(['0.6'], { unit: 'RATIO' }))).toBe('0')
})

test('currencies without a sign of their own are named', () => {
  expect(currencySymbol('USD')).toBe('$')
  expect(currencySymbol('EUR')).toBe('€')
  expect(currencySymbol('CHF')).toBe('CHF\u202f')
})
