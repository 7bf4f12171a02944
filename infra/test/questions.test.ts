import { readFileSync } from 'node:fs'
import { understoodOf } from '@aems/ai/domain/contract.ts'
import { understoodIn } from '@aems/ai/test/company.ts'
import { catalogue } from '@aems/schema/catalogue.ts'
import { expect, test } from 'vitest'
import type { Answer } from '../assistant/answer.ts'
import { judge } from '../assistant/judge.ts'
import { chainOf, type Item, readItems } from '../assistant/questions.ts'

const items = readItems(readFileSync(new URL('questions.jsonl', import.meta.url), 'utf8'))
const byId = new Map(items.map((item) => [item.id, item]))
const company = { known: new Set(catalogue().metrics.map(({ name }) => name)), factless: new Set<string>() }

/** What the planner makes of a question of the made-up company, as an answer whose figures nobody asked for. */
function planned(item: Item): Answer {
  const { understanding } = understoodIn(chainOf(item, byId).map(({ question }) => question))
  const { status, meaning } = understanding
  return {
    id: item.id,
    conversationId: '',
    status: status === 'understood' ? 'answered' : status,
    understood: { ...understoodOf(meaning), intent: meaning.intent },
    chips: [],
    operation: null,
    variables: null,
    columns: [],
    rows: [],
    totals: {},
    text: status === 'understood' ? '' : understanding.text,
    chart: 'none',
    candidates: status === 'clarify' ? [...understanding.candidates] : [],
    reason: status === 'refused' ? understanding.reason : null,
    suggestions: [],
    planner: 'embedded',
    milliseconds: 0,
  }
}

test('two hundred questions in the words of many people are understood, or asked about, and hardly one is taken amiss', () => {
  const judged = items.map((item) => ({ question: item.question, ...judge(item, planned(item), company, item.asOf ?? '') }))
  const of = (...verdicts: readonly string[]) => judged.filter(({ verdict }) => verdicts.includes(verdict))
  const [wrong, missed] = [of('wrong', 'failed'), of('needless', 'outside')]
  expect(wrong.length / items.length, JSON.stringify(wrong, null, 1)).toBeLessThanOrEqual(0.01)
  expect(missed.length / items.length, JSON.stringify(missed, null, 1)).toBeLessThanOrEqual(0.03)
})
