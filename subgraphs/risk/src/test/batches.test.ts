import { importedId, newId } from '@aems/drizzle/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importedRisk } from './imported.ts'

let risk: Awaited<ReturnType<typeof importedRisk>>
beforeAll(async () => {
  risk = await importedRisk()
}, 60_000)
afterAll(() => risk.drop())

/** How many statements an operation reads rows with. */
async function statementsOf(source: string, variables?: Record<string, unknown>): Promise<number> {
  risk.statements.length = 0
  await risk.ask(source, variables)
  return risk.statements.filter((statement) => !/^\s*(?:begin|commit|select set_config)|pg_catalog/i.test(statement)).length
}

test('however many there are: one statement for each list beneath them', async () => {
  const source = (first: number) => `{
    risks(first: ${first}) { nodes { appetite assessments { kind } indicators(first: 2) { nodes { light } }
      controls { nextTestDueOn latestTest { result } risks { title } requirements { covered framework { name } parent { title } } } } }
    controls(first: ${first}) { nodes { tests(first: 1) { nodes { result control { ref } } } findings(first: 1) { totalCount nodes { title } } } }
  }`
  const two = await statementsOf(source(2))
  expect(await statementsOf(source(1_000))).toBe(two)
})

test('a risk is told with its level, its appetite and its next test', async () => {
  const { risks, controls } = await risk.ask<Record<'risks' | 'controls', { nodes: unknown[] }>>(`{
    risks(search: "harvest") { nodes { inherentScore residualScore level appetite treatment status custom } }
    controls(search: "c2") { nodes { nextTestDueOn risks { title } } } }`)
  expect(risks.nodes).toEqual([
    {
      inherentScore: '20',
      residualScore: '12',
      level: 'HIGH',
      appetite: '10.0000',
      treatment: 'TRANSFER',
      status: 'OPEN',
      custom: { x_register: 'A' },
    },
  ])
  expect(controls.nodes).toEqual([{ nextTestDueOn: '2025-04-10', risks: [{ title: 'Shop server goes down' }] }])
})

test('entities are found by their ids; what belongs to another company is not', async () => {
  const company = risk.viewer.company.id
  const representations = [
    { __typename: 'Risk', id: importedId(company, 'risk', 'R1') },
    { __typename: 'Incident', id: importedId(company, 'incident', 'I1') },
    { __typename: 'Product', id: importedId(company, 'product', 'K1') },
    { __typename: 'Employee', id: importedId(company, 'employee', 'E1') },
    { __typename: 'OrgUnit', id: importedId(company, 'org_unit', 'D') },
    { __typename: 'Risk', id: newId() },
  ]
  const source = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
    ... on Risk { title } ... on Incident { severity hoursToDetect } ... on Product { incidents { nodes { title } } }
    ... on Employee { ownedRisks { nodes { title } } } ... on OrgUnit { risks { totalCount } incidents { totalCount } } } }`
  const { _entities } = await risk.ask<{ _entities: unknown[] }>(source, { representations })
  expect(_entities).toEqual([
    { title: 'Tea harvest fails' },
    { severity: 'HIGH', hoursToDetect: '1' },
    { incidents: { nodes: [{ title: 'Kettle overheats' }] } },
    { ownedRisks: { nodes: [{ title: 'Tea harvest fails' }] } },
    { risks: { totalCount: 1 }, incidents: { totalCount: 2 } },
    null,
  ])
  const stranger = { ...risk.viewer, company: { ...risk.viewer.company, id: newId() } }
  const { data } = await risk.run('{ risks { totalCount } incidents { totalCount } frameworks { name } }', {}, stranger)
  expect(data).toEqual({ risks: { totalCount: 0 }, incidents: { totalCount: 0 }, frameworks: [] })
})
