import { newId } from '@aems/drizzle/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importedMill } from './imported.ts'

let hr: Awaited<ReturnType<typeof importedMill>>
beforeAll(async () => {
  hr = await importedMill()
}, 60_000)
afterAll(() => hr.drop())

type Reply = Readonly<Record<string, unknown>>

/** Sends a command; what it gives, or its refusal. */
async function send(command: string, input: object, fields: string, as = hr.owner): Promise<Reply> {
  const type = `${command.charAt(0).toUpperCase()}${command.slice(1)}Input`
  const data = await hr.ask<Record<string, Reply>>(
    `mutation ($input: ${type}!) { ${command}(input: $input) { __typename ${fields} ... on UserError { message path } } }`,
    { input },
    as,
  )
  return data[command] ?? {}
}

const refused = (kind: string, message: string, ...path: string[]) => ({ __typename: `Hr${kind}Refused`, message, path })

const month = { from: '2025-06-01', to: '2025-06-30' }
const figures = (...metrics: string[]) => hr.totals({ metrics, period: month })
const headcountOf = (unit: string, day: string) =>
  hr.split({ metrics: ['HEADCOUNT'], by: ['ORG_UNIT'], period: { from: day, to: day } }).then((units) => units[unit])

const person =
  '... on Employee { id name employed leftOn leaveKind orgUnit { name } manager { name } jobs { jobTitle startsOn endsOn } }'

test('who is hired counts from their first day on, where they work, and once however often the command is sent', async () => {
  const input = { name: ' Nia ', hiredOn: '2025-06-16', orgUnitId: hr.id('org_unit', 'O'), jobTitle: 'Clerk', fte: '0.5' }
  const before = await figures('HEADCOUNT', 'FTE', 'HIRES')
  const hired = await send('hireEmployee', { ...input, idempotencyKey: 'nia' }, person)
  expect(hired).toMatchObject({
    name: 'Nia',
    employed: true,
    orgUnit: { name: 'Office' },
    manager: { name: 'Cleo' },
    jobs: [{ jobTitle: 'Clerk', startsOn: '2025-06-16', endsOn: null }],
  })
  expect(await send('hireEmployee', { ...input, idempotencyKey: 'nia' }, person)).toEqual(hired)
  expect(before).toEqual({ HEADCOUNT: 11, FTE: 10.5, HIRES: 0 })
  expect(await figures('HEADCOUNT', 'FTE', 'HIRES')).toEqual({ HEADCOUNT: 12, FTE: 11, HIRES: 1 })
  expect([await headcountOf('Office', '2025-06-15'), await headcountOf('Office', '2025-06-16')]).toEqual([4, 5])
  expect(await send('hireEmployee', { ...input, fte: '1.2' }, person)).toEqual(
    refused('Value', '“1.2” is no share of a full week; give more than 0 and at most 1.', 'input', 'fte'),
  )
  expect(await send('hireEmployee', { ...input, ref: 'E1' }, person)).toEqual(
    refused('Value', 'The ref E1 is taken already. Choose another.', 'input', 'ref'),
  )
  expect(await send('hireEmployee', { ...input, hiredOn: '2027-01-01' }, person)).toMatchObject({ __typename: 'HrValueRefused' })
  expect(await send('hireEmployee', { ...input, managerId: hr.id('employee', 'E6') }, person)).toEqual(
    refused('State', 'Fay does not work here on 2025-06-16; their first day away is 2025-03-01.', 'input', 'managerId'),
  )
})

