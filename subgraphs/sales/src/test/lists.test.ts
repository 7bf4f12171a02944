import { afterAll, beforeAll, expect, test } from 'vitest'
import { importedSales } from './imported.ts'

let sales: Awaited<ReturnType<typeof importedSales>>
beforeAll(async () => {
  sales = await importedSales()
})
afterAll(() => sales.drop())

interface Cell {
  readonly value: string | null
}
interface Table {
  readonly salesMetrics: { readonly totals: readonly Cell[]; readonly rows: readonly { readonly cells: readonly Cell[] }[] }
}

const year = { from: '2025-01-01', to: '2025-12-31' }

const figure = async (query: Record<string, unknown>) => {
  const { salesMetrics } = await sales.ask<Table>(
    'query ($query: SalesMetricsQuery!) { salesMetrics(query: $query) { totals { value } rows { cells { value } } } }',
    { query },
  )
  return Number(salesMetrics.totals[0]?.value)
}

test('revenue by territory, with its total', async () => {
  const { salesMetrics } = await sales.ask<Record<string, unknown>>(
    `{ salesMetrics(query: { metrics: [NET_REVENUE], by: [TERRITORY], period: { from: "2025-01-01", to: "2025-12-31" } }) {
      rowCount totals { value } rows { keys { dimension value label } cells { metric value } } } }`,
  )
  const row = (value: string, revenue: string) => ({
    keys: [{ dimension: 'TERRITORY', value, label: value }],
    cells: [{ metric: 'NET_REVENUE', value: revenue }],
  })
  expect(salesMetrics).toEqual({
    rowCount: 3,
    totals: [{ value: '505.5' }],
    rows: [row('North', '243.5'), row('South', '82'), row('West, overseas', '180')],
  })
})

interface Row {
  readonly id: string
  readonly amount: string | null
}

/** Every row of a list, page after page of two; each once. */
async function rowsOf(field: string, type: string, input: Record<string, unknown>): Promise<Row[]> {
  const rows: Row[] = []
  let after: string | null = null
  do {
    const list: Record<string, { nodes: Row[]; pageInfo: { hasNextPage: boolean; endCursor: string } }> = await sales.ask(
      `query ($where: [SalesCondition!], $period: PeriodInput, $after: String${type}) {
          ${field}(where: $where, period: $period, after: $after, first: 2${type === '' ? '' : ', state: $state'}) {
            nodes { id amount } pageInfo { hasNextPage endCursor } } }`,
      { ...input, after },
    )
    const page = list[field]
    rows.push(...(page?.nodes ?? []))
    after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
  } while (after !== null)
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  return rows
}

const sum = (values: readonly (string | null | undefined)[]): number =>
  values.reduce((total, value) => total + Number(value ?? 0), 0)

test('opportunities are as many as the figure of their state says, and sum to it', async () => {
  for (const [state, metric] of [
    ['OPEN', 'OPEN_OPPORTUNITIES'],
    ['WON', 'OPPORTUNITIES_WON'],
    ['LOST', 'OPPORTUNITIES_LOST'],
  ]) {
    for (const where of [[], [{ dimension: 'TERRITORY', in: ['West, overseas'] }], [{ dimension: 'CATEGORY', in: ['Ware'] }]]) {
      const found = await rowsOf('opportunities', ', $state: OpportunityState', { where, period: year, state })
      expect(found).toHaveLength(await figure({ metrics: [metric], where, period: year }))
    }
  }
  const open = await rowsOf('opportunities', ', $state: OpportunityState', { period: year, state: 'OPEN' })
  expect(sum(open.map(({ amount }) => amount))).toBe(await figure({ metrics: ['PIPELINE'], period: year }))
})

test('targets that lie in the period sum to the quota', async () => {
  const targets = await rowsOf('salesTargets', '', { period: { from: '2025-01-01', to: '2025-12-31' } })
  expect(sum(targets.map(({ amount }) => amount))).toBeCloseTo(await figure({ metrics: ['QUOTA'], period: year }))
})

test('customers are found by words of the name or the start of the code, whatever their case and accents', async () => {
  const names = async (search: string) => {
    const { customers } = await sales.ask<{ customers: { totalCount: number; nodes: { name: string }[] } }>(
      'query ($search: String) { customers(search: $search) { totalCount nodes { name } } }',
      { search },
    )
    expect(customers.totalCount).toBe(customers.nodes.length)
    return customers.nodes.map(({ name }) => name)
  }
  expect(await names('anna')).toEqual(['Anna Berg', 'Anna Berg'])
  expect(await names('cafe mull')).toEqual(['Café Müller'])
  expect(await names('MÜLLER')).toEqual(['Café Müller'])
  expect(await names('c4')).toEqual(['Tea "House" Ltd'])
  expect(await names('%')).toEqual([])
})

test('customers by their own territory, and by what they ordered', async () => {
  const names = async (where: Record<string, unknown>[]) => {
    const { customers } = await sales.ask<{ customers: { nodes: { name: string }[] } }>(
      'query ($where: [SalesCondition!]) { customers(where: $where) { nodes { name } } }',
      { where },
    )
    return customers.nodes.map(({ name }) => name.split('\r')[0])
  }
  expect(await names([{ dimension: 'TERRITORY', in: ['South'] }])).toEqual(['Anna Berg', 'Silent GmbH'])
  expect(await names([{ dimension: 'CATEGORY', in: ['Ware'] }])).toEqual(['Anna Berg', 'Café Müller', 'Tea "House" Ltd'])
})

test('a list is read in either direction of its order, absent amounts last', async () => {
  const { opportunities } = await sales.ask<{ opportunities: { nodes: { ref: string }[] } }>(
    '{ opportunities { nodes { ref } } }',
  )
  expect(opportunities.nodes.map(({ ref }) => ref)).toEqual(['D1', 'D5', 'D3', 'D2', 'D4'])
  const { orders } = await sales.ask<{ orders: { nodes: { ref: string }[] } }>(
    '{ orders(orderBy: ORDERED_ON_ASC, first: 2) { nodes { ref } } }',
  )
  expect(orders.nodes.map(({ ref }) => ref)).toEqual(['O-1', 'O-2'])
})

test('a page that cannot be given is refused in words', async () => {
  expect(await sales.refusal('{ orders(first: 0) { nodes { id } } }')).toBe('first is 0; a page has from 1 to 1,000 rows.')
  expect(await sales.refusal('{ orders(first: 1001) { nodes { id } } }')).toBe('first is 1,001; a page has from 1 to 1,000 rows.')
  expect(await sales.refusal('{ orders(after: "x") { nodes { id } } }')).toMatch(/is not a cursor of this list in this order/)
  expect(await sales.refusal('{ orders(where: [{ dimension: STAGE, in: ["won"] }]) { nodes { id } } }')).toMatch(
    /^Orders can't be limited to STAGE/,
  )
  expect(await sales.refusal('{ orders(where: [{ dimension: TERRITORY, in: ["Nort"] }]) { nodes { id } } }')).toMatch(/“North”/)
})

test('nobody reads anything without signing in', async () => {
  const { errors } = await sales.run('{ territories { name } }', {}, null)
  expect(errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED')
})
