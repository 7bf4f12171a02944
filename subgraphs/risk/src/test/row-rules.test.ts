import { importedId, type Noun } from '@aems/drizzle/ids.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importedRisk } from './imported.ts'

/** Hilltop Tea has sales, led by E16, and delivery, led by E20, beneath its head E1. */
let risk: Awaited<ReturnType<typeof importedRisk>>
beforeAll(async () => {
  risk = await importedRisk()
})
afterAll(() => risk?.drop())

const idOf = (noun: Noun, ref: string) => importedId(risk.viewer.company.id, noun, ref)

/** A manager has no hr:all; which employee they are says what they see. */
const as = (employee: string | null, ...more: string[]): Viewer => ({
  ...risk.viewer,
  scopes: new Set(['risk:read', 'risk:write', 'explain:sql', ...more]),
  employeeId: employee === null ? null : idOf('employee', employee),
})

interface Refs {
  readonly totalCount: number
  readonly nodes: readonly { readonly ref: string }[]
}

const nouns = ['risks', 'incidents', 'controls', 'findings', 'filings'] as const

/** The refs of every list, which its count agrees with; and the figures over all days. */
async function seenBy(viewer: Viewer) {
  const lists = nouns.map((noun) => `${noun} { totalCount nodes { ref } }`).join(' ')
  const { riskIndicators, riskMetrics, ...found } = await risk.ask<
    Record<(typeof nouns)[number], Refs> & {
      readonly riskIndicators: { readonly totalCount: number }
      readonly riskMetrics: { readonly totals: readonly { readonly value: string | null }[] }
    }
  >(
    `{ ${lists} riskIndicators { totalCount }
      riskMetrics(query: { metrics: [OPEN_RISKS, INCIDENTS, INCIDENT_LOSS, OPEN_FINDINGS, EXPECTED_ANNUAL_LOSS], period: { all: true } }) { totals { value } } }`,
    {},
    viewer,
  )
  const refs = Object.fromEntries(
    nouns.map((noun) => {
      const { totalCount, nodes } = found[noun]
      expect(totalCount).toBe(nodes.length)
      return [noun, nodes.map(({ ref }) => ref).sort()]
    }),
  )
  const totals = riskMetrics.totals.map(({ value }) => (value === null ? null : Math.round(Number(value))))
  return { ...refs, indicators: riskIndicators.totalCount, totals }
}

const table = `query ($query: RiskMetricsQuery!) { riskMetrics(query: $query) { rows { keys { label } cells { value } } } }`

test('a manager sees risks, incidents, controls and findings of their own units, those beneath, and what belongs to nobody', async () => {
  const whole = {
    risks: ['R1', 'R2', 'R3', 'R4'],
    incidents: ['I1', 'I2', 'I3', 'I4'],
    controls: ['C1', 'C2', 'C3'],
    findings: ['N1', 'N2'],
    filings: ['B1', 'B2', 'B3', 'B4'],
  }
  expect(await seenBy(as('E16'))).toMatchObject({
    risks: ['R3'],
    incidents: ['I2', 'I3'],
    // Nobody answers for the numbering of lots.
    controls: ['C3'],
    findings: [],
    filings: [],
    indicators: 0,
    totals: [1, 2, 500, null, null],
  })
  const delivery = await seenBy(as('E20'))
  expect(delivery).toMatchObject({
    risks: ['R2'],
    incidents: ['I1', 'I4'],
    controls: ['C2', 'C3'],
    findings: ['N1'],
    filings: ['B3'],
    totals: [1, 2, 1200, 1, expect.any(Number)],
  })
  expect(await seenBy(as('E1'))).toMatchObject(whole)
  const all = await seenBy(as('E23', 'hr:all'))
  expect(all).toMatchObject(whole)
  expect(all.totals.at(-1)).toBeGreaterThan(delivery.totals.at(-1) ?? 0)
})

test('who manages nothing sees what they own themselves, and whoever is no employee what belongs to nobody', async () => {
  expect(await seenBy(as('E17'))).toMatchObject({ risks: ['R3'], incidents: [], controls: ['C3'], findings: [], filings: [] })
  expect(await seenBy(as(null))).toMatchObject({ risks: [], incidents: [], controls: ['C3'], findings: [], filings: [] })
})

test('figures by unit, owner or product tell nothing of other units, nor do conditions', async () => {
  const rows = async (query: object, viewer: Viewer) => {
    const found = await risk.ask<{
      riskMetrics: { rows: { keys: { label: string }[]; cells: { value: string | null }[] }[] }
    }>(table, { query: { period: { all: true }, ...query } }, viewer)
    return found.riskMetrics.rows.map(({ keys, cells }) => [keys[0]?.label, Number(cells[0]?.value)])
  }
  const sales = as('E16')
  expect(await rows({ metrics: ['INCIDENTS'], by: ['ORG_UNIT'] }, sales)).toEqual([['Sales', 2]])
  expect(await rows({ metrics: ['OPEN_RISKS'], by: ['OWNER'] }, sales)).toEqual([['Maria Sommer', 1]])
  expect(await rows({ metrics: ['INCIDENTS'], by: ['PRODUCT'] }, as('E20'))).not.toContainEqual(['Kettle', expect.anything()])
  const others = { dimension: 'ORG_UNIT', notIn: ['Sales'] }
  expect(await rows({ metrics: ['INCIDENTS'], by: ['SEVERITY'], where: [others] }, sales)).toEqual([])
})

