import { openGraph, type TestCompany, type TestGraph } from '@aems/router/testing/graph.ts'
import Big from 'big.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'

let graph: TestGraph
let company: TestCompany
beforeAll(async () => {
  graph = await openGraph()
  company = await graph.importCompany('tea')
}, 60_000)
afterAll(() => graph.close())

const values = z.record(z.string(), z.string().nullable())
const answerSchema = z.object({
  status: z.string(),
  understood: z.record(z.string(), z.unknown()),
  rows: z.array(z.object({ keys: values, values, previous: values.nullable(), change: values.nullable() })),
  totals: values,
  text: z.string(),
})

async function ask(question: string) {
  const { ask: answer } = await graph.ask(
    'mutation ($input: AskInput!) { ask(input: $input) { status understood rows { keys values previous change } totals text } }',
    { input: { question } },
    company.owner,
  )
  return answerSchema.parse(answer)
}

const sum = (figures: readonly (string | null | undefined)[]) =>
  figures.reduce((total, figure) => total.plus(figure ?? 0), Big(0))

test('why a figure changed is told member by member, to the cent, and by price, volume and mix', async () => {
  const answer = await ask('why did revenue change in Q2 2025 by territory, compared with Q1 2025?')
  expect(answer).toMatchObject({ status: 'ANSWERED', understood: { intent: 'why', metrics: ['NET_REVENUE'], by: ['TERRITORY'] } })
  const then = sum(answer.rows.map(({ previous }) => previous?.['NET_REVENUE']))
  const now = sum(answer.rows.map(({ values: of }) => of['NET_REVENUE']))
  expect(answer.rows.length).toBeGreaterThan(1)
  expect(sum(answer.rows.map(({ values: of }) => of['contribution'])).toFixed()).toBe(now.minus(then).toFixed())
  const { price, volume, mix } = answer.totals
  expect(sum([price, volume, mix]).minus(now.minus(then)).abs().toNumber()).toBeLessThan(1e-9)
  expect(answer.text).toMatch(/By territory, most of it is/)
})

test('the change of a margin is split over members too, and over profit and revenue', async () => {
  const answer = await ask('why did gross margin change in Q2 2025 by category, compared with Q1 2025?')
  expect(answer).toMatchObject({ status: 'ANSWERED', understood: { intent: 'why', metrics: ['GROSS_MARGIN'] } })
  const { numerator, denominator } = answer.totals
  expect(answer.rows).toHaveLength(3)
  const contributions = sum(answer.rows.map(({ values: of }) => of['contribution']))
  expect(
    contributions
      .minus(sum([numerator, denominator]))
      .abs()
      .toNumber(),
  ).toBeLessThan(1e-9)
})

test('what is supposed is worked out beside the figures as they are', async () => {
  const [plain, supposed] = [await ask('revenue in 2025'), await ask('what would revenue in 2025 be if prices were 10 % lower?')]
  expect(supposed).toMatchObject({ status: 'ANSWERED', understood: { intent: 'whatif' } })
  const [row] = supposed.rows
  expect(row?.previous?.['NET_REVENUE']).toBe(plain.totals['NET_REVENUE'])
  expect(Number(row?.values['NET_REVENUE'])).toBeCloseTo(Number(plain.totals['NET_REVENUE']) * 0.9, 6)
})

test('without the biggest of them, the figure is that of all others', async () => {
  const ranked = await ask('revenue by territory in 2025')
  const biggest = ranked.rows.map(({ values: of }) => Number(of['NET_REVENUE'])).toSorted((a, b) => b - a)[0] ?? 0
  const answer = await ask('revenue in 2025 without our biggest territory')
  expect(answer).toMatchObject({ status: 'ANSWERED', understood: { intent: 'whatif', where: [{ notIn: ['North'] }] } })
  expect(Number(answer.totals['NET_REVENUE'])).toBeCloseTo(Number(ranked.totals['NET_REVENUE']) - biggest, 6)
})

test('the records behind a figure are listed, those alone that meet a bound', async () => {
  const all = await ask('list the orders of 2025')
  expect(all).toMatchObject({ status: 'ANSWERED', understood: { intent: 'list', entity: 'Order' } })
  const amounts = all.rows.map(({ values: of }) => Number(of['NET_AMOUNT']))
  const some = await ask('orders above 100 in 2025')
  expect(some.rows.map(({ values: of }) => Number(of['NET_AMOUNT'])).toSorted()).toEqual(
    amounts.filter((one) => one > 100).toSorted(),
  )
  expect(some.rows.every(({ keys }) => keys['REF'] !== null)).toBe(true)
})
