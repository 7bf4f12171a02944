import { expect, test } from 'vitest'
import { changeOf, changeRatioText } from '../change.ts'

const usd = { unit: 'MONEY', currency: 'USD' } as const

test('a fall of what should rise is worse', () => {
  expect(changeOf({ change: '-340000', changeRatio: '-0.0809' }, usd, 'HIGHER')).toEqual({
    direction: 'down',
    amount: '8.1\u202f%',
    word: 'worse',
    tone: 'bad',
  })
})

test('a rise of what should fall is worse too', () => {
  expect(changeOf({ change: '4', changeRatio: '0.08' }, { unit: 'DAYS' }, 'LOWER')).toMatchObject({
    direction: 'up',
    word: 'worse',
    tone: 'bad',
  })
})

test('where neither is better, a change is more or less, and has no colour', () => {
  expect(changeOf({ change: '4', changeRatio: '0.08' }, { unit: 'COUNT' }, 'NEITHER')).toMatchObject({
    word: 'more',
    tone: 'plain',
  })
})

test('a ratio changes by percentage points', () => {
  expect(changeOf({ change: '0.006', changeRatio: '0.0159' }, { unit: 'RATIO' }, 'HIGHER')).toMatchObject({
    amount: '0.6\u202fpts',
    word: 'better',
  })
})

test('a change that rounds to nothing is none', () => {
  expect(changeOf({ change: '0.0004', changeRatio: '0.001' }, { unit: 'RATIO' }, 'HIGHER')).toMatchObject({ direction: 'none' })
})

test('from nothing, a change is an amount, for there is no percentage', () => {
  expect(changeOf({ change: '1200', changeRatio: null }, usd, 'HIGHER')).toMatchObject({ amount: '$1,200', word: 'better' })
})

test('without anything to compare with there is no change', () => {
  expect(changeOf({ change: null, changeRatio: null }, usd, 'HIGHER')).toBeNull()
})

test('in a table the sign suffices', () => {
  expect(changeRatioText('-0.1419')).toBe('\u221214.2\u202f%')
  expect(changeRatioText('0.516')).toBe('+51.6\u202f%')
  expect(changeRatioText('0.0004')).toBe('0.0\u202f%')
})
