import { afterAll, beforeAll, expect, test } from 'vitest'
import { hrCatalogue } from '../metrics/metrics.ts'
import { importedMill } from './imported.ts'

let hr: Awaited<ReturnType<typeof importedMill>>
beforeAll(async () => {
  hr = await importedMill()
}, 60_000)
afterAll(() => hr.drop())

const firstHalf = { from: '2025-01-01', to: '2025-06-30' }

/** Of the first half of 2025; each worked out from the files by hand. Headcount is 11 on its eve and on its last day. */
const figures: Readonly<Record<string, number>> = {
  HEADCOUNT: 11,
  FTE: 10.5,
  HIRES: 2,
  LEAVERS: 2,
  NET_CHANGE: 0,
  ATTRITION_RATE: 2 / 11,
  VOLUNTARY_ATTRITION_RATE: 1 / 11,
  RETENTION_RATE: 9 / 11,
  FIRST_YEAR_ATTRITION: 0,
  // Days since hire, in the order of the file, those who left but for.
  AVERAGE_TENURE: (3833 + 2007 + 1641 + 1276 + 1095 + 149 + 90 + 2372 + 2737 + 3102 + 3468) / 365.25 / 11,
  AVERAGE_AGE: 20_089 / 365.25,
  // Ada leads 2, Ben 5, Cleo 3.
  SPAN_OF_CONTROL: 10 / 3,
  GENDER_RATIO: 5 / 11,
  OPEN_POSITIONS: 3,
  TIME_TO_FILL: (30 + 60) / 2,
  TIME_TO_HIRE: 17,
  OFFER_ACCEPTANCE_RATE: 1 / 2,
  CANDIDATES: 3,
  // Entered: three times applied, an interview, an offer; moved on from: one application to the interview, another to the offer, the interview.
  STAGE_PASS_RATE: 3 / 5,
  // One hire is known of the first; the second has two positions.
  COST_PER_HIRE: 3900 / 3,
  PAYROLL: 460_000,
  AVERAGE_PAY: 460_000 / 11,
  MEDIAN_PAY: 36_000,
  // Men: 225,000 over 6; women: 235,000 over 5.
  GENDER_PAY_GAP: (37_500 - 47_000) / 37_500,
  COMPA_RATIO: 189_000 / (5 * 32_000),
  PAY_RANGE_PENETRATION: (189_000 - 5 * 20_000) / (5 * 24_000),
  AVERAGE_RATING: (3 + 5 + 3.5) / 3,
  HIGH_PERFORMERS: 1,
  REVIEW_COVERAGE: 3 / 11,
  ENGAGEMENT_SCORE: 25 / 3,
  ENPS: 100 / 3,
  SURVEY_PARTICIPATION: 3 / 10,
  TRAINING_HOURS: 12,
  TRAINING_HOURS_PER_EMPLOYEE: 12 / 11,
  TRAINING_COST: 100,
  TRAINING_COVERAGE: 2 / 11,
  TRAINING_SCORE: 80,
  // Dan rose by 1 over his course, Lou by a half without one.
  TRAINING_RATING_LIFT: 0.5,
  GOALS_COMPLETED: 2,
  GOAL_COMPLETION_RATE: 2 / 3,
  OVERDUE_GOALS: 1,
  ABSENCE_DAYS: 5,
  // 129 Mondays to Fridays.
  ABSENCE_RATE: 5 / (11 * 129),
}

test('every figure about people is what comes out by hand', async () => {
  expect(Object.keys(figures).sort()).toEqual(Object.keys(hrCatalogue.metrics).sort())
  const names = Object.keys(figures)
  for (let at = 0; at < names.length; at += 12) {
    const metrics = names.slice(at, at + 12)
    for (const [metric, value] of Object.entries(await hr.totals({ metrics, period: firstHalf })))
      expect(value, metric).toBeCloseTo(figures[metric] ?? Number.NaN, 6)
  }
})

test('people are described as they were then: Eve was a clerk before she sawed, and two packers left', async () => {
  const by = { metrics: ['HEADCOUNT'], by: ['ORG_UNIT'] }
  const on = (day: string) => hr.split({ ...by, period: { from: day, to: day } })
  expect(await on('2024-06-30')).toEqual({ Mill: 1, Office: 4, Packing: 2, Sawing: 4 })
  expect(await on('2025-06-30')).toEqual({ Mill: 1, Office: 4, Packing: 1, Sawing: 5 })
  const attrition = await hr.split({ metrics: ['ATTRITION_RATE'], by: ['ORG_UNIT'], period: firstHalf })
  // Two packers on the eve, one on the last day: one and a half on average.
  expect(attrition['Packing']).toBeCloseTo(2 / 1.5, 6)
  expect(await hr.totals({ metrics: ['FIRST_YEAR_ATTRITION'], period: { from: '2024-01-01', to: '2024-12-31' } })).toEqual({
    FIRST_YEAR_ATTRITION: 0.5,
  })
})

test('whoever came less whoever went are those who were there on the last day of each quarter, whatever they are split by', async () => {
  const quarters = async (by: readonly string[]) => {
    const { hrMetrics } = await hr.ask<{
      hrMetrics: { rows: { period: { from: string }; cells: { metric: string; value: string | null }[] }[] }
    }>('query ($query: HrMetricsQuery!) { hrMetrics(query: $query) { rows { period { from } cells { metric value } } } }', {
      query: { metrics: ['HEADCOUNT', 'FTE'], by, grain: 'QUARTER', period: { from: '2014-10-01', to: '2025-06-30' } },
    })
    const sums: Record<string, number> = {}
    for (const { period, cells } of hrMetrics.rows)
      for (const { metric, value } of cells) {
        const name = `${metric} ${period.from}`
        sums[name] = (sums[name] ?? 0) + Number(value)
      }
    return sums
  }
  const byUnit = await quarters(['ORG_UNIT'])
  expect(byUnit).toMatchObject({ 'HEADCOUNT 2014-10-01': 0, 'HEADCOUNT 2024-10-01': 11, 'FTE 2025-04-01': 10.5 })
  expect(await quarters([])).toEqual(byUnit)
  expect(await quarters(['GENDER'])).toEqual(byUnit)
})

test('pay is as it was on the day, and withheld of fewer than five, by split, condition and gender', async () => {
  const pay = { metrics: ['PAYROLL'], period: firstHalf }
  // Without Hal and Ida, who came later, and with what Dan had before.
  expect(await hr.totals({ ...pay, period: { from: '2024-12-31', to: '2024-12-31' } })).toEqual({ PAYROLL: 412_000 })
  expect(await hr.split({ ...pay, by: ['ORG_UNIT'] })).toEqual({
    Mill: 'withheld',
    Office: 'withheld',
    Packing: 'withheld',
    Sawing: 189_000,
  })
  // One director and two heads are three: the eight others are kept back too, or the whole would give the three away.
  expect(await hr.split({ ...pay, by: ['JOB_LEVEL'] })).toEqual({ 1: 'withheld', 2: 'withheld', 3: 'withheld' })
  const gap = { metrics: ['GENDER_PAY_GAP'], period: firstHalf }
  expect(await hr.split({ ...gap, by: ['JOB_LEVEL'] })).toEqual({ 1: 'withheld', 2: 'withheld', 3: 'withheld' })
  expect(await hr.totals({ ...pay, where: [{ dimension: 'ORG_UNIT', in: ['Office'] }] })).toEqual({ PAYROLL: 'withheld' })
  expect(await hr.totals({ ...pay, where: [{ dimension: 'ORG_UNIT', notIn: ['Packing'] }] })).toEqual({ PAYROLL: 'withheld' })
})
