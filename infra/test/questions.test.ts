import { readFileSync } from 'node:fs'
import { understoodOf } from '@aems/ai/domain/contract.ts'
import type { Knowledge } from '@aems/ai/domain/understand.ts'
import { understoodIn } from '@aems/ai/test/company.ts'
import { catalogue } from '@aems/schema/catalogue.ts'
import { expect, test } from 'vitest'
import type { Answer } from '../assistant/answer.ts'
import { judge } from '../assistant/judge.ts'
import { chainOf, type Item, readItems } from '../assistant/questions.ts'
import { scrambled } from './scrambled.ts'

const items = readItems(readFileSync(new URL('questions.jsonl', import.meta.url), 'utf8'))
const byId = new Map(items.map((item) => [item.id, item]))
const company = { known: new Set(catalogue().metrics.map(({ name }) => name)), factless: new Set<string>() }

/** What the planner makes of a question of the made-up company, as an answer whose figures nobody asked for. */
function planned(item: Item, text = (question: string) => question, knowledge?: Knowledge): Answer {
  const { understanding } = understoodIn(
    chainOf(item, byId).map(({ question }) => text(question)),
    knowledge,
  )
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

/** What is expected, as the scrambled company calls its members and figures. */
function expecting(item: Item, { text, name }: Pick<ReturnType<typeof scrambled>, 'text' | 'name'>): Item {
  if (item.figures !== null) return item
  const names = (some: string): string => some.split('|').map(name).join('|')
  return {
    ...item,
    wanted: item.wanted.map((wanted) => ({
      ...wanted,
      having: wanted.having.map((bound) => ({ ...bound, metric: names(bound.metric) })),
      sort: wanted.sort && { ...wanted.sort, by: names(wanted.sort.by) },
      metrics: wanted.metrics.map((metric) => ({
        ...metric,
        name: names(metric.name),
        filters: metric.filters.map((filter) => ({ ...filter, in: filter.in?.map(text), notIn: filter.notIn?.map(text) })),
      })),
    })),
  }
}

test('with all names and words of the catalogue replaced at random, as many are understood: nothing is fitted to one company', () => {
  // Statements have names of their own everywhere, and what is misspelt is spelt otherwise there.
  const asked = items.filter(
    ({ kind, question }) => kind !== 'refuse' && kind !== 'clarify' && !/P&L|statement|pipline|wich/.test(question),
  )
  const rate = (verdicts: readonly string[]): number => verdicts.filter((verdict) => verdict === 'correct').length / asked.length
  const plain = rate(asked.map((item) => judge(item, planned(item), company, item.asOf ?? '').verdict))
  for (const seed of [1, 2]) {
    const { text, name, knowledge } = scrambled(seed)
    const renamed = { ...company, known: new Set(knowledge.catalogue.metrics.map((metric) => metric.name)) }
    const judged = asked.map((item) => ({
      question: text(item.question),
      ...judge(expecting(item, { text, name }), planned(item, text, knowledge), renamed, item.asOf ?? ''),
    }))
    const missed = judged.filter(({ verdict }) => verdict !== 'correct')
    expect(rate(judged.map(({ verdict }) => verdict)), JSON.stringify(missed, null, 1)).toBeGreaterThanOrEqual(plain - 0.02)
  }
})
