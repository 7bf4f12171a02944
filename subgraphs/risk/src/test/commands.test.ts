import { importedId } from '@aems/drizzle/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importedRisk } from './imported.ts'

let risk: Awaited<ReturnType<typeof importedRisk>>
let id: (noun: Parameters<typeof importedId>[1], ref: string) => string
beforeAll(async () => {
  risk = await importedRisk()
  id = (noun, ref) => importedId(risk.viewer.company.id, noun, ref)
}, 60_000)
afterAll(() => risk.drop())

/** What a command gives: the changed thing, or why it was refused. */
async function done(command: string, input: object, selection = ''): Promise<Record<string, unknown>> {
  const type = `${command.charAt(0).toUpperCase()}${command.slice(1)}Input`
  const data = await risk.ask<Record<string, Record<string, unknown>>>(
    `mutation ($input: ${type}!) { ${command}(input: $input) { __typename ... on UserError { message path } ${selection} } }`,
    { input },
  )
  return data[command] ?? {}
}

const events = (type: string) =>
  risk.database.admin`select subject from risk.outbox where type = ${type}`.then((rows) => rows.length)

const fire = { title: 'Warehouse burns', category: 'Premises', likelihood: '2', impact: '5' }

test('a risk is registered, assessed, treated and closed, and its history tells of each', async () => {
  const made = await done('registerRisk', fire, '... on Risk { id inherentScore level identifiedOn }')
  expect(made).toMatchObject({ inherentScore: '10', level: 'MEDIUM', identifiedOn: '2025-06-30' })
  const { id: riskId } = made
  await done('assessRisk', { riskId, likelihood: '3', note: 'A wire was found loose' })
  await done('treatRisk', { riskId, treatment: 'REDUCE', residualLikelihood: '1', residualImpact: '4' })
  const closed = await done(
    'closeRisk',
    { riskId },
    '... on Risk { status closedOn residualScore assessments { kind note likelihood } }',
  )
  expect(closed).toMatchObject({ status: 'CLOSED', closedOn: '2025-06-30', residualScore: '4' })
  expect(closed['assessments']).toEqual([
    { kind: 'CLOSED', note: null, likelihood: '3.0000' },
    { kind: 'TREATED', note: null, likelihood: '3.0000' },
    { kind: 'ASSESSED', note: 'A wire was found loose', likelihood: '3.0000' },
    { kind: 'REGISTERED', note: null, likelihood: '2.0000' },
  ])
  expect(await done('assessRisk', { riskId, likelihood: '4' })).toEqual({
    __typename: 'RiskStateRefused',
    message: '“Warehouse burns” is closed. Register it anew if it is back.',
    path: ['input', 'riskId'],
  })
  expect(await events('risk.registered')).toBe(1)
})

test('what is off the scale, taken, out of order or to come is refused in words', async () => {
  const refused = async (input: object) => (await done('registerRisk', { ...fire, ...input }))['message']
  expect(await refused({ likelihood: '6' })).toBe('A likelihood of 6 is not from 1 to 5.')
  expect(await refused({ ref: 'R1' })).toBe('The ref R1 belongs to “Tea harvest fails”. Choose another.')
  expect(await refused({ title: '  ' })).toBe('A title has 1 to 500 characters.')
  expect(await refused({ identifiedOn: '2025-07-01' })).toBe('2025-07-01 is to come; give a day up to today, 2025-06-30.')
  expect(await refused({ lossLow: '5', lossLikely: '3', lossHigh: '9' })).toBe('The most likely loss, 3, must lie from 5 to 9.')
  expect(await refused({ lossLow: '5' })).toBe('A loss is told by three amounts: lossLow, lossLikely and lossHigh.')
  expect(await done('registerRisk', { ...fire, orgUnitId: 'nowhere' })).toMatchObject({ __typename: 'RiskReferenceRefused' })
})

