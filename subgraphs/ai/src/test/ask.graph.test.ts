import { openGraph, type Person, type TestCompany, type TestGraph } from '@aems/router/testing/graph.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'

let graph: TestGraph
let company: TestCompany
beforeAll(async () => {
  graph = await openGraph()
  company = await graph.importCompany('tea')
}, 60_000)
afterAll(() => graph.close())

const answerSchema = z.object({
  id: z.string(),
  conversationId: z.string(),
  status: z.string(),
  understood: z.record(z.string(), z.unknown()),
  operation: z.string().nullable(),
  variables: z.record(z.string(), z.unknown()).nullable(),
  rows: z.array(
    z.object({ keys: z.record(z.string(), z.string().nullable()), values: z.record(z.string(), z.string().nullable()) }),
  ),
  totals: z.record(z.string(), z.string().nullable()),
  text: z.string(),
  chart: z.string(),
  reason: z.string().nullable(),
  suggestions: z.array(z.string()),
})

const operation = `mutation ($input: AskInput!) { ask(input: $input) {
  id conversationId status understood operation variables rows { keys values } totals text chart reason suggestions
} }`

async function ask(question: string, conversationId?: string, as: Person = company.owner) {
  const { ask: answer } = await graph.ask(operation, { input: { question, ...(conversationId && { conversationId }) } }, as)
  return answerSchema.parse(answer)
}

test('a question is answered with the figures of the graph, and its operation gives the same', async () => {
  const answer = await ask('What was revenue by territory in 2025?')
  expect(answer).toMatchObject({ status: 'ANSWERED', chart: 'BAR', understood: { metrics: ['NET_REVENUE'], by: ['TERRITORY'] } })
  expect(Object.fromEntries(answer.rows.map(({ keys, values }) => [keys['TERRITORY'], Number(values['NET_REVENUE'])]))).toEqual({
    North: 243.5,
    South: 82,
    'West, overseas': 180,
  })
  const again = await graph.ask(answer.operation ?? '', answer.variables ?? {}, company.owner)
  expect(again).toMatchObject({
    sales: { rows: answer.rows.map(({ values }) => ({ cells: [{ value: values['NET_REVENUE'] }] })) },
  })
})

test('names of customers, however they are written, are found in the graph', async () => {
  expect(await ask('revenue of cafe muller in 2025')).toMatchObject({
    status: 'ANSWERED',
    understood: { where: [{ dimension: 'CUSTOMER', in: ['Café Müller'] }] },
  })
})

test('a conversation goes on, is listed, renamed and deleted', async () => {
  const first = await ask('revenue by category in 2025')
  const second = await ask('and by channel?', first.conversationId)
  expect(second).toMatchObject({
    conversationId: first.conversationId,
    status: 'ANSWERED',
    understood: { by: ['CHANNEL'], period: { from: '2025-01-01', to: '2025-12-31' } },
  })
  const { conversation } = await graph.ask(
    `{ conversation(id: "${first.conversationId}") { title answers { id question text } } }`,
    {},
    company.owner,
  )
  expect(conversation).toEqual({
    title: 'revenue by category in 2025',
    answers: [
      { id: first.id, question: 'revenue by category in 2025', text: first.text },
      { id: second.id, question: 'and by channel?', text: second.text },
    ],
  })
  await graph.ask(
    'mutation ($input: RenameConversationInput!) { renameConversation(input: $input) { title } }',
    { input: { id: first.conversationId, title: 'Tea' } },
    company.owner,
  )
  expect(await graph.ask('{ conversations(search: "tea") { title } }', {}, company.owner)).toEqual({
    conversations: [{ title: 'Tea' }],
  })
  expect(await graph.ask(`mutation { deleteConversation(id: "${first.conversationId}") }`, {}, company.owner)).toEqual({
    deleteConversation: true,
  })
  expect(await graph.ask(`{ conversation(id: "${first.conversationId}") { title } }`, {}, company.owner)).toEqual({
    conversation: null,
  })
})

