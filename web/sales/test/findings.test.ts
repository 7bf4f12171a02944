import { expect, test } from 'vitest'
import { baseName, causeOf, moversFinding, pageFinding, quotaFinding, restOf, splitFinding } from '../findings.ts'
import type { Table } from '../table.ts'
import { cellOf, revenue } from './figures.ts'

const fell = { value: '3862940', change: '-340000', changeRatio: '-0.0809' }
const northwest = { value: '498204', change: '-206971', changeRatio: '-0.294' }
const southeast = { value: '302118', change: '-41870', changeRatio: '-0.122' }
const southwest = { value: '812000', change: '16000', changeRatio: '0.02' }

test('the page says what moved, and who explains most of it', () => {
  const split = revenue(fell, { Southeast: southeast, Northwest: northwest, Southwest: southwest })
  expect(pageFinding(revenue(fell), 'NET_REVENUE', [split])).toBe(
    'Revenue fell 8.1\u202f% in March; Northwest explains 61\u202f%',
  )
})

test('a cause is looked for in the next split where the first has none', () => {
  const even = revenue(fell, {
    A: { value: '1', change: '-113000' },
    B: { value: '1', change: '-113000' },
    C: { value: '1', change: '-114000' },
  })
  const bikes = revenue(fell, { Bikes: { value: '1', change: '-300000' }, Helmets: { value: '1', change: '-40000' } })
  expect(pageFinding(revenue(fell), 'NET_REVENUE', [even, bikes])).toContain('; Bikes explains 88\u202f%')
})

test('where nobody stands out, nobody is named', () => {
  const mixed = revenue(fell, {
    A: { value: '1', change: '-130000' },
    B: { value: '1', change: '-130000' },
    C: { value: '1', change: '-130000' },
    D: { value: '1', change: '50000' },
  })
  expect(pageFinding(revenue(fell), 'NET_REVENUE', [mixed])).toBe('Revenue fell 8.1\u202f% in March')
})

test('where all moved the same way, that is the finding', () => {
  const all = revenue(fell, {
    A: { value: '1', change: '-120000' },
    B: { value: '1', change: '-120000' },
    C: { value: '1', change: '-100000' },
  })
  expect(pageFinding(revenue(fell), 'NET_REVENUE', [all])).toBe('Revenue fell 8.1\u202f% in March, everywhere')
})

test('whoever moved more than the whole is named with their own change', () => {
  const split = revenue(
    { value: '100', change: '-1000', changeRatio: '-0.1' },
    { North: { value: '1', change: '-3000' }, South: { value: '1', change: '2000' } },
  )
  expect(pageFinding(split, 'NET_REVENUE', [split])).toContain('; North alone lost $3,000')
})

test('a change of less than half a per cent is no news', () => {
  expect(pageFinding(revenue({ value: '3862940', change: '100', changeRatio: '0.004' }), 'NET_REVENUE', [])).toBe(
    'Revenue held at $3.86\u202fM in March',
  )
})

test('without a comparison the page says the level', () => {
  expect(pageFinding(revenue({ value: '3862940' }), 'NET_REVENUE', [])).toBe('Revenue was $3.86\u202fM in March')
})

test('no figure is said as such, never as nought', () => {
  expect(pageFinding(revenue({ value: null }), 'NET_REVENUE', [])).toBe('No revenue in March')
})

test('what has no member is never a cause', () => {
  const table = revenue(fell, { Northwest: northwest })
  const nobody: Table = {
    ...table,
    rows: [
      ...table.rows,
      {
        keys: [{ dimension: 'TERRITORY', value: null, label: 'none', id: null }],
        period: null,
        cells: [cellOf('NET_REVENUE', '1', '-330000')],
      },
    ],
  }
  expect(causeOf(nobody, 'NET_REVENUE')?.name).toBe('Northwest')
})

test('a split says whose change it was, or who leads', () => {
  expect(splitFinding(revenue(fell, { Northwest: northwest, Southwest: southwest }), 'NET_REVENUE')).toBe(
    'Northwest lost $207\u202fk of $340\u202fk',
  )
  expect(splitFinding(revenue({ value: '1000' }, { A: { value: '700' }, B: { value: '300' } }), 'NET_REVENUE')).toBe(
    'A leads with 70\u202f%',
  )
})

test('where even the largest is next to nothing of the whole, it is not said to lead', () => {
  const crowd = (value: string): Table => {
    const table = revenue({ value: '1000000' }, { 'Linda Dominguez': { value }, Other: { value: '10' } })
    const ofCustomers = table.rows.map((row) => ({
      ...row,
      keys: row.keys.map((key) => ({ ...key, dimension: 'CUSTOMER' as const })),
    }))
    return { ...table, rows: ofCustomers, rowCount: 4324 }
  }
  expect(moversFinding(crowd('2100'), 'NET_REVENUE')).toBe('4,324 customers; the largest brings 0.2\u202f%')
  expect(moversFinding(crowd('900'), 'NET_REVENUE')).toBe('4,324 customers; the largest brings less than 0.1\u202f%')
  expect(moversFinding(crowd('32000'), 'NET_REVENUE')).toBe('Nobody stands out; Linda Dominguez leads with 3.2\u202f%')
})

test('a split says that others moved the other way', () => {
  const split = (change: string, others: string) =>
    splitFinding(
      revenue(
        { value: '1000', change: change.startsWith('-') ? '-100' : '100' },
        { A: { value: '700', change }, B: { value: '300', change: others } },
      ),
      'NET_REVENUE',
    )
  expect(split('-300', '200')).toBe('A lost $300; others made up for some of it')
  expect(split('300', '-200')).toBe('A gained $300; others lost some of it')
})

test('a list names who grew most and who gave up most', () => {
  expect(moversFinding(revenue(fell, { Northwest: northwest, Southwest: southwest }), 'NET_REVENUE')).toBe(
    'Southwest grew most (+2.0\u202f%); Northwest gave up most (\u221229.4\u202f%)',
  )
})

test('rows and the rest come to the total, to the cent', () => {
  expect(restOf(revenue({ value: '1000.10' }, { A: { value: '700.07' }, B: { value: '300.01' } }), 'NET_REVENUE')).toBe('0.02')
})

test('quota counts in words and names the one far off', () => {
  const attained = (value: string, name: string): Table['rows'][number] => ({
    keys: [{ dimension: 'SALES_PERSON', value: name, label: name, id: name }],
    period: null,
    cells: [cellOf('QUOTA_ATTAINMENT', value)],
  })
  const table: Table = { ...revenue(fell), rows: [attained('1.11', 'Linda'), attained('1', 'Jae'), attained('0.66', 'Pamela')] }
  expect(quotaFinding(table)).toBe('Two of three sellers reached their quota; Pamela is at 66\u202f%')
})

test('the base of a comparison leaves out the current year', () => {
  expect(baseName(revenue(fell))).toBe('February')
})
