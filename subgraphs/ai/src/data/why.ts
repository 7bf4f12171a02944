import type { GraphClient } from '@aems/kit/subgraph.ts'
import type { Dimension } from '@aems/schema/catalogue.ts'
import Big from 'big.js'
import type { Meaning } from '../domain/meaning.ts'
import { operationFor } from '../domain/operation.ts'
import type { Compare } from '../domain/time/period.ts'
import type { Knowledge } from '../domain/understand.ts'
import { whyOf } from '../domain/why/answer.ts'
import { probes, splitQuestions, type WhyPlan, whyPlan } from '../domain/why/plan.ts'
import { saidOfWhy } from '../domain/why/sentence.ts'
import { runFigures } from './figures.ts'
import { cant, type Told } from './told.ts'

/** Finds why a figure changed: who bears how much of it. @param large dimensions with too many members to be looked through. */
export async function explained(
  meaning: Meaning,
  knowledge: Knowledge,
  large: readonly Dimension[],
  graph: GraphClient,
): Promise<Told> {
  const plan = whyPlan(meaning, knowledge, large)
  if (!plan) return cant('No figure is named whose change could be explained.')
  const compare = meaning.compare ?? (await comparisonMeant(meaning, plan, knowledge, graph))
  const settled = { ...meaning, metrics: [plan.metric], compare }
  const operation = operationFor(splitQuestions(settled, plan, compare, knowledge))
  const ran = await runFigures(graph, operation)
  if ('forbidden' in ran) return { kind: 'refused', reason: 'forbidden', text: ran.forbidden, operation }
  if ('unavailable' in ran) return { kind: 'failed', text: ran.unavailable, operation }
  const why = whyOf(plan, ran.tables)
  if (!why) return cant(`${plan.metric.label} has no figure there, now or then, so there is no change to explain.`)
  return { kind: 'told', meaning: settled, operation, figures: why.figures, said: saidOfWhy(settled, why) }
}

/** Of the period before and the same days a year earlier, the first against which the figure moved as the question says it did. */
async function comparisonMeant(
  meaning: Meaning,
  { metric }: WhyPlan,
  knowledge: Knowledge,
  graph: GraphClient,
): Promise<Compare> {
  // What has only begun is held against as many days of the year before: those of the months before are other seasons.
  const tried: readonly Compare[] =
    meaning.period.toDate === null ? ['PREVIOUS_PERIOD', 'PREVIOUS_YEAR'] : ['PREVIOUS_YEAR', 'PREVIOUS_PERIOD']
  const ran = await runFigures(graph, operationFor(probes(meaning, metric, tried, knowledge)))
  if (!('tables' in ran)) return 'PREVIOUS_PERIOD'
  const changes = tried.map((compare) => ran.tables.get(compare.toLowerCase())?.totals[0]?.change ?? null)
  const isMeant = (change: string | null): boolean =>
    change !== null && !Big(change).eq(0) && (meaning.premise === null || Big(change).lt(0) === (meaning.premise === 'down'))
  const place = changes.findIndex(isMeant)
  return (
    tried[
      place >= 0
        ? place
        : Math.max(
            0,
            changes.findIndex((change) => change !== null),
          )
    ] ?? 'PREVIOUS_PERIOD'
  )
}