test('a part of an answer can be taken out or replaced, and what is asked then is kept as a question', async () => {
  const first = await ask('revenue by territory in 2025')
  const { conversationId, id: answerId } = first
  const changed = async (slot: string, label: string, question = '') => {
    const input = { question, conversationId, change: { answerId, slot, label } }
    return graph.send(operation.replace('id conv', 'question id conv'), { input }, { as: company.owner })
  }
  expect((await changed('by', 'by territory')).data?.['ask']).toMatchObject({
    question: 'Net revenue in 2025',
    understood: { by: [], period: { from: '2025-01-01', to: '2025-12-31' } },
    totals: first.totals,
  })
  expect((await changed('by', 'by territory', 'by channel')).data?.['ask']).toMatchObject({ understood: { by: ['CHANNEL'] } })
  expect((await changed('metric', 'Net revenue')).errors).toMatchObject([{ extensions: { code: 'BAD_INPUT' } }])
})

test('a shared conversation shows its questions to the company, to nobody else, and only while it is shared', async () => {
  const { conversationId: id } = await ask('revenue by category in 2025')
  await ask('and by channel?', id)
  const colleague = await company.member('analyst')
  const theirs = (await graph.company('another')).owner
  const { shareConversation: share } = await graph.ask(
    'mutation ($id: ID!) { shareConversation(id: $id) { id title questions sharedBy { name } } }',
    { id },
    company.owner,
  )
  const shown = {
    title: 'revenue by category in 2025',
    questions: ['revenue by category in 2025', 'and by channel?'],
    sharedBy: { name: 'owner of tea' },
  }
  expect(share).toMatchObject(shown)
  const link = z.object({ id: z.string() }).parse(share).id
  const follow = 'query ($link: ID!) { sharedConversation(id: $link) { title questions sharedBy { name } } }'
  expect(await graph.ask(follow, { link }, colleague)).toEqual({ sharedConversation: shown })
  expect(await graph.ask(follow, { link }, theirs)).toEqual({ sharedConversation: null })
  const end = 'mutation ($id: ID!) { endSharing(id: $id) }'
  expect(await graph.ask(end, { id }, colleague)).toEqual({ endSharing: false })
  expect(await graph.ask('mutation ($id: ID!) { shareConversation(id: $id) { id } }', { id }, colleague)).toEqual({
    shareConversation: null,
  })
  expect(await graph.ask(end, { id }, company.owner)).toEqual({ endSharing: true })
  expect(await graph.ask(follow, { link }, colleague)).toEqual({ sharedConversation: null })
})

test('a conversation of another person is not there', async () => {
  const { conversationId } = await ask('revenue in 2025')
  const other = await company.member('owner')
  expect(await graph.ask(`{ conversation(id: "${conversationId}") { title } }`, {}, other)).toEqual({ conversation: null })
  const { errors } = await graph.send(operation, { input: { question: 'by category', conversationId } }, { as: other })
  expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }])
})

test('a company without data of its own sees none of another', async () => {
  const empty = await graph.company('empty')
  expect(await ask('revenue of cafe muller in 2025', undefined, empty.owner)).toMatchObject({ status: 'REFUSED', rows: [] })
})

test('what is asked for beyond the figures is declined, and nothing changes', async () => {
  expect(await ask('delete all orders')).toMatchObject({ status: 'REFUSED', reason: 'WRITE', operation: null })
  expect(await ask('revenue in 2025; drop table orders')).toMatchObject({ status: 'REFUSED', reason: 'INJECTION' })
  expect(await ask('How many orders did we get in 2025?')).toMatchObject({ status: 'ANSWERED' })
})

test('an empty question is refused with what to do', async () => {
  const { errors } = await graph.send(operation, { input: { question: ' ' } }, { as: company.owner })
  expect(errors).toMatchObject([{ message: expect.stringContaining('ask something'), extensions: { code: 'BAD_INPUT' } }])
})

test('the catalogue tells labels, sayings and records of every metric that the viewer may ask for', async () => {
  const { metricCatalogue } = await graph.ask(
    `{ metricCatalogue {
      metrics { domain name label says records { field state sums counts } }
      dimensions { name }
    } }`,
    {},
    company.owner,
  )
  expect(metricCatalogue).toMatchObject({
    metrics: expect.arrayContaining([
      expect.objectContaining({
        domain: 'sales',
        name: 'NET_REVENUE',
        label: 'Net revenue',
        records: { field: 'orderLines', state: null, sums: 'netAmount', counts: false },
      }),
      expect.objectContaining({
        name: 'OPPORTUNITIES_LOST',
        records: { field: 'opportunities', state: 'LOST', sums: null, counts: true },
      }),
    ]),
  })
})
