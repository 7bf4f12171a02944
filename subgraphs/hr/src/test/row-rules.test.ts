import { afterAll, beforeAll, expect, test } from 'vitest'
import { importedMill } from './imported.ts'

let hr: Awaited<ReturnType<typeof importedMill>>
beforeAll(async () => {
  hr = await importedMill()
}, 60_000)
afterAll(() => hr.drop())

const today = { from: '2025-06-30', to: '2025-06-30' }
const all = `{
  employees(first: 50, state: EMPLOYED) { nodes { name } }
  requisitions { nodes { title } }
  candidates { totalCount }
  performanceReviews { totalCount }
  absences { totalCount }
  surveyResponses { totalCount }
}`

interface Lists {
  readonly employees: { readonly nodes: readonly { readonly name: string }[] }
  readonly requisitions: { readonly nodes: readonly { readonly title: string }[] }
  readonly candidates: { readonly totalCount: number }
  readonly performanceReviews: { readonly totalCount: number }
  readonly absences: { readonly totalCount: number }
  readonly surveyResponses: { readonly totalCount: number }
}

async function seenBy(as: typeof hr.owner): Promise<object> {
  const { employees, requisitions, ...counts } = await hr.ask<Lists>(all, {}, as)
  return {
    people: employees.nodes.map(({ name }) => name).join(' '),
    positions: requisitions.nodes.map(({ title }) => title).join(' '),
    counts: Object.values(counts).map(({ totalCount }) => totalCount),
  }
}

test('a manager sees the units they manage and those beneath, an employee themselves, and another company nothing', async () => {
  const ben = hr.employee('E2', 'hr:read')
  // Sawing is his, and Packing lies beneath it. Who left is seen by those of the unit that they left.
  expect(await seenBy(ben)).toEqual({ people: 'Ben Dan Eve Hal Lou Max', positions: 'Packer Sawyer', counts: [2, 6, 1, 2] })
  expect(await seenBy(hr.employee('E4', 'hr:read'))).toEqual({ people: 'Dan', positions: '', counts: [0, 3, 1, 0] })
  expect(await seenBy(hr.owner)).toEqual({
    people: 'Ada Ben Cleo Dan Eve Hal Ida Jan Kit Lou Max',
    positions: 'Packer Cook Clerk Sawyer',
    counts: [3, 6, 1, 3],
  })
  const elsewhere = { ...hr.owner, company: { ...hr.owner.company, id: hr.id('employee', 'nobody') } }
  expect(await seenBy(elsewhere)).toEqual({ people: '', positions: '', counts: [0, 0, 0, 0] })
  const headcount = { metrics: ['HEADCOUNT'], period: today }
  expect(await hr.totals(headcount, ben)).toEqual({ HEADCOUNT: 6 })
  expect(await hr.totals(headcount, hr.employee('E4', 'hr:read'))).toEqual({ HEADCOUNT: 1 })
  expect(await hr.totals(headcount, elsewhere)).toEqual({ HEADCOUNT: null })
})

test('single salaries and birth days are for those who have their scopes; the database keeps them back by itself', async () => {
  const one = `query ($id: ID!) { employee(id: $id) { name bornOn compensation { annualAmount effectiveOn } } }`
  const id = hr.id('employee', 'E1')
  expect(await hr.ask(one, { id })).toEqual({
    employee: { name: 'Ada', bornOn: '1970-06-30', compensation: [{ annualAmount: '90000.0000', effectiveOn: '2022-01-01' }] },
  })
  const reader = { ...hr.owner, scopes: new Set(['hr:read', 'hr:all']) }
  const codes = (await hr.run(one, { id }, reader)).errors?.map(({ extensions }) => extensions['code'])
  expect(codes).toEqual(['FORBIDDEN', 'FORBIDDEN'])
  const pay = `query ($query: HrMetricsQuery!) { hrMetrics(query: $query) { totals { value } } }`
  const query = { metrics: ['PAYROLL'], period: today }
  expect((await hr.run(pay, { query }, reader)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
  const rows = await hr.database.open('hr').asViewer(
    {
      tenantId: hr.owner.company.id,
      userId: hr.owner.user.id,
      scopes: reader.scopes,
      timeZone: 'UTC',
      salesPersonId: null,
      employeeId: null,
    },
    (tx) =>
      tx.execute<{ pay: string; birthdays: string; people: string }>(
        `select (select count(*) from hr.compensation) as pay, (select count(*) from hr.birth_days) as birthdays,
          (select count(*) from hr.employees) as people`,
      ),
  )
  expect(rows[0]).toEqual({ pay: '0', birthdays: '0', people: '13' })
})

test('a page of eleven people with all that belongs to them costs as many statements as a page of two', async () => {
  const page = (first: number) => `{ employees(first: ${first}, state: EMPLOYED) { nodes {
    orgUnit { name } manager { name } jobs { jobTitle } reviews { rating } goals { title } training { course } absences { kind }
    compensation { annualAmount } reports(first: 2) { nodes { name } } } } }`
  const statementsOf = async (source: string): Promise<number> => {
    hr.statements.length = 0
    await hr.ask(source)
    return hr.statements.filter((statement) => /^\s*(?:select|with)/i.test(statement) && !statement.includes('set_config')).length
  }
  // Of one, Ada, who has no manager, nobody would be looked up.
  const two = await statementsOf(page(2))
  expect(two).toBeGreaterThan(8)
  expect(await statementsOf(page(11))).toBe(two)
})
