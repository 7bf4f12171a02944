import type { Catalogue, Dimension, Metric } from '@aems/schema/catalogue.ts'
import { followed, isElliptical, isOutOfStep } from './follow.ts'
import { type Framing, framingOf } from './framing.ts'
import { isOutside, refusalOf, specialIntent } from './guard.ts'
import { readText } from './language/text.ts'
import { declaredFraction, type Facts } from './linking/choice.ts'
import type { MemberIndex } from './linking/members.ts'
import { said } from './linking/metrics.ts'
import type { Vocabulary } from './linking/vocabulary.ts'
import type { Meaning, Understanding } from './meaning.ts'
import { emptyMeaning, intentOf, meaningOf, type OwnMeaning, people } from './meaningOf.ts'
import { isPlanned, outlookOf, unforeseeable } from './outlook.ts'
import { type Reading, readQuestion } from './reading.ts'
import {
  cantForesee,
  clarifyMember,
  clarifyMetric,
  clarifyTied,
  forbidden,
  noData,
  outOfScope,
  refused,
  unreachable,
} from './replies.ts'
import { supposedAmiss, whatIfMeaning, whyMeaning } from './supposing.ts'
import type { Clock } from './time/period.ts'

/** What the planner knows while it reads a question. */
export interface Knowledge {
  /** Everything that the graph has, whoever asks. */
  readonly catalogue: Catalogue
  readonly vocabulary: Vocabulary
  /** Whether the asker may see a metric or a dimension. */
  readonly maySee: (item: Metric | Dimension) => boolean
  readonly members: MemberIndex
  readonly clock: Clock
  /** What the company has facts for; absent where that is not known. */
  readonly facts?: Facts
  /** Of the company's books, ISO 4217: amounts are in it, and in no other. */
  readonly currency?: string
}

/** What the conversation has come to. */
export interface Memory {
  readonly meaning: Meaning
  /** Words that were not understood: what builds on them can't be answered either. */
  readonly open: readonly string[]
  /** The metrics between which was asked; empty where nothing was. */
  readonly asked: readonly Metric[]
}

export interface Understood {
  readonly understanding: Understanding
  /** What a question that follows may build on. */
  readonly memory: Memory | null
  /** Metrics that the same words fit: which is meant depends on what the company has facts for. */
  readonly doubtful: readonly Metric[]
}

/**
 * Understands a question: which metrics, over which days, split, limited and ordered how; or asks, or declines.
 * Pure: the same question, knowledge and memory give the same outcome.
 */
export function understand(question: string, knowledge: Knowledge, memory: Memory | null): Understood {
  const framing = framingOf(question, knowledge, memory?.meaning ?? null)
  const reading = readQuestion(framing?.rest ?? question, knowledge, memory?.meaning ?? null, memory?.asked)
  const asked = framing ? readText(question.slice(0, 2000)) : reading.text
  const refusal = refusalOf(asked, memory !== null, knowledge.vocabulary)
  if (refusal) return { understanding: refused(emptyMeaning, refusal.reason, refusal.text), memory, doubtful: [] }
  const previous = memory && isElliptical(reading) ? memory : null
  const own = meaningOf(reading, knowledge)
  const meaning = previous ? listedAlone(followed(previous.meaning, own, reading, knowledge), own, reading) : own.meaning
  const special =
    framing?.intent ??
    intentSaid(reading) ??
    (reading.time.future && !isPlanned(meaning.metrics) ? 'forecast' : inherited(previous?.meaning.intent))
  const whole = special ? specially(special, meaning, framing, reading, knowledge) : withFraction(meaning, knowledge)
  const understanding =
    (special === 'whatif' ? supposedAmiss(question, whole, framing, reading, knowledge) : undefined) ??
    outcome(question, whole, reading, knowledge, previous)
  const { tied, apart, namesakes } = reading.choice
  const alike = meaning.metrics.flatMap((metric) => [
    ...(namesakes.get(metric) ?? []),
    ...(namesakes.has(metric) ? [metric] : []),
  ])
  return {
    understanding,
    memory: remembered(understanding, reading, memory, previous, knowledge),
    doubtful: [...(apart ? [] : tied), ...alike],
  }
}

