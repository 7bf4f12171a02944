import { catalogue } from '@aems/schema/catalogue.ts'
import { expect, test } from 'vitest'
import { amountOf, type CatalogueMetric, conditionsOf, recordSource } from '../records.ts'

const metric = (name: string): CatalogueMetric => {
  const found = catalogue().metrics.find((each) => each.domain === 'sales' && each.name === name)
  if (!found) throw new Error(`the catalogue has no ${name}`)
  const { records } = found
  return { ...found, records: records && { ...records, counts: records.counts ?? false } }
}

test('every metric about sales has records that the ledger can read', () => {
  const unread = catalogue().metrics.filter(({ domain, name }) => domain === 'sales' && !recordSource(metric(name)))
  expect(unread.map(({ name }) => name)).toEqual([])
})

test('the catalogue says which records come to a figure, and how', () => {
  expect(recordSource(metric('GROSS_PROFIT'))).toEqual({ list: 'orderLines', state: null, sums: 'grossProfit', counts: false })
  expect(recordSource(metric('WON_AMOUNT'))).toEqual({ list: 'opportunities', state: 'WON', sums: 'amount', counts: false })
  expect(recordSource(metric('NEW_CUSTOMERS'))).toEqual({ list: 'customers', state: null, sums: null, counts: true })
  expect(recordSource(metric('WIN_RATE'))).toEqual({ list: 'opportunities', state: 'CLOSED', sums: null, counts: false })
})

test('a list or a state that the ledger does not know gives no records rather than wrong ones', () => {
  expect(recordSource(undefined)).toBeNull()
  expect(recordSource({ name: 'A', dimensions: [], records: { field: 'invoices', counts: true } })).toBeNull()
  expect(
    recordSource({ name: 'A', dimensions: [], records: { field: 'opportunities', state: 'STUCK', counts: true } }),
  ).toBeNull()
})

test('records are limited by the conditions that their metric has, as its figure is', () => {
  const where = [
    { dimension: 'CHANNEL', in: ['online'] },
    { dimension: 'TERRITORY', in: ['Northwest'] },
  ] as const
  expect(conditionsOf(metric('PIPELINE'), where)).toEqual([where[1]])
  expect(conditionsOf(metric('NET_REVENUE'), where)).toEqual(where)
})

test('an amount that a record lacks is nothing; one that was not read is unknown', () => {
  expect(amountOf({ amount: '12.50' }, 'amount')).toBe('12.50')
  expect(amountOf({ amount: null }, 'amount')).toBeNull()
  expect(amountOf({ quantity: '3' }, 'amount')).toBeUndefined()
})