test('a risk is accepted for a time, for a reason, and not by who answers for it', async () => {
  const riskId = id('risk', 'R1')
  const accepted = (input: object) =>
    done('acceptRisk', { riskId, note: 'Insured', ...input }, '... on Risk { treatment acceptedUntil reviewDueOn }')
  expect(await accepted({ until: '2026-07-01' })).toMatchObject({
    __typename: 'RiskValueRefused',
    message: 'A risk is accepted until a day after today and within 12 months, 2026-06-30 at the latest; not 2026-07-01.',
  })
  expect(await accepted({ until: '2025-06-30' })).toMatchObject({ __typename: 'RiskValueRefused' })
  expect(await accepted({ until: '2025-12-31' })).toMatchObject({
    treatment: 'ACCEPT',
    acceptedUntil: '2025-12-31',
    reviewDueOn: '2025-12-31',
  })
  const owner = { ...risk.viewer, employeeId: id('employee', 'E1') }
  const source = 'mutation ($input: AcceptRiskInput!) { acceptRisk(input: $input) { ... on UserError { message } } }'
  const { data } = await risk.run(source, { input: { riskId, until: '2025-12-31', note: 'Mine' } }, owner)
  expect(data).toEqual({ acceptRisk: { message: 'You answer for this risk, so somebody else must accept it.' } })
  const writer = { ...risk.viewer, scopes: new Set(['risk:read', 'risk:write']) }
  const { errors } = await risk.run(source, { input: { riskId, until: '2025-12-31', note: 'Mine' } }, writer)
  expect(errors?.[0]?.message).toContain('risk:approve')
})

test('an incident is recorded once however often it is sent, and resolved once', async () => {
  const input = { title: 'Phishing mail', severity: 'LOW', occurredAt: '2025-06-29T08:00:00Z', idempotencyKey: 'mail 1' }
  const first = await done('recordIncident', input, '... on Incident { id reportedAt status }')
  expect(first).toMatchObject({ reportedAt: '2025-06-30T12:00:00.000Z', status: 'open' })
  expect(await done('recordIncident', input, '... on Incident { id reportedAt status }')).toEqual(first)
  expect(await events('incident.recorded')).toBe(1)
  const incidentId = first['id']
  expect(await done('resolveIncident', { incidentId, resolvedAt: '2025-06-30T11:00:00Z' })).toMatchObject({
    message: 'It can not have been resolved before it was reported.',
  })
  const resolved = { incidentId, resolvedAt: '2025-06-30T15:00:00Z', lossAmount: '12.50' }
  expect(await done('resolveIncident', resolved, '... on Incident { hoursToResolve lossAmount status }')).toMatchObject({
    hoursToResolve: '3',
    lossAmount: '12.5000',
    status: 'resolved',
  })
  expect(await done('resolveIncident', resolved)).toMatchObject({ message: '“Phishing mail” is resolved already.' })
  expect(await done('recordIncident', { ...input, idempotencyKey: 'x', occurredAt: '2025-06-30T13:00:00Z' })).toMatchObject({
    message: 'It can not have been reported before it happened.',
  })
})

test('a control is tested once a day, a finding closed once, a return filed once', async () => {
  const controlId = id('control', 'C2')
  const tested = { controlId, result: 'EFFECTIVE' }
  expect(await done('testControl', tested, '... on ControlTest { result testedOn control { nextTestDueOn } }')).toMatchObject({
    testedOn: '2025-06-30',
    control: { nextTestDueOn: '2025-09-30' },
  })
  expect(await done('testControl', tested)).toMatchObject({
    __typename: 'RiskStateRefused',
    message: '“Backup of the shop” was tested on 2025-06-30 already: effective. Choose another day.',
  })
  const raised = await done('raiseFinding', { title: 'No key', severity: 'HIGH', controlId }, '... on Finding { id openedOn }')
  expect(raised).toMatchObject({ openedOn: '2025-06-30' })
  const findingId = raised['id']
  expect(await done('closeFinding', { findingId, closedOn: '2025-06-29' })).toMatchObject({
    message: "It was opened on 2025-06-30 and can't be closed before.",
  })
  expect(await done('closeFinding', { findingId }, '... on Finding { closedOn }')).toMatchObject({ closedOn: '2025-06-30' })
  expect(await done('closeFinding', { findingId })).toMatchObject({ __typename: 'RiskStateRefused' })
  const filingId = id('filing', 'B3')
  expect(await done('fileReturn', { filingId }, '... on Filing { filedOn }')).toMatchObject({ filedOn: '2025-06-30' })
  expect(await done('fileReturn', { filingId })).toMatchObject({
    message: 'The return under Packaging Act was filed on 2025-06-30 already.',
  })
})
