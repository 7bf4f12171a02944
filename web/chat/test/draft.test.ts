import { expect, test } from 'vitest'
import type { Answer } from '../answer.ts'
import { emptyDraft, grown, isWhole, stepsOf } from '../draft.ts'
import { canGo, insteadOf, otherSplits } from '../instead.ts'

test('an answer grows with each event, and the last one is all of it', () => {
  const taken = grown(emptyDraft('revenue'), { __typename: 'QuestionTaken', answerId: 'a', conversationId: 'c' })
  expect(stepsOf(taken)).toEqual({ done: [], now: 'Understanding' })
  const planned = grown(taken, { __typename: 'OperationPlanned', operation: 'query { x }', variables: {} })
  expect(stepsOf(planned)).toEqual({ done: ['Operation'], now: 'Asking the graph' })
  const first = grown(planned, { __typename: 'WordsWritten', text: 'Revenue: 3.' })
  const second = grown(first, { __typename: 'WordsWritten', text: '(So far.)' })
  expect(second).toMatchObject({ id: 'a', conversationId: 'c', question: 'revenue', text: 'Revenue: 3. (So far.)' })
  const whole: Answer = { ...second, text: 'Revenue: 3.' }
  const last = { __typename: 'AnswerGiven', answer: whole } as const
  expect(grown(second, last)).toBe(whole)
  expect([isWhole(last), isWhole({ __typename: 'WordsWritten', text: '' })]).toEqual([true, false])
})

test('a filter can be turned round, a period replaced by another, and an only metric can not go', () => {
  expect(insteadOf({ slot: 'where', label: 'Bikes' })).toEqual(['without Bikes'])
  expect(insteadOf({ slot: 'where', label: 'without Bikes' })).toEqual(['only Bikes'])
  expect(insteadOf({ slot: 'period', label: 'last year (2025)' })).not.toContain('last year')
  const chips = [{ slot: 'metric', label: 'Orders' }]
  expect(canGo({ ...emptyDraft(''), chips }, { slot: 'metric', label: 'Orders' })).toBe(false)
})

test('splits are offered that all metrics have and the answer is not split by', () => {
  const catalogue = {
    metrics: [
      { name: 'ORDERS', domain: 'sales', dimensions: ['TERRITORY', 'CHANNEL', 'PRODUCT'] },
      { name: 'STOCK', domain: 'products', dimensions: ['CHANNEL', 'PRODUCT'] },
    ],
    dimensions: [
      { name: 'TERRITORY', domain: 'sales', label: 'Territory' },
      { name: 'CHANNEL', domain: 'sales', label: 'Channel' },
      { name: 'PRODUCT', domain: 'sales', label: 'Product' },
    ],
  }
  const answer = { ...emptyDraft(''), understood: { metrics: ['ORDERS', 'STOCK'], by: ['CHANNEL'] } }
  expect(otherSplits(answer, catalogue)).toEqual(['product'])
  expect(otherSplits(answer, null)).toEqual([])
})
