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

const answer = z.looseObject({ id: z.string(), conversationId: z.string(), status: z.string(), text: z.string() })

async function ask(question: string, as: Person = company.owner, conversationId?: string) {
  const { ask: found } = await graph.ask(
    'mutation ($input: AskInput!) { ask(input: $input) { id conversationId status reason text understood verdict rows { keys } } }',
    { input: { question, ...(conversationId && { conversationId }) } },
    as,
  )
  return answer.parse(found)
}

const define = (words: string, means: string, as = company.owner) =>
  graph.send(
    `mutation ($input: DefineTermInput!) { defineTerm(input: $input) {
      __typename ... on TermDefined { term { id words means definedBy { name } } } ... on UserError { message path }
    } }`,
    { input: { words, means } },
    { as },
  )
const verify = (answerId: string, verdict: 'RIGHT' | 'WRONG', means?: string, as = company.owner) =>
  graph.send(
    `mutation ($input: VerifyAnswerInput!) { verifyAnswer(input: $input) {
      __typename ... on AnswerVerified { verified { question verdict means } } ... on UserError { message }
    } }`,
    { input: { answerId, verdict, ...(means && { means }) } },
    { as },
  )

test('a term holds at once, for everybody in the company and for nobody else', async () => {
  expect(await ask('revenue of the borderlands in 2025')).toMatchObject({ status: 'REFUSED' })
  expect((await define('borderlands', 'North and South')).data?.['defineTerm']).toMatchObject({
    __typename: 'TermDefined',
    term: { words: 'borderlands', definedBy: { name: 'owner of tea' } },
  })
  const colleague = await company.member('executive')
  const found = await ask('revenue of the borderlands by territory in 2025', colleague)
  expect(found).toMatchObject({ status: 'ANSWERED', understood: { where: [{ in: ['North', 'South'] }] } })
  expect(found.text).toContain('“borderlands” means North and South here')
  const stranger = await graph.importCompany('coffee')
  expect(await ask('revenue of the borderlands in 2025', stranger.owner)).toMatchObject({ status: 'REFUSED' })
  expect(await graph.ask('{ companyTerms { words means } }', {}, stranger.owner)).toEqual({ companyTerms: [] })
})

test('a word that means something, a meaning that nobody knows, and whoever may not teach, are refused', async () => {
  expect((await define('revenue', 'orders')).data?.['defineTerm']).toMatchObject({
    message: expect.stringContaining('means something already'),
  })
  expect((await define('zorps', 'the frobnicated quux')).data?.['defineTerm']).toMatchObject({
    message: expect.stringContaining('frobnicated'),
    path: ['input', 'means'],
  })
  const analyst = await company.member('analyst')
  expect((await define('zorps', 'orders', analyst)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
})

test('an answer marked right stays right: a term that it rests on is neither changed nor removed', async () => {
  const { data } = await define('flagship', 'North')
  const { id } = z.object({ defineTerm: z.object({ term: z.object({ id: z.string() }) }) }).parse(data).defineTerm.term
  const found = await ask('orders of the flagship in 2025')
  expect((await verify(found.id, 'RIGHT')).data?.['verifyAnswer']).toMatchObject({ __typename: 'AnswerVerified' })
  expect(await ask('orders of the flagship in 2025')).toMatchObject({ verdict: 'RIGHT' })
  const refused = { message: expect.stringContaining('“orders of the flagship in 2025”') }
  expect((await define('flagship', 'South')).data?.['defineTerm']).toMatchObject(refused)
  const remove = 'mutation ($id: ID!) { removeTerm(id: $id) { __typename ... on UserError { message } } }'
  expect(await graph.ask(remove, { id }, company.owner)).toMatchObject({ removeTerm: refused })
  // Once the question has been marked anew, the term is free.
  await verify(found.id, 'WRONG')
  expect(await graph.ask(remove, { id }, company.owner)).toMatchObject({ removeTerm: { __typename: 'TermRemoved' } })
})

test('an answer marked wrong is not given any more; with the right question, that one is answered instead', async () => {
  const found = await ask('sales in 2025')
  await verify(found.id, 'WRONG')
  expect(await ask('Sales in 2025?')).toMatchObject({ status: 'REFUSED', text: expect.stringContaining('marked wrong') })
  expect((await verify(found.id, 'WRONG', 'something nobody understands')).data?.['verifyAnswer']).toMatchObject({
    __typename: 'TeachingRefused',
  })
  await verify(found.id, 'WRONG', 'number of orders in 2025')
  expect(await ask('sales in 2025')).toMatchObject({ status: 'ANSWERED', understood: { metrics: ['ORDERS'] } })
  expect(await graph.ask('{ verifiedQuestions { question verdict means } }', {}, company.owner)).toMatchObject({
    verifiedQuestions: expect.arrayContaining([
      { question: 'sales in 2025', verdict: 'WRONG', means: 'number of orders in 2025' },
    ]),
  })
  // What builds on another question may mean something else.
  const first = await ask('revenue by territory in 2025')
  expect(await ask('sales in 2025', company.owner, first.conversationId)).not.toMatchObject({
    understood: { metrics: ['ORDERS'] },
  })
})

test('only an own answer can be marked', async () => {
  const { id } = await ask('orders in 2025')
  const other = await company.member('owner')
  expect((await verify(id, 'RIGHT', undefined, other)).data?.['verifyAnswer']).toMatchObject({
    message: 'You have no such answer.',
  })
})
