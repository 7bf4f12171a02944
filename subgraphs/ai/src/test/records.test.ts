import { catalogue } from '@aems/schema/catalogue.ts'
import { expect, test } from 'vitest'
import type { Meaning } from '../domain/meaning.ts'
import { emptyMeaning } from '../domain/meaningOf.ts'
import { chosen } from '../domain/records/answer.ts'
import { type RecordType, recordsOperation, worthOf } from '../domain/records/plan.ts'
import { slots, understoodIn } from './company.ts'

const overdue = catalogue().metrics.find(({ name }) => name === 'OVERDUE_RECEIVABLES')
if (!overdue) throw new Error('There are no overdue receivables')

const invoices: RecordType = {
  domain: 'finance',
  name: 'Invoice',
  field: 'invoices',
  state: 'OVERDUE',
  fields: [
    { name: 'ref', kind: 'text', named: null },
    { name: 'customer', kind: 'text', named: 'name' },
    { name: 'amount', kind: 'money', named: null },
    { name: 'openAmount', kind: 'money', named: null },
  ],
  orders: ['ISSUED_ON_DESC', 'AMOUNT_DESC'],
}
const meaning = (more: Partial<Meaning>): Meaning => ({ ...emptyMeaning, metrics: [overdue], records: true, ...more })
const over = (value: string) => meaning({ having: [{ metric: overdue, op: '>', value }] })

test('the operation lists the records behind the figure, with its conditions and days, the largest first where a bound is set', () => {
  const { text, variables } = recordsOperation(
    invoices,
    { ...over('10000'), period: { ...emptyMeaning.period, to: '2024-05-15' } },
    overdue,
  )
  expect(text).toContain('invoices(period: $period, state: OVERDUE, orderBy: AMOUNT_DESC, first: 1000)')
  expect(text).toContain('customer { name }')
  expect(variables).toEqual({ period: { to: '2024-05-15' } })
})

test('of what is open, that counts which is open of it', () => {
  expect(worthOf(invoices, overdue)?.name).toBe('openAmount')
})

test('a bound is met by every record that is listed, and where not all could be read, none is claimed', () => {
  const records = [
    { ref: 'a', openAmount: '20000' },
    { ref: 'b', openAmount: '10000.01' },
    { ref: 'c', openAmount: '10000' },
  ]
  const worth = worthOf(invoices, overdue)
  expect(chosen(records, 3, over('10000'), worth)?.map(({ ref }) => ref)).toEqual(['a', 'b'])
  expect(chosen(records, 5_000, over('10000'), worth)?.map(({ ref }) => ref)).toEqual(['a', 'b'])
  expect(chosen(records, 5_000, over('9000'), worth)).toBeUndefined()
  expect(
    chosen(records, 5_000, meaning({ first: 1, order: { by: overdue, of: 'value', direction: 'asc' } }), worth),
  ).toBeUndefined()
})

test.each([
  ['Which filings are late?', { metrics: ['FILINGS_OVERDUE'] }],
  ['overdue invoices over 10k', { metrics: ['OVERDUE_RECEIVABLES'], having: [{ op: '>', value: 10_000 }] }],
  ['list our open incidents', { metrics: ['OPEN_INCIDENTS'] }],
  [
    'show me all the open positions in Joinery',
    { metrics: ['OPEN_POSITIONS'], where: [{ dimension: 'ORG_UNIT', in: ['Joinery'] }] },
  ],
  ['orders above 50k in March 2024', { metrics: ['ORDERS'], having: [{ op: '>', value: 50_000 }] }],
  ['which orders were cancelled in 2023', { metrics: ['ORDERS'], where: [{ dimension: 'ORDER_STATUS', in: ['cancelled'] }] }],
])('%s lists single records', (question, expected) => {
  expect(understoodIn(question).understanding.meaning).toMatchObject({ intent: 'list', records: true })
  expect(slots(question)).toMatchObject(expected)
})

test('an age is no amount: what is overdue by so many days is declined', () => {
  expect(slots('which invoices are overdue by more than 30 days')).toMatchObject({ status: 'refused' })
})

test('single records are listed also where their number was shown by time before', () => {
  const asked = ['orders of Contour Ltd by year', 'Which of their orders were above 50k?']
  expect(understoodIn(asked).understanding.meaning).toMatchObject({ intent: 'list', records: true, grain: null })
  expect(slots(asked)).toMatchObject({
    where: [{ dimension: 'CUSTOMER', in: ['Contour Ltd'] }],
    having: [{ op: '>', value: 50_000 }],
  })
})
