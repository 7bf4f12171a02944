import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openGraph, type Person, type TestGraph } from '../testing/graph.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openGraph()
})
afterAll(() => graph?.close())

const push = `mutation Push($input: ImportRowsInput!) {
  importRows(input: $input) {
    ... on Import { id status counts { file added } faults { row column message } }
    ... on UserError { message }
  }
}`

const customers = (count: number, name = 'Customer') => ({
  file: 'customers.csv',
  rows: Array.from({ length: count }, (_, index) => ({
    ref: `C-${index}`,
    name: `${name} ${index}`,
    kind: 'company',
    segment: 'Industry and commerce',
    industry: 'Mechanical engineering',
    country_code: 'DE',
    city: 'Freiburg im Breisgau',
  })),
})

const importSchema = z.object({
  id: z.string(),
  status: z.string(),
  counts: z.array(z.object({ file: z.string(), added: z.number() })),
})

/** Pushes, and asks how it is going until it has ended, as a partner's tool would. */
async function pushed(input: unknown, as: Person) {
  let { importRows: record } = z.object({ importRows: importSchema }).parse(await graph.ask(push, { input }, as))
  while (record.status === 'RUNNING') {
    await delay(200)
    const operation = `{ import(id: "${record.id}") { id status counts { file added } } }`
    record = z.object({ import: importSchema }).parse(await graph.ask(operation, {}, as)).import
  }
  return record
}

test('10,000 rows are pushed in one request of more than a megabyte', async () => {
  const { owner } = await graph.company('partnered')
  const input = { files: [customers(10_000)] }
  expect(JSON.stringify(input).length).toBeGreaterThan(1_500_000)
  expect(await pushed(input, owner)).toMatchObject({ status: 'DONE', counts: [{ file: 'customers.csv', added: 10_000 }] })
  expect(await graph.ask('{ customers(first: 1) { totalCount } }', {}, owner)).toEqual({ customers: { totalCount: 10_000 } })
})

test('a row more than 10,000 is refused with what to do', async () => {
  const { owner } = await graph.company('partnered')
  const { importRows } = await graph.ask(push, { input: { files: [customers(10_001)] } }, owner)
  expect(importRows).toEqual({ message: 'A push has 10,000 rows at most; send the others in another.' })
})

test('a request of more than 256 KiB is taken from those who may import, for importRows alone, up to 4 MiB', async () => {
  const company = await graph.company('partnered')
  const input = { files: [customers(2_000)], dryRun: true }
  const refusal = async (operation: string, variables: Readonly<Record<string, unknown>>, as: Person | null = company.owner) => {
    const { status, errors } = await graph.send(operation, variables, { as })
    return [status, errors[0]?.message]
  }
  const small = [413, 'A request may have 256 KiB at most.']
  expect(await refusal(push, { input }, null)).toEqual(small)
  expect(await refusal(push, { input }, await company.member('analyst'))).toEqual(small)

  const beside = expect.stringMatching(/^A request may have 256 KiB at most\. Only one that asks for importRows and nothing else/)
  const twice = push.replace('importRows', 'again: importRows(input: $input) { __typename } importRows')
  const hidden = `${push} query Other { me { roles } }`
  const written = push.replace('importRows', `# ${'x'.repeat(300_000)}\n importRows`)
  for (const operation of ['query ($input: JSON) { __typename }', twice, hidden, written]) {
    expect(await refusal(operation, { input })).toEqual([413, beside])
  }
  const larger = { input: { files: [customers(10_000, 'x'.repeat(400))] } }
  expect(await refusal(push, larger)).toEqual([
    413,
    'A request may have 4096 KiB at most. Push the rows in several, those first that others refer to.',
  ])
})
