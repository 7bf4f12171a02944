import { expect, test } from 'vitest'
import { faultsOf } from '../data/figures.ts'
import { keptMemory, recalledMemory } from '../domain/memory.ts'
import { operationOf } from '../domain/operation.ts'
import { suggestionsFor } from '../domain/suggest.ts'
import { knowledgeOf, understoodIn } from './company.ts'

const questions = [
  'revenue by territory in 2023',
  'top 3 products by revenue in 2023 vs 2022',
  'customers with more than 20 orders',
  'what share of revenue came from lamps in 2023',
  'monthly orders since March excluding Canada',
  'how much is in the pipeline?',
]

const meaningOf = (question: string) => understoodIn(question).understanding.meaning

test.each(questions)('the operation for “%s” is one that the graph has', (question) => {
  expect(faultsOf(operationOf(meaningOf(question), '2024-05-15').text)).toEqual([])
})

test('the variables hold what was understood', () => {
  expect(operationOf(meaningOf('top 3 products by revenue in 2023 excluding lamps'), '2024-05-15').variables).toEqual({
    sales: {
      metrics: ['NET_REVENUE'],
      period: { from: '2023-01-01', to: '2023-12-31' },
      asOf: '2024-05-15',
      by: ['PRODUCT'],
      where: [{ dimension: 'CATEGORY', notIn: ['Lamps'] }],
      orderBy: { metric: 'NET_REVENUE', of: 'VALUE', direction: 'DESC' },
      first: 3,
    },
  })
})

test('a share asks for the part and, beside it, for the whole', () => {
  expect(operationOf(meaningOf('what share of revenue came from lamps in 2023'), '2024-05-15').variables).toMatchObject({
    sales: { where: [{ dimension: 'CATEGORY', in: ['Lamps'] }] },
    salesWhole: expect.not.objectContaining({ where: expect.anything() }),
  })
})

test.each(questions)('what is kept of “%s” is recalled as it was', (question) => {
  const knowledge = knowledgeOf()
  const { memory } = understoodIn(question, knowledge)
  if (!memory) throw new Error('Nothing was kept')
  const kept: ReturnType<typeof keptMemory> = JSON.parse(JSON.stringify(keptMemory(memory)))
  expect(recalledMemory(kept, knowledge.catalogue)).toEqual(memory)
})

test.each(questions)('what is suggested after “%s” is understood as a follow-up', (question) => {
  const knowledge = knowledgeOf()
  const suggestions = suggestionsFor(meaningOf(question), knowledge)
  expect(suggestions.length).toBeGreaterThan(0)
  for (const suggestion of suggestions)
    expect(understoodIn([question, suggestion], knowledge).understanding.status).toBe('understood')
})