/** `Which of their orders were above 50k?` lists orders, by whatever unit of time their number was shown before. */
function listedAlone(meaning: Meaning, own: OwnMeaning, reading: Reading): Meaning {
  const lists = asksForRecords(reading) && own.fills.has('metrics') && own.meaning.by.length === 0
  const { having, order, first } = own.meaning
  return lists ? { ...meaning, by: [], grain: null, compare: null, having, order, first } : meaning
}

const forecastWord = /^(?:forecast|predict|project|outlook|expect)/

/** The kind of answer that words ask for; a metric whose own name speaks of forecasts asks for no other. */
function intentSaid({ text, choice }: Reading): Meaning['intent'] | undefined {
  const intent = specialIntent(text)
  if (intent !== 'forecast') return intent
  const named = new Set(
    choice.hits.filter((hit) => hit.coverage >= said && choice.metrics.includes(hit.metric)).flatMap(({ tokens }) => tokens),
  )
  const words = text.tokens.flatMap((token, index) => (forecastWord.test(token.text) ? [index] : []))
  return words.length > 0 && words.every((index) => named.has(index)) ? undefined : intent
}

/** A quotient of two metrics that the catalogue declares as a metric is that one. */
function withFraction(meaning: Meaning, { catalogue }: Knowledge): Meaning {
  const [of, per] = meaning.metrics
  const declared = meaning.intent === 'quotient' && of && per ? declaredFraction(of, per, catalogue.metrics) : undefined
  return declared
    ? {
        ...meaning,
        metrics: [declared],
        order: meaning.order && { ...meaning.order, by: declared },
        intent: intentOf({ ...meaning, metrics: [declared] }, false, false),
      }
    : meaning
}

/** What a follow-up goes on asking. */
const inherited = (intent: Meaning['intent'] | undefined): Meaning['intent'] | undefined =>
  intent === 'why' || intent === 'forecast' ? intent : undefined

/** The meaning of a question for more than the figures themselves. */
function specially(
  intent: Meaning['intent'],
  meaning: Meaning,
  framing: Framing | null,
  reading: Reading,
  knowledge: Knowledge,
): Meaning {
  if (intent === 'forecast') return { ...outlookOf(meaning, reading, knowledge.clock), intent }
  if (intent === 'why') return whyMeaning({ ...meaning, premise: framing?.premise ?? meaning.premise }, reading, knowledge.clock)
  return intent === 'whatif'
    ? whatIfMeaning(meaning, framing, reading, knowledge)
    : withFraction({ ...meaning, intent }, knowledge)
}

function remembered(
  understanding: Understanding,
  reading: Reading,
  memory: Memory | null,
  previous: Memory | null,
  { catalogue }: Knowledge,
): Memory | null {
  if (understanding.status === 'understood') return { meaning: understanding.meaning, open: [], asked: [] }
  if (understanding.status === 'clarify') {
    const names = new Set(understanding.candidates.map(({ name }) => name))
    const asked = [...reading.choice.tied, ...reading.choice.near, ...catalogue.metrics].filter(({ name }) => names.has(name))
    return { meaning: understanding.meaning, open: [], asked: [...new Set(asked)] }
  }
  if (understanding.reason === 'out_of_scope') return memory
  return {
    meaning: understanding.meaning,
    asked: [],
    open: [...(previous?.open ?? []), ...reading.unexplained, ...(understanding.reason === 'forbidden' ? ['…'] : [])],
  }
}

