import { openGraph, type Person, type TestCompany, type TestGraph } from '@aems/router/testing/graph.ts'
import { partsOf, sendStream } from '@aems/router/testing/stream.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'

let graph: TestGraph
let company: TestCompany
beforeAll(async () => {
  graph = await openGraph()
  company = await graph.importCompany('tea')
}, 60_000)
afterAll(() => graph.close())

const subscription = `subscription ($input: AskInput!) { answer(input: $input) {
  __typename
  ... on QuestionTaken { answerId conversationId }
  ... on QuestionUnderstood { chips { slot label } planner }
  ... on OperationPlanned { operation variables }
  ... on FiguresFound { columns { name } rows { keys values } totals explain { metric formula } }
  ... on WordsWritten { text }
  ... on ChartChosen { chart }
  ... on NextQuestionsFound { suggestions }
  ... on AnswerGiven { answer { ...Whole } }
  ... on ChoiceNeeded { answer { ...Whole } }
  ... on AnswerRefused { answer { ...Whole } }
} }
fragment Whole on Answer { id conversationId status reason text rows { keys values } candidates { name } askedBy { id name } }`

const event = z.looseObject({ __typename: z.string() })

async function send(question: string, as: Person = company.owner, conversationId?: string): Promise<Response> {
  const variables = { input: { question, ...(conversationId && { conversationId }) } }
  return sendStream({ url: graph.url, token: await as.token(), query: subscription, variables })
}

/** The events of an answer. @throws Error where one of them came with errors. */
async function stream(...asked: Parameters<typeof send>) {
  const events: z.infer<typeof event>[] = []
  for await (const { payload } of partsOf(await send(...asked))) {
    if (!payload) continue
    if (payload.errors) throw new Error(payload.errors.map(({ message }) => message).join('\n'))
    events.push(event.parse(payload.data?.['answer']))
  }
  return events
}

test('an answer comes part by part, in the order in which the parts come about, and is kept under the id that came first', async () => {
  const events = await stream('What was revenue by territory in 2025?')
  expect(events.map(({ __typename }) => __typename)).toEqual([
    'QuestionTaken',
    'QuestionUnderstood',
    'OperationPlanned',
    'FiguresFound',
    'WordsWritten',
    'ChartChosen',
    'NextQuestionsFound',
    'AnswerGiven',
  ])
  const [taken, , , figures, words, , , given] = events
  expect(given).toMatchObject({
    answer: {
      id: taken?.['answerId'],
      conversationId: taken?.['conversationId'],
      status: 'ANSWERED',
      text: words?.['text'],
      rows: figures?.['rows'],
      // The name is another subgraph's.
      askedBy: { id: company.owner.id, name: 'owner of tea' },
    },
  })
  const kept = await graph.ask(
    'query ($id: ID!) { conversation(id: $id) { answers { id text } } }',
    { id: taken?.['conversationId'] },
    company.owner,
  )
  expect(kept).toEqual({ conversation: { answers: [{ id: taken?.['answerId'], text: words?.['text'] }] } })
})

test('a question that can not be answered ends in why', async () => {
  const refused = await stream('delete all orders')
  expect(refused.at(-1)).toMatchObject({ __typename: 'AnswerRefused', answer: { reason: 'WRITE' } })
  const parts: unknown[] = []
  for await (const part of partsOf(await send('  '))) parts.push(part)
  expect(parts).toMatchObject([{ payload: { errors: [{ extensions: { code: 'BAD_INPUT' } }] } }])
})

test('whoever may not ask is refused like in a query, and a conversation of another person is not found', async () => {
  const { __typename: _, ...taken } = (await stream('revenue in 2025'))[0] ?? event.parse({})
  const parts: unknown[] = []
  for await (const part of partsOf(await send('by category', await company.member('owner'), String(taken['conversationId']))))
    parts.push(part)
  expect(parts).toMatchObject([{ payload: { errors: [{ extensions: { code: 'NOT_FOUND' } }] } }])
  const stranger = await sendStream({ url: graph.url, token: null, query: subscription, variables: { input: { question: 'x' } } })
  expect(stranger.status).toBe(401)
})

test('whoever goes away before the answer is whole leaves nothing behind', async () => {
  const leaving = new AbortController()
  const response = await sendStream({
    url: graph.url,
    token: await company.owner.token(),
    query: subscription,
    variables: { input: { question: 'orders by customer in 2025' } },
    signal: leaving.signal,
  })
  const parts = partsOf(response)
  const { value: first } = await parts.next()
  leaving.abort()
  const id = z.object({ answer: z.object({ conversationId: z.string() }) }).parse(first?.payload?.data).answer.conversationId
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(await graph.ask('query ($id: ID!) { conversation(id: $id) { id } }', { id }, company.owner)).toEqual({
    conversation: null,
  })
})
