import { afterAll, beforeAll, expect, test } from 'vitest'
import { importedRisk } from './imported.ts'

let risk: Awaited<ReturnType<typeof importedRisk>>
beforeAll(async () => {
  risk = await importedRisk()
}, 60_000)
afterAll(() => risk.drop())

/** The company's today is 30 June 2025. */
const toToday = { from: '2025-04-01', to: '2025-06-30' }

test('figures about risks are those worked out by hand', async () => {
  const { '': totals } = await risk.figures({
    metrics: [
      'OPEN_RISKS',
      'CRITICAL_RISKS',
      'INHERENT_SCORE',
      'RESIDUAL_SCORE',
      'RISKS_OVER_APPETITE',
      'OVERDUE_REVIEWS',
      'INDICATORS_RED',
      'INDICATORS_AMBER',
    ],
    period: toToday,
  })
  expect(totals).toEqual({
    OPEN_RISKS: 3,
    // The server: 5 × 4, and nobody has assessed what is left of it.
    CRITICAL_RISKS: 1,
    INHERENT_SCORE: expect.closeTo(50 / 3, 9),
    RESIDUAL_SCORE: 8.5,
    // The harvest: 3 × 4 against 10; the server's 20 is just within.
    RISKS_OVER_APPETITE: 1,
    OVERDUE_REVIEWS: 1,
    // Sign-ins were amber in May and are red now.
    INDICATORS_RED: 1,
    // The harvest: 82, of which less than 90 warns and less than 80 alarms.
    INDICATORS_AMBER: 1,
  })
})

test('risks and indicators are as of the end of each month', async () => {
  expect(
    await risk.figures({
      metrics: ['OPEN_RISKS', 'INDICATORS_RED', 'INDICATORS_AMBER'],
      period: { from: '2025-02-01', to: '2025-06-30' },
      grain: 'MONTH',
    }),
  ).toMatchObject({
    '2025-02-01': { OPEN_RISKS: 2, INDICATORS_RED: 0, INDICATORS_AMBER: 0 },
    '2025-03-01': { OPEN_RISKS: 3 },
    '2025-05-01': { OPEN_RISKS: 3, INDICATORS_RED: 0, INDICATORS_AMBER: 1 },
    '2025-06-01': { OPEN_RISKS: 3, INDICATORS_RED: 1, INDICATORS_AMBER: 1 },
  })
})

test('figures about incidents are those worked out by hand', async () => {
  const { '': totals } = await risk.figures({
    metrics: [
      'INCIDENTS',
      'CRITICAL_INCIDENTS',
      'OPEN_INCIDENTS',
      'MEAN_TIME_TO_DETECT',
      'MEAN_TIME_TO_RESOLVE',
      'INCIDENT_LOSS',
      'RECORDS_AFFECTED',
    ],
    period: { from: '2025-01-01', to: '2025-06-30' },
  })
  expect(totals).toEqual({
    INCIDENTS: 4,
    CRITICAL_INCIDENTS: 1,
    // The parcel is closed, though nobody says since when.
    OPEN_INCIDENTS: 2,
    // One hour and 48.
    MEAN_TIME_TO_DETECT: 24.5,
    MEAN_TIME_TO_RESOLVE: 6,
    INCIDENT_LOSS: 1700,
    RECORDS_AFFECTED: 5,
  })
})

test("an incident belongs to the day on which it was reported where the company is, not to Greenwich's", async () => {
  const found = await risk.figures({ metrics: ['INCIDENTS'], period: { from: '2025-01-01', to: '2025-02-28' }, grain: 'MONTH' })
  expect(found).toMatchObject({ '2025-01-01': { INCIDENTS: 0 }, '2025-02-01': { INCIDENTS: 1 } })
})

test('figures about controls and requirements are those worked out by hand', async () => {
  const metrics = [
    'CONTROLS',
    'CONTROLS_TESTED',
    'CONTROL_EFFECTIVENESS',
    'CONTROLS_OVERDUE',
    'COMPLIANCE_COVERAGE',
    'REQUIREMENTS_UNCOVERED',
  ]
  const { '': now } = await risk.figures({ metrics, period: toToday })
  expect(now).toEqual({
    CONTROLS: 2,
    // The register of lots, twice.
    CONTROLS_TESTED: 1,
    CONTROL_EFFECTIVENESS: 0.5,
    // The backup was to be tested again by 10 April.
    CONTROLS_OVERDUE: 1,
    // Of those that apply today, leaves are traced, and lots are only to be numbered.
    COMPLIANCE_COVERAGE: 0.5,
    REQUIREMENTS_UNCOVERED: 1,
  })
  const { '': inMay } = await risk.figures({ metrics, period: { from: '2025-05-01', to: '2025-05-31' } })
  expect(inMay).toMatchObject({
    CONTROL_EFFECTIVENESS: 0,
    CONTROLS_OVERDUE: 2,
    COMPLIANCE_COVERAGE: 0,
    REQUIREMENTS_UNCOVERED: 2,
  })
})