test('who is transferred counts where they were until then, also where no job was on record', async () => {
  const employeeId = hr.id('employee', 'E10')
  const moved = { employeeId, on: '2025-06-20', orgUnitId: hr.id('org_unit', 'S'), jobTitle: 'Sawyer' }
  expect(await send('transferEmployee', moved, person)).toMatchObject({
    orgUnit: { name: 'Sawing' },
    manager: { name: 'Ben' },
    jobs: [
      { jobTitle: 'Sawyer', startsOn: '2025-06-20', endsOn: null },
      { jobTitle: 'Clerk', startsOn: '2019-01-01', endsOn: '2025-06-19' },
    ],
  })
  expect([await headcountOf('Sawing', '2025-06-19'), await headcountOf('Sawing', '2025-06-20')]).toEqual([5, 6])
  expect(await headcountOf('Office', '2025-05-31')).toBe(4)
  expect(await send('transferEmployee', moved, person)).toMatchObject({
    message: 'Nothing would change; give another org unit, job title, job level or manager.',
  })
  expect(await send('transferEmployee', { ...moved, on: '2025-06-01', jobTitle: 'Cook' }, person)).toEqual(
    refused('State', 'Jan has had another job since 2025-06-20; give a later day.', 'input', 'on'),
  )
  expect(await send('transferEmployee', { employeeId, managerId: employeeId }, person)).toEqual(
    refused('Value', "Jan can't report to themselves.", 'input', 'managerId'),
  )
})

test('who leaves counts up to the day before, and leaves once', async () => {
  const leave = { employeeId: hr.id('employee', 'E8'), leftOn: '2025-06-25', kind: 'VOLUNTARY' }
  const before = await figures('HEADCOUNT', 'LEAVERS')
  expect(await send('recordLeave', leave, person)).toMatchObject({
    employed: false,
    leftOn: '2025-06-25',
    leaveKind: 'VOLUNTARY',
  })
  expect(before).toEqual({ HEADCOUNT: 12, LEAVERS: 0 })
  expect(await figures('HEADCOUNT', 'LEAVERS')).toEqual({ HEADCOUNT: 11, LEAVERS: 1 })
  // One packer on the eve, none on the last day.
  const attrition = { metrics: ['ATTRITION_RATE', 'VOLUNTARY_ATTRITION_RATE'], period: month }
  expect(await hr.totals({ ...attrition, where: [{ dimension: 'ORG_UNIT', in: ['Packing'] }] })).toEqual({
    ATTRITION_RATE: 2,
    VOLUNTARY_ATTRITION_RATE: 2,
  })
  expect(await send('recordLeave', leave, person)).toEqual(
    refused('State', 'It is known already that Hal leaves on 2025-06-25.', 'input', 'employeeId'),
  )
  expect(await send('recordLeave', { ...leave, employeeId: hr.id('employee', 'E9'), leftOn: '2025-04-01' }, person)).toEqual(
    refused('Value', 'Ida begins on 2025-04-01; the first day without them is a later one.', 'input', 'leftOn'),
  )
})

test('pay changes from a day on, keeps its band, and nobody changes their own or without the scope', async () => {
  const fields = '... on Compensation { annualAmount effectiveOn bandMin bandMax }'
  const raise = { employeeId: hr.id('employee', 'E12'), effectiveOn: '2025-06-10', annualAmount: '38000' }
  const before = await figures('PAYROLL')
  expect(await send('changePay', raise, fields)).toEqual({
    __typename: 'Compensation',
    annualAmount: '38000.0000',
    effectiveOn: '2025-06-10',
    bandMin: '20000.0000',
    bandMax: '44000.0000',
  })
  expect(Number((await figures('PAYROLL'))['PAYROLL']) - Number(before['PAYROLL'])).toBe(2000)
  expect(await send('changePay', raise, fields)).toEqual(
    refused('State', 'The pay of Lou from 2025-06-10 on is settled already; give another day.', 'input', 'effectiveOn'),
  )
  expect(await send('changePay', { ...raise, effectiveOn: '2025-06-11', bandMin: '50000' }, fields)).toMatchObject({
    message: 'A band goes from its least pay by its middle to its highest, not 50000, 32000.0000, 44000.0000.',
  })
  const lou = { ...hr.owner, employeeId: hr.id('employee', 'E12') }
  expect(await send('changePay', { ...raise, effectiveOn: '2025-06-12' }, fields, lou)).toEqual(
    refused('State', 'This is your own pay; someone else must change it.', 'input', 'employeeId'),
  )
  const without = { ...hr.owner, scopes: new Set(['hr:read', 'hr:write', 'hr:all']) }
  const { errors } = await hr.run(
    'mutation ($input: ChangePayInput!) { changePay(input: $input) { __typename } }',
    { input: raise },
    without,
  )
  expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
})