function outcome(
  question: string,
  meaning: Meaning,
  reading: Reading,
  knowledge: Knowledge,
  previous: Memory | null,
): Understanding {
  const { text, choice } = reading
  if (isOutside(text) && meaning.metrics.length === 0) return outOfScope(meaning)
  if (isOutside(text) && reading.unexplained.length > 0) return outOfScope(meaning)
  const hidden = meaning.metrics.filter((metric) => !knowledge.maySee(metric))
  const hiddenSplit = [...meaning.by.filter((dimension) => !knowledge.maySee(dimension))]
  if (hidden.length > 0 || hiddenSplit.length > 0) return forbidden(meaning, [...hidden, ...hiddenSplit])
  const unforeseen = meaning.intent === 'forecast' ? unforeseeable(meaning) : []
  if (unforeseen.length > 0) return cantForesee(meaning, unforeseen)
  const unknown =
    meaning.intent === 'define'
      ? reading.unexplained.filter((word) => !/^(defin|calculat|comput|measur|formula|stand|explain|work|mean)/i.test(word))
      : reading.unexplained
  if (unknown.length > 0 && meaning.metrics.length === 0 && choice.near.length > 0 && isPartlySaid(reading))
    return clarifyMetric(question, meaning, reading, knowledge)
  if (unknown.length > 0) return noData(meaning, unknown, choice.near.length > 0 ? choice.near : meaning.metrics, knowledge)
  if (previous && previous.open.length > 0 && (choice.metrics.length === 0 || reading.slots.quotient))
    return noData(meaning, previous.open, [], knowledge)
  if (choice.tied.length > 1) return clarifyTied(question, meaning, choice.tied.filter(knowledge.maySee), reading)
  if (meaning.metrics.length === 0 && countsMembers(reading)) return noData(meaning, ['how many'], [], knowledge)
  if (meaning.metrics.length === 0) return clarifyMetric(question, meaning, reading, knowledge)
  if (
    reading.slots.quotient &&
    meaning.metrics.length < 2 &&
    meaning.intent !== 'share' &&
    meaning.metrics[0]?.unit !== 'RATIO'
  ) {
    return clarifyMetric(question, { ...meaning, metrics: [] }, reading, knowledge)
  }
  const isListed = asksForRecords(reading) && meaning.by.length === 0 && meaning.grain === null
  const who = isListed ? [] : askedWho(meaning, reading, knowledge)
  if (who.length > 1) return clarifyTied(question, meaning, who, reading)
  const isRankedList = isRankedByNothing(meaning, reading) && meaning.metrics.some((metric) => metric.unit === 'COUNT')
  if (meaning.first !== null && meaning.by.length > 1 && !areAlike(meaning, reading))
    return refused(meaning, 'no_data', noRankWithin, meaning.metrics)
  if (!isRankedList && isRankedByNothing(meaning, reading))
    return clarifyTied(
      question,
      meaning,
      knowledge.catalogue.dimensions
        .filter(
          (dimension) =>
            knowledge.maySee(dimension) &&
            meaning.metrics.every((metric) => metric.domain === dimension.domain && metric.dimensions.includes(dimension.name)),
        )
        .slice(0, 6),
      reading,
    )
  if (reading.tiedDimensions.length > 1)
    return clarifyTied(question, meaning, reading.tiedDimensions.filter(knowledge.maySee), reading)
  if (reading.filtering.tied.length > 1) return clarifyMember(question, meaning, reading)
  const short = unreachable(meaning, knowledge)
  if (short) return short
  if (reading.time.recurring) return refused(meaning, 'no_data', noRecurring, meaning.metrics)
  if (!previous && isBareComparison(reading))
    return refused(
      meaning,
      'no_data',
      'Say which days you mean, or what to compare: the same period last year of what?',
      meaning.metrics,
    )
  if (reading.time.incomparable || (previous && isOutOfStep(previous.meaning, reading, knowledge.clock)))
    return refused(
      meaning,
      'no_data',
      'I can hold a period against the one before it or against the same days a year earlier, not yet against any other.',
    )
  const isBounded = meaning.having.length > 0 && meaning.by.length === 0 && meaning.grain === null
  if (isListed || isRankedList || isBounded) return recordsAsked(meaning, reading)
  return { status: 'understood', meaning, notes: reading.notes }
}