test('what is not for a manager is not found: by its id, as an entity, beneath what they see, or by a command', async () => {
  const ids = {
    Risk: idOf('risk', 'R2'),
    Incident: idOf('incident', 'I1'),
    Control: idOf('control', 'C2'),
    Finding: idOf('finding', 'N1'),
    Filing: idOf('filing', 'B3'),
  }
  const representations = Object.entries(ids).map(([__typename, id]) => ({ __typename, id }))
  const operation = `query ($representations: [_Any!]!) {
    risk(id: "${ids.Risk}") { ref } incident(id: "${ids.Incident}") { ref } control(id: "${ids.Control}") { ref }
    finding(id: "${ids.Finding}") { ref }
    _entities(representations: $representations) { __typename }
  }`
  expect(await risk.ask(operation, { representations }, as('E16'))).toEqual({
    risk: null,
    incident: null,
    control: null,
    finding: null,
    _entities: [null, null, null, null, null],
  })
  expect(await risk.ask(operation, { representations }, as('E20'))).toMatchObject({
    risk: { ref: 'R2' },
    _entities: representations.map(({ __typename }) => ({ __typename })),
  })
  const unit = (ref: string) => ({ __typename: 'OrgUnit', id: idOf('org_unit', ref) })
  const beneath = await risk.ask(
    'query ($units: [_Any!]!) { _entities(representations: $units) { ... on OrgUnit { risks { totalCount } incidents { totalCount } } } }',
    { units: [unit('S'), unit('D')] },
    as('E16'),
  )
  expect(beneath).toEqual({
    _entities: [
      { risks: { totalCount: 1 }, incidents: { totalCount: 2 } },
      { risks: { totalCount: 0 }, incidents: { totalCount: 0 } },
    ],
  })
  const close = `mutation { closeRisk(input: { riskId: "${ids.Risk}" }) { ... on UserError { message } } }`
  expect(await risk.ask(close, {}, as('E16'))).toEqual({
    closeRisk: { message: `There is no risk ${ids.Risk} that you may see. Look its id up in the list.` },
  })
})

test('a manager registers, records and raises what is of their units, and is told why not where it is not', async () => {
  const sales = as('E16')
  const message = async (operation: string): Promise<unknown> =>
    Object.values(await risk.ask<Record<string, unknown>>(`mutation { ${operation} }`, {}, sales))[0]
  const registered = (more: string) =>
    message(`registerRisk(input: { title: "Shelves empty", category: "Supply", likelihood: "2", impact: "2", ${more} }) {
      ... on Risk { ref } ... on UserError { message }
    }`)
  const recorded = (more: string) =>
    message(
      `recordIncident(input: { title: "Lost list", severity: LOW, ${more} }) { ... on Incident { ref } ... on UserError { message } }`,
    )
  const raised = (more: string) =>
    message(
      `raiseFinding(input: { title: "No list", severity: LOW, ${more} }) { ... on Finding { ref } ... on UserError { message } }`,
    )
  const [own, other] = [idOf('org_unit', 'S'), idOf('org_unit', 'D')]
  const notTheirs = { message: 'You manage neither Delivery nor a unit above it; ask whoever does.' }

  expect(await registered(`ref: "R-S", orgUnitId: "${own}"`)).toEqual({ ref: 'R-S' })
  expect(await registered(`ref: "R-O", ownerId: "${idOf('employee', 'E18')}"`)).toEqual({ ref: 'R-O' })
  expect(await registered(`orgUnitId: "${other}"`)).toEqual(notTheirs)
  expect(await registered('')).toEqual({ message: expect.stringMatching(/^Name an org unit that you manage, or an owner/) })
  expect(await registered(`ref: "R2", orgUnitId: "${own}"`)).toEqual({ message: 'The ref R2 is taken already. Choose another.' })

  expect(await recorded(`ref: "I-S", orgUnitId: "${own}"`)).toEqual({ ref: 'I-S' })
  expect(await recorded(`orgUnitId: "${other}"`)).toEqual(notTheirs)
  expect(await recorded('')).toEqual({ message: expect.stringMatching(/^Name the org unit that it happened in/) })
  expect(await recorded(`ref: "I1", orgUnitId: "${own}"`)).toEqual({ message: 'The ref I1 is taken already. Choose another.' })

  expect(await raised(`ref: "N-S", ownerId: "${idOf('employee', 'E18')}"`)).toEqual({ ref: 'N-S' })
  expect(await raised(`ref: "N-C", controlId: "${idOf('control', 'C3')}"`)).toEqual({ ref: 'N-C' })
  expect(await raised(`ownerId: "${idOf('employee', 'E20')}"`)).toEqual({
    message: expect.stringMatching(/^Its owner works in no unit that you manage/),
  })
})
