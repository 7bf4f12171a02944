import { readFileSync } from 'node:fs'
import { openGraph, type TestGraph } from '@aems/router/testing/graph.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, ask } from '../assistant/answer.ts'
import { companyOf } from '../assistant/company.ts'
import { judge } from '../assistant/judge.ts'
import { chainOf, readItems } from '../assistant/questions.ts'
import type { RemoteGraph } from '../client/graph.ts'

let graph: TestGraph
let remote: RemoteGraph
beforeAll(async () => {
  graph = await openGraph()
  const company = await graph.importCompany('tea')
  remote = {
    url: graph.url,
    operatorKey: null,
    execute: async (operation, variables) => {
      const { data, errors } = await graph.send(operation, variables, { as: company.owner })
      return { data: data ?? null, errors: errors.map(({ message, extensions }) => ({ message, extensions })) }
    },
  }
}, 60_000)
afterAll(() => graph.close())

const company = new URL('../../drizzle/import/test/company/', import.meta.url)

test('the small company’s facts, asked in words, are answered right or not at all, and nearly all are answered', async () => {
  const has = await companyOf(remote)
  const items = readItems(readFileSync(new URL('facts.json', company), 'utf8'))
  const byId = new Map(items.map((item) => [item.id, item]))
  const judged: { id: string; question: string; verdict: string; faults: readonly string[] }[] = []
  for (const item of items) {
    let answer: Answer | null = null
    for (const { question } of chainOf(item, byId))
      answer = await ask(remote, { question, asOf: null, conversationId: answer?.conversationId ?? null })
    if (answer) judged.push({ id: item.id, question: item.question, ...judge(item, answer, has, '2025-06-30') })
  }
  expect(judged.filter(({ verdict }) => verdict === 'wrong' || verdict === 'failed')).toEqual([])
  const right = judged.filter(({ verdict }) => verdict === 'correct').length
  const needless = judged.filter(({ verdict }) => verdict === 'needless')
  expect(right / (right + needless.length), JSON.stringify(needless)).toBeGreaterThanOrEqual(0.97)
}, 60_000)