test('a requisition is opened and filled with the candidate who took the offer, and the figures of hiring follow', async () => {
  const requisition = '... on Requisition { id title filledOn cost }'
  const before = await figures('OPEN_POSITIONS', 'TIME_TO_FILL')
  expect(before).toEqual({ OPEN_POSITIONS: 3, TIME_TO_FILL: null })
  const opening = { orgUnitId: hr.id('org_unit', 'S'), title: 'Sawyer', openedOn: '2025-06-02', positions: 2 }
  const opened = await send('openRequisition', opening, requisition)
  expect(await figures('OPEN_POSITIONS')).toEqual({ OPEN_POSITIONS: 5 })
  const candidate = '... on Candidate { id stage offeredOn offer hiredOn stages { stage enteredOn } }'
  const requisitionId = opened['id']
  const applied = await send('addCandidate', { requisitionId, source: 'fair', appliedOn: '2025-06-04' }, candidate)
  const candidateId = applied['id']
  const move = (stage: string, on: string, offer?: string) => send('moveCandidate', { candidateId, stage, on, offer }, candidate)
  expect(await move('offer', '2025-06-10', 'PENDING')).toMatchObject({ offeredOn: '2025-06-10', offer: 'PENDING' })
  expect(await move('hired', '2025-06-09')).toEqual(
    refused('Value', 'The candidate has been in stage offer since 2025-06-10; give that day or a later one.', 'input', 'on'),
  )
  expect(await move('hired', '2025-06-14')).toEqual({
    __typename: 'Candidate',
    id: candidateId,
    stage: 'hired',
    offeredOn: '2025-06-10',
    offer: 'ACCEPTED',
    hiredOn: '2025-06-14',
    stages: [
      { stage: 'applied', enteredOn: '2025-06-04' },
      { stage: 'offer', enteredOn: '2025-06-10' },
      { stage: 'hired', enteredOn: '2025-06-14' },
    ],
  })
  expect(await move('rejected', '2025-06-15')).toEqual(
    refused('State', 'The candidate is hired already; recruiting has ended there.', 'input', 'stage'),
  )
  expect(await send('fillRequisition', { requisitionId, filledOn: '2025-06-22', cost: '500' }, requisition)).toMatchObject({
    filledOn: '2025-06-22',
    cost: '500.0000',
  })
  expect(await send('cancelRequisition', { requisitionId }, requisition)).toEqual(
    refused('State', 'The requisition “Sawyer” was filled on 2025-06-22. Open another.', 'input', 'requisitionId'),
  )
  expect(
    await figures('OPEN_POSITIONS', 'TIME_TO_FILL', 'TIME_TO_HIRE', 'OFFER_ACCEPTANCE_RATE', 'STAGE_PASS_RATE', 'COST_PER_HIRE'),
  ).toEqual({
    OPEN_POSITIONS: 3,
    TIME_TO_FILL: 20,
    TIME_TO_HIRE: 10,
    OFFER_ACCEPTANCE_RATE: 1,
    STAGE_PASS_RATE: 1,
    COST_PER_HIRE: 500,
  })
})

