import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openGraph, type TestCompany, type TestGraph } from '../testing/graph.ts'

let graph: TestGraph
let tea: TestCompany
beforeAll(async () => {
  graph = await openGraph()
  tea = await graph.importCompany('tea')
}, 60_000)
afterAll(() => graph?.close())

const period = { from: '2025-01-01', to: '2025-06-30' }

/** A figure of each domain, and the records that it is made of, by the words of the graph. */
const figures = [
  ['sales', 'NET_REVENUE', 'orderLines', '', 'netAmount'],
  ['finance', 'EXPENSES', 'expenses', ', state: COUNTED', 'amount'],
  ['products', 'STOCK_UNITS', 'stockEntries', '', 'quantity'],
  ['hr', 'TRAINING_HOURS', 'trainingRecords', '', 'hours'],
  ['risk', 'INCIDENT_LOSS', 'incidents', '', 'lossAmount'],
] as const

const explained = z.object({
  totals: z.array(z.object({ value: z.string().nullable() })),
  explain: z.array(
    z.object({
      formula: z.string(),
      sql: z.string().nullable(),
      sources: z.array(z.string()),
      recordCount: z.number().nullable(),
    }),
  ),
})
const listed = z.object({ totalCount: z.number(), nodes: z.array(z.record(z.string(), z.string().nullable())) })

test.each(figures)(
  '%s explains %s by words, SQL and sources, and the records behind it sum to it',
  async (domain, metric, list, state, value) => {
    const name = domain.charAt(0).toUpperCase() + domain.slice(1)
    const operation = `query ($query: ${name}MetricsQuery!, $period: PeriodInput) {
    ${domain}Metrics(query: $query) { totals { value } explain { formula sql sources recordCount } }
    ${list}(period: $period, first: 1000${state}) { totalCount nodes { ${value} } }
  }`
    const data = await graph.ask(operation, { query: { metrics: [metric], period }, period }, tea.owner)
    const { totals, explain } = explained.parse(data[`${domain}Metrics`])
    const { nodes, totalCount } = listed.parse(data[list])
    const figure = Number(totals[0]?.value)
    expect(figure).not.toBe(0)
    expect(nodes).toHaveLength(totalCount)
    expect(nodes.reduce((sum, node) => sum + Number(node[value] ?? 0), 0)).toBeCloseTo(figure, 4)

    const [how] = explain
    expect(how?.formula).toMatch(/\.$/)
    expect(how?.sources.every((source) => source.startsWith(`${domain}.`))).toBe(true)
    expect(how?.recordCount).toBeGreaterThan(0)
    // The SQL is what ran: by hand, as the same viewer, it gives the same figure.
    const byHand = await graph.database.admin.begin(async (session) => {
      await session`select set_config('app.tenant_id', ${tea.id}, true), set_config('app.scopes', 'hr:all sales:all hr:figures', true)`
      await session.unsafe(`set local role aems_${domain}_app`)
      return session.unsafe(how?.sql ?? '')
    })
    expect(byHand.some((row) => Object.values(row).some((found) => found !== null && Number(found) === figure))).toBe(true)
  },
)

test('what can not be asked is refused with what would do', async () => {
  const message = async (query: object): Promise<string | undefined> =>
    (
      await graph.send(
        'query ($query: SalesMetricsQuery!) { salesMetrics(query: $query) { totals { value } } }',
        { query },
        { as: tea.owner },
      )
    ).errors[0]?.message
  const revenue = { metrics: ['NET_REVENUE'], period }
  expect(await message({ ...revenue, where: [{ dimension: 'PRODUCT', in: ['Ketle'] }] })).toMatch(
    /^There is no product “Ketle”\. The nearest are “Kettle”/,
  )
  expect(await message({ ...revenue, period: { from: period.to, to: period.from } })).toMatch(/2025-06-30.*2025-01-01/)
  expect(await message({ ...revenue, metrics: ['PIPELINE'], by: ['CATEGORY', 'CHANNEL'] })).toMatch(/PIPELINE|Pipeline/)
  expect(await message({ ...revenue, by: ['PRODUCT'], first: 1_000_000_000 })).toMatch(/1,?000,?000,?000/)
  const page = await graph.send('{ orders(first: 1000000000) { nodes { id } } }', {}, { as: tea.owner })
  expect(page.errors[0]?.message).toMatch(/1,000/)
})

test('what can not be done is refused with what would do', async () => {
  const id = async (list: string, where: string, name: string): Promise<string> => {
    const data = await graph.ask(`{ ${list} { nodes { id ${where} } } }`, {}, tea.owner)
    const { nodes } = z.object({ nodes: z.array(z.record(z.string(), z.string())) }).parse(data[list])
    return nodes.find((node) => node[where] === name)?.['id'] ?? ''
  }
  const refusal = async (operation: string, as = tea.owner): Promise<unknown> => {
    const data = await graph.ask(`mutation { done: ${operation} { __typename ... on UserError { message } } }`, {}, as)
    return z.object({ done: z.object({ message: z.string() }) }).parse(data).done.message
  }
  const kettle = await id('products', 'name', 'Kettle')
  const { warehouses } = await graph.ask('{ warehouses { id } }', {}, tea.owner)
  const [warehouse] = z.array(z.object({ id: z.string() })).parse(warehouses)
  expect(
    await refusal(
      `moveStock(input: { productId: "${kettle}", warehouseId: "${warehouse?.id}", kind: SCRAP, quantity: "100000" })`,
    ),
  ).toMatch(/Kettle|below zero|on hand/i)

  // Maria claimed it, and would approve it herself.
  const maria = await tea.member('owner')
  await graph.database.admin`update auth.memberships m set employee_id = e.id from hr.employees e
    where m.tenant_id = ${tea.id} and m.user_id = ${maria.id} and e.tenant_id = ${tea.id} and e.ref = 'E17'`
  const claim = await id('expenses', 'ref', 'EXP-2')
  expect(await refusal(`approveExpense(input: { expenseId: "${claim}" })`, maria)).toMatch(/your own/i)

  const { accounts } = await graph.ask('{ accounts { id type } }', {}, tea.owner)
  const [one, other] = z.array(z.object({ id: z.string() })).parse(accounts)
  await graph.ask('mutation { closeBooks(input: { closedTo: "2025-06-30" }) { __typename } }', {}, tea.owner)
  const lines = `[{ accountId: "${one?.id}", amount: "1" }, { accountId: "${other?.id}", amount: "1" }]`
  expect(await refusal(`postJournal(input: { postedOn: "2025-06-30", lines: ${lines} })`)).toBe(
    'The books are closed to 2025-06-30; post on a later day, or reopen them.',
  )
})