test('figures about findings and returns are those worked out by hand', async () => {
  const { '': totals } = await risk.figures({
    metrics: [
      'OPEN_FINDINGS',
      'OVERDUE_FINDINGS',
      'FINDING_AGE_DAYS',
      'MEAN_TIME_TO_REMEDIATE',
      'FILINGS_DUE',
      'FILINGS_OVERDUE',
      'FILING_ON_TIME_RATE',
    ],
    period: toToday,
  })
  expect(totals).toEqual({
    OPEN_FINDINGS: 1,
    OVERDUE_FINDINGS: 1,
    // 15 April to 30 June.
    FINDING_AGE_DAYS: 76,
    MEAN_TIME_TO_REMEDIATE: 75,
    FILINGS_DUE: 3,
    FILINGS_OVERDUE: 1,
    FILING_ON_TIME_RATE: expect.closeTo(1 / 3, 9),
  })
})

test('splits go by the members that people know', async () => {
  const labels = async (metric: string, by: string) =>
    Object.keys(await risk.figures({ metrics: [metric], period: { all: true }, by: [by] })).filter((label) => label !== '')
  expect(await labels('REQUIREMENTS_UNCOVERED', 'FRAMEWORK')).toEqual(['Tea Code 2'])
  expect((await labels('OPEN_RISKS', 'RISK_LEVEL')).sort()).toEqual(['critical', 'high', 'low'])
  expect(await labels('INCIDENTS', 'PRODUCT')).toEqual(['Green tea', 'Kettle', 'none'])
  expect((await labels('FILINGS_DUE', 'STATUS')).sort()).toEqual(['due', 'filed'])
  expect((await labels('OPEN_FINDINGS', 'CONTROL')).sort()).toEqual(['Backup of the shop'])
})

test('owners and org units have the names that people gave them; a condition on a unit takes in those beneath it', async () => {
  const { '': all, ...units } = await risk.figures({ metrics: ['INCIDENTS'], period: { all: true }, by: ['ORG_UNIT'] })
  expect(units).toEqual({ Delivery: { INCIDENTS: 2 }, Sales: { INCIDENTS: 2 } })
  const beneath = await risk.figures({
    metrics: ['INCIDENTS'],
    period: { all: true },
    where: [{ dimension: 'ORG_UNIT', in: ['Hilltop Tea'] }],
  })
  expect(beneath['']).toEqual(all)
  const owned = await risk.figures({
    metrics: ['OPEN_RISKS'],
    period: { all: true },
    where: [{ dimension: 'OWNER', in: ['Ute Lang'] }],
  })
  expect(owned['']).toEqual({ OPEN_RISKS: 1 })
})

test('a condition on a requirement takes in those beneath it', async () => {
  const { '': totals } = await risk.figures({
    metrics: ['REQUIREMENTS_UNCOVERED', 'COMPLIANCE_COVERAGE'],
    period: toToday,
    where: [{ dimension: 'REQUIREMENT', in: ['Leaves are traced'] }],
  })
  expect(totals).toEqual({ REQUIREMENTS_UNCOVERED: 1, COMPLIANCE_COVERAGE: 0.5 })
})

test('the records behind a figure are as many as it says', async () => {
  const counts = await risk.ask<Record<string, { totalCount: number }>>(`{
    risks(state: OPEN) { totalCount } critical: risks(state: CRITICAL) { totalCount } over: risks(state: OVER_APPETITE) { totalCount }
    late: risks(state: REVIEW_OVERDUE) { totalCount } incidents(state: OPEN) { totalCount } resolved: incidents(state: RESOLVED) { totalCount }
    controls(state: OVERDUE) { totalCount } requirements(state: UNCOVERED) { totalCount } findings(state: OVERDUE) { totalCount }
    closed: findings(state: CLOSED) { totalCount } filings(state: OVERDUE) { totalCount } red: riskIndicators(state: RED) { totalCount }
    amber: riskIndicators(state: AMBER) { totalCount } tests: controlTests(state: LATEST) { totalCount } }`)
  expect(Object.fromEntries(Object.entries(counts).map(([name, { totalCount }]) => [name, totalCount]))).toEqual({
    risks: 3,
    critical: 1,
    over: 1,
    late: 1,
    incidents: 2,
    resolved: 1,
    controls: 1,
    requirements: 1,
    findings: 1,
    closed: 1,
    filings: 1,
    red: 1,
    amber: 1,
    tests: 2,
  })
})
