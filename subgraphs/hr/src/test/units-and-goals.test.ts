import { afterAll, beforeAll, expect, test } from 'vitest'
import { importedMill } from './imported.ts'

/** The mill: sawing with packing beneath it, and the office. */
let hr: Awaited<ReturnType<typeof importedMill>>
beforeAll(async () => {
  hr = await importedMill()
}, 60_000)
afterAll(() => hr.drop())

type Reply = Readonly<Record<string, unknown>>

const unit = '... on OrgUnit { id name kind parent { name } manager { name } closedOn }'
const goal = '... on Goal { id title weight progress dueOn completedOn employee { name } }'

/** Sends a command; what it gives, or its refusal. */
async function send(command: string, input: object, fields: string, as = hr.owner): Promise<Reply> {
  const type = `${command.charAt(0).toUpperCase()}${command.slice(1)}Input`
  const data = await hr.ask<Record<string, Reply>>(
    `mutation ($input: ${type}!) { ${command}(input: $input) { ${fields} ... on UserError { message } } }`,
    { input },
    as,
  )
  return data[command] ?? {}
}

const sawyer = () => hr.employee('E2', 'hr:read', 'hr:write')
const unitId = (ref: string) => hr.id('org_unit', ref)

test('units are made, renamed, moved and closed by those who manage them, and figures follow', async () => {
  const made = await send('createOrgUnit', { name: 'Drying', kind: 'DEPARTMENT', parentId: unitId('S') }, unit, sawyer())
  expect(made).toMatchObject({ name: 'Drying', kind: 'DEPARTMENT', parent: { name: 'Sawing' }, manager: null, closedOn: null })
  const orgUnitId = String(made['id'])
  const change = (input: object) => send('changeOrgUnit', { orgUnitId, ...input }, unit, sawyer())
  expect(await change({ name: 'Kiln', managerId: hr.id('employee', 'E4') })).toMatchObject({
    name: 'Kiln',
    manager: { name: 'Dan' },
  })
  expect(await change({ parentId: unitId('P') })).toMatchObject({ parent: { name: 'Packing' }, manager: { name: 'Dan' } })
  expect(await change({})).toEqual({ message: 'Nothing would change; give another name, parent or manager.' })

  const move = { employeeId: hr.id('employee', 'E5'), orgUnitId, on: '2025-06-20' }
  expect(await send('transferEmployee', move, '... on Employee { orgUnit { name } }')).toEqual({ orgUnit: { name: 'Kiln' } })
  const close = (input: object, as = sawyer()) => send('closeOrgUnit', input, unit, as)
  expect(await close({ orgUnitId })).toEqual({
    message: "Kiln can't be closed: people work in it (1): transfer them first.",
  })
  expect(await close({ orgUnitId: unitId('P') })).toEqual({
    message: expect.stringMatching(/^Packing can't be closed: units are part of it \(1\).*people work in it \(1\)/),
  })
  await send('transferEmployee', { ...move, orgUnitId: unitId('S'), on: '2025-06-25' }, '... on Employee { id }')
  expect(await close({ orgUnitId })).toMatchObject({ closedOn: '2025-06-30' })
  const hire = { name: 'Nia', orgUnitId, jobTitle: 'Drier' }
  expect(await send('hireEmployee', hire, '... on Employee { id }')).toEqual({
    message: 'Kiln was closed on 2025-06-30; name another unit.',
  })
  const { orgUnits } = await hr.ask<{ orgUnits: { name: string; changes: { action: string }[] }[] }>(
    '{ orgUnits { name changes { action } } }',
  )
  expect(orgUnits.find(({ name }) => name === 'Kiln')?.changes.map(({ action }) => action)).toEqual([
    'closeOrgUnit',
    'changeOrgUnit',
    'changeOrgUnit',
    'createOrgUnit',
  ])
})

test('a unit is not part of itself, nor put where its manager has no say', async () => {
  const change = (ref: string, input: object, as = sawyer()) =>
    send('changeOrgUnit', { orgUnitId: unitId(ref), ...input }, unit, as)
  expect(await change('S', { parentId: unitId('P') })).toEqual({
    message: "Sawing can't be part of itself or of a unit beneath it.",
  })
  expect(await change('O', { name: 'Bureau' })).toEqual({
    message: 'You manage neither Office nor a unit above it; ask whoever does.',
  })
  expect(await change('P', { parentId: unitId('O') })).toEqual({
    message: 'You manage neither Office nor a unit above it; ask whoever does.',
  })
  const atTop = { message: expect.stringMatching(/^Only who sees the whole company puts a unit at its top/) }
  expect(await change('P', { parentId: null })).toEqual(atTop)
  expect(await send('createOrgUnit', { name: 'Mine', kind: 'DIVISION' }, unit, sawyer())).toEqual(atTop)
  expect(await send('createOrgUnit', { name: 'Forest', kind: 'DIVISION', ref: 'F' }, unit)).toMatchObject({ parent: null })
  expect(await send('createOrgUnit', { name: 'Wood', kind: 'DIVISION', ref: 'F' }, unit)).toEqual({
    message: 'The ref F is taken already. Choose another.',
  })
  expect(await change('P', { managerId: hr.id('employee', 'E6') })).toEqual({
    message: 'Fay does not work here on 2025-06-30; their first day away is 2025-03-01.',
  })
})

test('a goal is set, gets on and is achieved; then it stays, and figures count it', async () => {
  const set = await send(
    'setGoal',
    { employeeId: hr.id('employee', 'E5'), title: 'Sharpen saws', dueOn: '2025-06-30' },
    goal,
    sawyer(),
  )
  expect(set).toMatchObject({ weight: '1', progress: '0.0000', completedOn: null, employee: { name: 'Eve' } })
  const change = (input: object, as = sawyer()) => send('changeGoal', { goalId: set['id'], ...input }, goal, as)
  expect(await change({ progress: '0.25', weight: '2' })).toMatchObject({ progress: '0.2500', weight: '2.0000' })
  expect(await change({ progress: '1.01' })).toEqual({ message: 'Progress 1.01 is not from 0 to 1.' })
  expect(await change({ completedOn: '2025-07-01' })).toMatchObject({ message: expect.stringContaining('too far ahead') })
  const june = { metrics: ['GOALS_COMPLETED'], period: { from: '2025-06-01', to: '2025-06-30' } }
  const before = Number((await hr.totals(june))['GOALS_COMPLETED'] ?? 0)
  expect(await change({ completedOn: '2025-06-28' })).toMatchObject({ progress: '1.0000', completedOn: '2025-06-28' })
  expect(Number((await hr.totals(june))['GOALS_COMPLETED'])).toBe(before + 2)
  expect(await change({ progress: '0.5' })).toEqual({ message: '“Sharpen saws” was achieved on 2025-06-28; set a new goal.' })
  // Whoever manages the office sees none of it.
  const office = hr.employee('E3', 'hr:read', 'hr:write')
  expect(await change({ title: 'Mine' }, office)).toEqual({
    message: expect.stringMatching(/^There is no goal .* that you may see/),
  })
  const elsewhere = { employeeId: hr.id('employee', 'E5'), title: 'Count' }
  expect(await send('setGoal', elsewhere, goal, office)).toEqual({ message: expect.stringMatching(/^There is no employee/) })
})

test('a birth day is given at hiring by those alone who may read it, and history does not tell it', async () => {
  const hire = { name: 'Oda', orgUnitId: unitId('S'), jobTitle: 'Sawyer', bornOn: '1999-12-31' }
  expect(await send('hireEmployee', hire, '... on Employee { id }', sawyer())).toEqual({
    message: 'Whoever may not read birth days (hr:personal:read) leaves bornOn out.',
  })
  expect(await send('hireEmployee', { ...hire, bornOn: '2025-06-30' }, '... on Employee { id }')).toEqual({
    message: '“2025-06-30” is no day before their first one, 2025-06-30.',
  })
  const hired = await send('hireEmployee', hire, '... on Employee { name bornOn }')
  expect(hired).toEqual({ name: 'Oda', bornOn: '1999-12-31' })
  const told = await hr.database.admin`select became::text as text from hr.changes union all select subject::text from hr.outbox`
  expect(told.some(({ text }) => String(text).includes('1999-12-31'))).toBe(false)
})