test('reviews, courses and absences are recorded once each, of people who work here', async () => {
  const employeeId = hr.id('employee', 'E13')
  const review = { employeeId, reviewedOn: '2025-06-05', rating: '4.5' }
  expect(await send('recordReview', review, '... on PerformanceReview { rating employee { name } }')).toMatchObject({
    rating: '4.5000',
    employee: { name: 'Max' },
  })
  expect(await send('recordReview', review, '')).toMatchObject({
    message: 'Max was reviewed on 2025-06-05 already; give another day.',
  })
  expect(await send('recordReview', { ...review, rating: '6' }, '')).toEqual(
    refused('Value', 'A rating 6 is not from 1 to 5.', 'input', 'rating'),
  )
  expect(await send('recordReview', review, '', { ...hr.owner, employeeId })).toMatchObject({
    message: 'This is you yourself; someone else must review you.',
  })
  const course = { employeeId, course: 'Saws', completedOn: '2025-06-03', hours: '6', cost: '90' }
  expect(await send('recordTraining', course, '... on TrainingRecord { hours cost }')).toMatchObject({ hours: '6.0000' })
  expect(await send('recordTraining', course, '')).toMatchObject({ __typename: 'HrStateRefused' })
  // Friday to Tuesday.
  const away = { employeeId, kind: 'holiday', startsOn: '2025-06-13', endsOn: '2025-06-17' }
  expect(await send('recordAbsence', away, '... on Absence { days }')).toEqual({ __typename: 'Absence', days: '3.0000' })
  expect(await send('recordAbsence', { ...away, startsOn: '2025-06-17' }, '')).toEqual(
    refused('State', 'Max is away from 2025-06-13 to 2025-06-17 already; give other days.', 'input', 'startsOn'),
  )
  expect(await figures('HIGH_PERFORMERS', 'TRAINING_HOURS', 'TRAINING_COST', 'ABSENCE_DAYS')).toEqual({
    HIGH_PERFORMERS: 1,
    TRAINING_HOURS: 6,
    TRAINING_COST: 90,
    ABSENCE_DAYS: 8,
  })
})

test('a survey is answered once by each, for their unit, and nothing tells whose answers they are', async () => {
  const survey = '... on Survey { id name }'
  const { id: surveyId } = await send(
    'openSurvey',
    { name: 'Summer', invited: 4, openedOn: '2025-06-20', closedOn: '2025-07-01' },
    survey,
  )
  const answers = [
    { question: 'I like it here', score: '10' },
    { question: 'I have what I need', score: '4' },
  ]
  const dan = hr.employee('E4', 'hr:read')
  expect(await send('answerSurvey', { surveyId, answers }, survey, dan)).toMatchObject({ name: 'Summer' })
  expect(await send('answerSurvey', { surveyId, answers }, survey, dan)).toEqual(
    refused('State', 'You have answered “Summer” already.', 'input', 'surveyId'),
  )
  expect(await send('answerSurvey', { surveyId, answers }, survey)).toMatchObject({ __typename: 'HrStateRefused', path: null })
  const ida = hr.employee('E9', 'hr:read')
  expect(await send('answerSurvey', { surveyId, answers: [{ question: 'Well?', score: '11' }] }, survey, ida)).toEqual(
    refused('Value', 'A score 11 is not from 0 to 10.', 'input', 'answers', '0', 'score'),
  )
  expect(await send('answerSurvey', { surveyId: hr.id('survey', 'V1'), answers }, survey, ida)).toMatchObject({
    message: '“Pulse” can be answered from 2025-05-01 to 2025-05-31, and today is 2025-06-30.',
  })
  // Few work in the office, so what one of them answers is the whole mill's.
  expect(
    await send('answerSurvey', { surveyId, answers: [{ question: 'I like it here', score: '1' }] }, survey, ida),
  ).toMatchObject({
    name: 'Summer',
  })
  expect(await send('answerSurvey', { surveyId, answers }, survey, hr.employee('E6', 'hr:read'))).toMatchObject({
    message: 'Fay does not work here on 2025-06-30; their first day away is 2025-03-01.',
  })
  expect(await figures('ENGAGEMENT_SCORE', 'SURVEY_PARTICIPATION')).toEqual({ ENGAGEMENT_SCORE: 5, SURVEY_PARTICIPATION: 0.375 })
  expect(await hr.split({ metrics: ['ENGAGEMENT_SCORE'], by: ['ORG_UNIT'], period: month })).toEqual({ Mill: 1, Sawing: 7 })
})

