import type { Meaning } from './meaning.ts'
import type { Knowledge } from './understand.ts'
import { understand } from './understand.ts'

/**
 * What to ask next. Each is planned as a follow-up before it is offered, and offered only where the planner understands
 * it and it changes the question.
 */
export function suggestionsFor(meaning: Meaning, knowledge: Knowledge): string[] {
  const [lead] = meaning.metrics
  if (!lead) return []
  const splits = lead.dimensions
    .filter(
      (name) =>
        !meaning.by.some((dimension) => dimension.name === name) && !meaning.where.some((filter) => filter.dimension === name),
    )
    .flatMap(
      (name) =>
        knowledge.catalogue.dimensions.find((dimension) => dimension.name === name && dimension.domain === lead.domain) ?? [],
    )
    .filter(knowledge.maySee)
  const ideas = [
    meaning.compare === null && meaning.period.from !== null && 'compared with a year earlier',
    ...splits.slice(0, 2).map(({ label }) => `by ${label.toLowerCase()}`),
    meaning.grain === null && !lead.asOf && 'by month',
    ...splits.slice(2, 4).map(({ label }) => `by ${label.toLowerCase()}`),
  ].filter((idea) => idea !== false)
  const useful = (idea: string): boolean => {
    const { understanding } = understand(idea, knowledge, { meaning, open: [], asked: [] })
    return understanding.status === 'understood' && JSON.stringify(understanding.meaning) !== JSON.stringify(meaning)
  }
  return ideas.filter(useful).slice(0, 3)
}