/** `who …` without a split: everyone whom it may mean. */
function askedWho(meaning: Meaning, { text, splits }: Reading, knowledge: Knowledge): readonly Dimension[] {
  if (meaning.by.length > 0 || splits.length > 0 || !/^(?:and |so |ok )*who(?:se)? /.test(text.joined)) return []
  return people(meaning.metrics, knowledge)
}

/** A superlative with nothing to rank. */
const isRankedByNothing = (meaning: Meaning, { slots }: Reading): boolean =>
  slots.ranking !== null && meaning.order !== null && meaning.by.length === 0 && meaning.grain === null

/** A list of single records, of one figure that has such behind it. */
function recordsAsked(meaning: Meaning, { text, slots }: Reading): Understanding {
  const [metric, ...others] = meaning.metrics
  const isAge = slots.bounds.some(({ to }) => /^(day|week|month|quarter|year|hour)s?$/.test(text.tokens[to]?.text ?? ''))
  if (!metric || others.length > 0 || metric.records === null || isAge || meaning.compare !== null || meaning.part !== null)
    return refused(meaning, 'no_data', noRecords, meaning.metrics)
  return { status: 'understood', meaning: { ...meaning, intent: 'list', records: true }, notes: [] }
}

const noRecords = 'I can’t list single records by that; I can show the figure by customer, product, month and so on.'

const noRankWithin = 'I can’t rank within each of several groups yet; I can rank over all of them, or within one that you name.'

/** Splits that are listed together, `per segment and country`, are ranked together. */
const areAlike = (meaning: Meaning, { splits }: Reading): boolean =>
  meaning.first !== 1 && splits.length === meaning.by.length && splits.every(({ hit }) => hit.introducedBy === 'split')

const noRecurring =
  'I can’t take the same part of several years together yet; I can show each by itself, or the whole of every year.'

/** `Revenue same quarter last year` names no quarter, and holds nothing against it. */
const isBareComparison = ({ time, text }: Reading): boolean =>
  time.compare !== null &&
  time.period === null &&
  /(?<![^ ])(same|corresponding|equivalent)(?![^ ])/.test(text.joined) &&
  !/(?<![^ ])(vs|versus|against|compare[ds]?|comparison|than|changed?|gr[eo]w|growth)(?![^ ])/.test(text.joined)

/** All that is not understood belongs to one metric's name, which is said in part. */
const isPartlySaid = ({ open, choice, unexplained }: Reading): boolean =>
  unexplained.length === open.size && choice.partial.some((tokens) => [...open].every((index) => tokens.includes(index)))

/** `how many sales people`: a count of members, which no metric gives. */
const countsMembers = (reading: Reading): boolean =>
  /(?<![^ ])(?:how many|number of|count of) /.test(reading.text.joined) && reading.choice.near.length === 0

/** `Which orders …`, `list the open incidents`: single records, not figures. `Who left` lists people where people are counted. */
function asksForRecords(reading: Reading): boolean {
  const { text, choice, splits, time, slots } = reading
  const first = choice.hits[0]
  if (first?.metric.unit !== 'COUNT' || splits.length > 0 || time.grain !== null || slots.share) return false
  const lead = text.tokens.slice(0, Math.min(...first.tokens)).map((token) => token.text)
  const words = '(?: (?:of|our|the|their|those|these|all|me|us|my|single|individual))*'
  return new RegExp(
    `^(?:(?:and|so|ok|please|can you|could you) )*(?:which|list|(?:what|which) are(?: the| our)|name|enumerate|(?:show|give)(?: me| us)?(?: all)? (?:the|all|our)(?= ?$)|(?:show|give) me(?: a)? list of|list of|details of)${words}$`,
  ).test(lead.join(' '))
}