test('a manager changes what is theirs, and is told what is not', async () => {
  const ben = hr.employee('E2', 'hr:read', 'hr:write')
  const hire = { name: 'Ole', orgUnitId: hr.id('org_unit', 'P'), jobTitle: 'Packer' }
  expect(await send('hireEmployee', hire, person, ben)).toMatchObject({ name: 'Ole', orgUnit: { name: 'Packing' } })
  const beyond = refused('State', 'You manage neither Office nor a unit above it; ask whoever does.', 'input', 'orgUnitId')
  const office = hr.id('org_unit', 'O')
  expect(await send('hireEmployee', { ...hire, orgUnitId: office }, person, ben)).toEqual(beyond)
  expect(await send('transferEmployee', { employeeId: hr.id('employee', 'E4'), orgUnitId: office }, person, ben)).toEqual(beyond)
  expect(await send('openRequisition', { orgUnitId: office, title: 'Clerk' }, '', ben)).toEqual(beyond)
  expect(await send('transferEmployee', { employeeId: hr.id('employee', 'E2'), jobLevel: '1' }, person, ben)).toEqual(
    refused('State', 'This is you yourself; someone else must change your job.', 'input', 'employeeId'),
  )
  const kit = hr.id('employee', 'E11')
  expect(await send('recordLeave', { employeeId: kit, kind: 'VOLUNTARY' }, person, ben)).toEqual(
    refused('Reference', `There is no employee ${kit} that you may see. Look its id up in the list.`, 'input', 'employeeId'),
  )
  // Of someone whom they do not see.
  expect(await send('hireEmployee', { ...hire, ref: 'E11' }, person, ben)).toMatchObject({ __typename: 'HrValueRefused' })
  const elsewhere = { ...hr.owner, company: { ...hr.owner.company, id: newId() } }
  expect(await send('recordLeave', { employeeId: kit, kind: 'VOLUNTARY' }, person, elsewhere)).toMatchObject({
    __typename: 'HrReferenceRefused',
  })
})

test('each change has its event in the transaction, and history that tells who did it; neither tells of pay', async () => {
  const { admin } = hr.database
  const events = await admin<{ type: string; subject: object }[]>`select type, subject from hr.outbox
    where type <> 'company.imported' order by id`
  const types = new Set(events.map(({ type }) => type))
  expect([...types].sort()).toEqual([
    'absence.recorded',
    'candidate.applied',
    'candidate.moved',
    'employee.hired',
    'employee.left',
    'employee.reviewed',
    'employee.transferred',
    'pay.changed',
    'requisition.filled',
    'requisition.opened',
    'survey.answered',
    'survey.opened',
    'training.completed',
  ])
  expect(events.filter(({ type }) => type === 'employee.hired')).toHaveLength(2)
  const history = await hr.ask<{ employee: { changes: Reply[] } }>(
    'query ($id: ID!) { employee(id: $id) { changes { action user { id } was became changedAt } } }',
    { id: hr.id('employee', 'E10') },
  )
  expect(history.employee.changes).toEqual([
    {
      action: 'transferEmployee',
      user: { id: hr.owner.user.id },
      was: expect.objectContaining({ jobTitle: 'Clerk' }),
      became: expect.objectContaining({ jobTitle: 'Sawyer' }),
      changedAt: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T/),
    },
  ])
  const told = await admin`select became::text as text from hr.changes union all select subject::text from hr.outbox`
  expect(told.some(({ text }) => String(text).includes('38000'))).toBe(false)
})
