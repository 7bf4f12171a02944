import type { Metric } from '@aems/schema/catalogue.ts'
import type { Framing } from './framing.ts'
import type { Assumption, Meaning, Understanding } from './meaning.ts'
import type { Reading } from './reading.ts'
import { clarifyTied, noData, unsupposed } from './replies.ts'
import { type Clock, isEverything, type Period } from './time/period.ts'
import { toDate } from './timing.ts'
import type { Knowledge } from './understand.ts'

/**
 * A question for the cause of a change: one figure, two spans of days. What is held against what is left open where the
 * question does not say: the figures tell then.
 */
export function whyMeaning(meaning: Meaning, { time, choice }: Reading, clock: Clock): Meaning {
  const isNamed = time.compare !== null || time.against !== null || time.shift !== null || choice.budget === true
  const named = isEverything(meaning.period) || (meaning.period.from === null && !meaning.periodNamed)
  const period: Period = named ? toDate(clock) : meaning.period
  return {
    ...meaning,
    intent: 'why',
    period,
    periodNamed: meaning.periodNamed || named,
    grain: null,
    compare: isNamed ? (meaning.compare ?? 'PREVIOUS_PERIOD') : named ? 'PREVIOUS_YEAR' : null,
    order: null,
    first: null,
    having: [],
    entity: null,
    part: null,
  }
}

/** A question that supposes something: of the figure that it asks for, else of what people look at first. */
export function whatIfMeaning(meaning: Meaning, framing: Framing | null, { time }: Reading, knowledge: Knowledge): Meaning {
  const { metrics } = knowledge.catalogue
  const assumption = framing?.assumption ? inDomainOf(framing.assumption, meaning.metrics, knowledge) : null
  const driver =
    assumption?.kind === 'change'
      ? metrics.find(({ domain, name }) => domain === assumption.domain && name === assumption.metric)
      : undefined
  const leaves = assumption?.kind === 'without' || assumption?.kind === 'withoutNamed'
  const wanted = assumption?.kind === 'without' ? [assumption.dimension] : meaning.where.map(({ dimension }) => dimension)
  const headline = metrics.find(
    (metric) =>
      metric.unit === 'MONEY' &&
      metric.adds === 'ALWAYS' &&
      knowledge.maySee(metric) &&
      wanted.every((name) => metric.dimensions.includes(name)),
  )
  const own = meaning.metrics.length > 0 ? meaning.metrics : leaves && headline ? [headline] : driver ? [driver] : []
  const asOf = own.some((metric) => metric.asOf) || driver?.asOf === true
  const period: Period =
    isEverything(meaning.period) && time.period === null && asOf
      ? { from: null, to: knowledge.clock.asOf, unit: null, count: 0, toDate: null, words: `on ${knowledge.clock.asOf}` }
      : meaning.period
  return {
    ...meaning,
    metrics: own,
    intent: 'whatif',
    period,
    by: [],
    grain: null,
    compare: null,
    order: null,
    first: null,
    having: [],
    entity: null,
    part: null,
    assumption,
  }
}

/** What several domains call by one name is that of the domain whose figures are asked for: profit follows the ledger's revenue. */
function inDomainOf(assumption: Assumption, asked: readonly Metric[], { catalogue, vocabulary }: Knowledge): Assumption {
  const [lead] = asked
  if (assumption.kind !== 'change' || !lead || lead.domain === assumption.domain) return assumption
  const driver = catalogue.metrics.find(({ domain, name }) => domain === assumption.domain && name === assumption.metric)
  const other = driver && vocabulary.namesakes.get(driver)?.find(({ domain }) => domain === lead.domain)
  return other ? { ...assumption, domain: other.domain, metric: other.name, label: other.label } : assumption
}

/** What keeps an assumption from being worked with; undefined where nothing does. */
export function supposedAmiss(
  question: string,
  meaning: Meaning,
  framing: Framing | null,
  reading: Reading,
  knowledge: Knowledge,
): Understanding | undefined {
  if (framing && framing.tied.length > 1) return clarifyTied(question, meaning, framing.tied.filter(knowledge.maySee), reading)
  if (framing && framing.unexplained.length > 0) return noData(meaning, framing.unexplained, [], knowledge)
  if (meaning.assumption === null) return unsupposed(meaning, [])
  if (meaning.assumption.kind === 'withoutNamed' && !meaning.where.some(({ not }) => not))
    return unsupposed(meaning, reading.unexplained)
  return undefined
}
