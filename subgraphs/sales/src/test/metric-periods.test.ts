import { expect, test } from 'vitest'
import { askingTheSmallCompany, figures } from './asking.ts'

const { ask, split } = askingTheSmallCompany()

test('empty units of time are there, with zero, and with nothing for a ratio', async () => {
  expect(await split({ grain: 'MONTH' })).toEqual({ '2024-01-01': '3000', '2024-02-01': '200', '2024-03-01': '0' })
  expect((await split({ metrics: ['AVERAGE_ORDER_VALUE'], grain: 'MONTH' }))['2024-03-01']).toBeNull()
  expect(await split({ by: ['TERRITORY'], grain: 'QUARTER', period: { from: '2023-10-01', to: '2024-03-31' } })).toEqual({
    'North 2023-10-01': '1000',
    'North 2024-01-01': '2000',
    'West 2023-10-01': '0',
    'West 2024-01-01': '1150',
    'none 2023-10-01': '0',
    'none 2024-01-01': '50',
  })
})

test('distinct customers and ratios of a whole are recomputed, not summed', async () => {
  const { rows, totals } = await ask({ metrics: ['CUSTOMERS_ORDERING', 'REPEAT_CUSTOMERS', 'REPEAT_RATE'], grain: 'MONTH' })
  expect(rows.map(({ cells }) => cells.map(({ value }) => value))).toEqual([
    ['2', '1', '0.5'],
    // In February, Beta had ordered before: in January.
    ['2', '1', '0.5'],
    ['0', '0', null],
  ])
  expect(totals.slice(0, 2).map(({ value }) => value)).toEqual(['3', '1'])
})

test('the pipeline is as of each unit’s end, and of the last one in total', async () => {
  const { rows, totals } = await ask({
    metrics: ['PIPELINE', 'OPEN_OPPORTUNITIES'],
    period: { from: '2024-01-15', to: '2024-02-29' },
    grain: 'MONTH',
  })
  expect(rows.map(({ cells }) => cells.map(({ value }) => value))).toEqual([
    ['1000', '4'],
    ['300', '3'],
  ])
  expect(figures(totals)).toEqual({ PIPELINE: '300', OPEN_OPPORTUNITIES: '3' })
})

test('the pipeline of days to come is not known', async () => {
  const year = await split({ metrics: ['OPEN_OPPORTUNITIES'], period: { this: 'YEAR' }, grain: 'QUARTER' })
  expect(year).toEqual({ '2024-01-01': '2', '2024-04-01': '2', '2024-07-01': null, '2024-10-01': null })
})

test('a target counts by the days of it that lie in the period', async () => {
  expect(await split({ metrics: ['QUOTA'], grain: 'MONTH' })).toEqual({
    '2024-01-01': '3100',
    '2024-02-01': '3190',
    '2024-03-01': '3100',
  })
  expect(await split({ metrics: ['QUOTA'], by: ['TERRITORY'] })).toEqual({ North: '9100', West: '290' })
  // Ann's target lies in three of the months, and is one record.
  expect((await ask({ metrics: ['QUOTA'], grain: 'MONTH' })).explain[0]?.recordCount).toBe(2)
  expect(
    await split({
      metrics: ['QUOTA_ATTAINMENT'],
      by: ['TERRITORY'],
      grain: 'MONTH',
      period: { from: '2024-02-01', to: '2024-02-29' },
    }),
  ).toEqual({
    'North 2024-02-01': '0',
    'West 2024-02-01': expect.stringMatching(/^0\.5172/),
  })
})

test('a comparison stands beside the figure, also for members who are gone', async () => {
  const { rows, totals, comparedTo } = await ask({
    period: { from: '2024-02-01', to: '2024-02-29' },
    by: ['CUSTOMER'],
    compare: 'PREVIOUS_PERIOD',
    orderBy: { metric: 'NET_REVENUE', of: 'CHANGE', direction: 'ASC' },
  })
  expect(comparedTo).toEqual({ from: '2024-01-01', to: '2024-01-31' })
  expect(
    rows.map(({ keys, cells: [cell] }) => [keys[0]?.label, cell?.value, cell?.previous, cell?.change, cell?.changeRatio]),
  ).toEqual([
    ['Acme', '0', '2000', '-2000', '-1'],
    ['Beta', '150', '1000', '-850', '-0.85'],
    ['Gamma', '50', '0', '50', null],
  ])
  expect(totals[0]).toMatchObject({ value: '200', previous: '3000', change: '-2800' })
})

test('months compare with months', async () => {
  const { rows } = await ask({ grain: 'MONTH', compare: 'PREVIOUS_PERIOD', period: { from: '2024-01-01', to: '2024-02-29' } })
  expect(rows.map(({ cells: [cell] }) => cell?.previous)).toEqual(['0', '1000'])
})

test('a year that is not over compares with as many days of the other, and its months to come with nothing', async () => {
  const { rows, totals, comparedTo } = await ask({ period: { this: 'YEAR' }, grain: 'MONTH', compare: 'PREVIOUS_YEAR' })
  expect(comparedTo).toEqual({ from: '2023-01-01', to: '2023-06-15' })
  expect(rows.map(({ cells: [cell] }) => cell?.previous)).toEqual([...Array(6).fill('0'), ...Array(6).fill(null)])
  expect(totals[0]).toMatchObject({ value: '3200', previous: '0', change: '3200', changeRatio: null })
})

test('revenue is held against its target', async () => {
  const { rows } = await ask({ by: ['TERRITORY'], compare: 'TARGET', first: 5 })
  expect(rows.map(({ keys, cells: [cell] }) => [keys[0]?.value, cell?.target, cell?.previous, cell?.change])).toEqual([
    ['North', '9100', null, '-7100'],
    ['West', '290', null, '860'],
  ])
})

test('the whole history by a unit of time begins with the first fact and ends today', async () => {
  const { rows, period } = await ask({ period: { all: true }, grain: 'YEAR' })
  expect(period).toEqual({ from: '2023-12-10', to: '2024-06-15' })
  expect(rows.map(({ cells }) => cells[0]?.value)).toEqual(['1000', '3200'])
})
