import type { Metric } from '@aems/schema/catalogue.ts'
import { fractionOf } from './linking/choice.ts'
import type { Filter, Meaning } from './meaning.ts'
import { intentOf, type OwnMeaning, orderOf, thresholds } from './meaningOf.ts'
import type { Reading } from './reading.ts'
import type { Ranking } from './slots.ts'
import { type Clock, comparisonOf, isEverything, shifted } from './time/period.ts'
import { currentAfter, grainFor } from './timing.ts'
import type { Knowledge } from './understand.ts'

const opening =
  /^(?:ok(?:ay)? |please |now |then |and |but |so |yes |no |well )*(?:and|but|or|same|what about|how about|only|just|also|plus|make|instead|as|per|by|without|excluding|except|show (?:it|that|this|them|me that)|split (?:it|that|this)|break (?:it|that|this)|compare (?:it|that|this|with|to)|i mean|rather|add|drop|remove|again|the same|with|for|in|vs|versus|against|top|bottom|how does (?:that|this|it)|which of (?:those|these|them|the)|of (?:those|these|that))(?![^ ])/
const pointing = /^(?:that|those|these|them|their|theirs|its?)$/
const possessive = /^(?:their|theirs|its)$/
/** Verbs before which `that` is no demonstrative. */
const relative = /^(?:were|was|are|is|have|has|had|we|did|do)$/
const verbs = /(?<![^ ])(is|are|was|were|did|do|does|had|has|have|show|give|list|how|what|which|who|where|when)(?![^ ])/

const additive = /(?<![^ ])(same|instead|too|also|of which|as well|in addition)(?![^ ])/
const polite = '(?:ok(?:ay)? |please |now |then |yes |no |well )*'
/** Openings that a complete question can have as well. */
const fresh = new RegExp(`^${polite}(?:top|bottom|in|for|with|by|per|which)(?![^ ])`)

/** Whether a question builds on the one before it. One that is complete in itself inherits nothing. */
export function isElliptical(reading: Reading): boolean {
  const { text, choice, time, splits, filtering } = reading
  if (choice.metrics.length === 0) return true
  const outward = pointsOutward(reading)
  if (!outward && isWhole(reading)) return false
  if (opening.test(text.joined)) return outward || !fresh.test(text.joined)
  if (outward) return true
  const bare =
    !verbs.test(text.joined) &&
    time.period === null &&
    time.grain === null &&
    splits.length === 0 &&
    filtering.filters.length === 0
  return bare && reading.slots.ranking === null
}

/** Whether a question says all of figure, days and split itself: then nothing is left to inherit, however it begins. */
function isWhole({ time, splits }: Reading): boolean {
  return time.period !== null && splits.length > 0 && time.shift === null && time.against === null
}

/**
 * Whether a word of a question points at what was spoken of before. One after a split of the question's own points at that:
 * `which reps beat their quota`, `products that sold best`.
 */
function pointsOutward({ text, splits }: Reading): boolean {
  if (additive.test(text.joined)) return true
  return text.tokens.some(({ text: word }, index) => {
    if (!pointing.test(word)) return false
    const next = text.tokens[index + 1]?.text ?? ''
    if (word === 'that' && relative.test(next)) return false
    const inward = possessive.test(word)
      ? splits.some(({ hit }) => hit.to <= index)
      : word === 'that' && splits.some(({ hit }) => hit.to === index)
    return !inward
  })
}

/** The meaning of a follow-up: what it says itself, and of the question before it all that it does not replace. */
export function followed(before: Meaning, own: OwnMeaning, reading: Reading, { clock, catalogue }: Knowledge): Meaning {
  const { meaning, fills } = own
  const metrics = metricsAfter(before, own, reading, catalogue.metrics)
  const timed = timingAfter(before, own, reading, clock)
  const by = splitAfter(before, own, reading)
  const where = filtersAfter(before, own, reading)
  const replaced = fills.has('metrics') && metrics[0] !== before.metrics[0]
  const lead = metrics[0]
  const kept =
    before.order && lead && (replaced || !metrics.includes(before.order.by)) ? { ...before.order, by: lead } : before.order
  const ranking = reading.slots.ranking
  const directed = ranking && lead ? orderAfter(before, own, lead, ranking, timed.compare !== null) : kept
  const order =
    by.length === 0 && timed.grain === null
      ? null
      : directed && directed.of !== 'value' && timed.compare === null
        ? { ...directed, of: 'value' as const }
        : directed
  const splitReplaced = fills.has('by') && !fills.has('order')
  const first = fills.has('first') ? meaning.first : order === null || (splitReplaced && before.first === 1) ? null : before.first
  const bounded = thresholds(reading, metrics)
  const having = bounded.length > 0 ? bounded : replaced || by.length === 0 ? [] : before.having
  const share = fills.has('share') || (before.intent === 'share' && !replaced)
  const part =
    meaning.part ??
    (share && before.part !== null && where.some((filter) => filter.dimension === before.part) ? before.part : null)
  const whole: Meaning = {
    ...meaning,
    metrics,
    ...timed,
    by,
    where,
    having,
    order,
    first,
    part,
    premise: meaning.premise ?? (before.intent === 'why' ? before.premise : null),
    entity: having.length > 0 ? (by[0]?.entity ?? by[0]?.label ?? null) : null,
  }
  return { ...whole, intent: intentOf(whole, share, reading.slots.quotient || (before.intent === 'quotient' && !replaced)) }
}

function metricsAfter(
  before: Meaning,
  { meaning, fills }: OwnMeaning,
  { text, slots }: Reading,
  metrics: readonly Metric[],
): Meaning['metrics'] {
  if (!fills.has('metrics')) {
    const inPercent = /(?<![^ ])(?:in|as an?) (?:%|pct|percent|percentage)(?![^ ])/.test(text.joined)
    return inPercent ? before.metrics.map((metric) => fractionOf(metric, metrics) ?? metric) : before.metrics
  }
  const adds = /(?<![^ ])(also|too|add|plus|as well|in addition|next to (?:it|that))(?![^ ])/.test(text.joined) || slots.quotient
  return adds ? [...new Set([...before.metrics, ...meaning.metrics])].slice(0, 12) : meaning.metrics
}

function orderAfter(
  before: Meaning,
  { meaning, fills }: OwnMeaning,
  lead: Meaning['metrics'][number],
  ranking: Ranking,
  compared: boolean,
): Meaning['order'] {
  if (meaning.order && fills.has('metrics')) return meaning.order
  return ranking.end === 'any' && before.order ? before.order : orderOf(ranking, lead, compared)
}

function timingAfter(
  before: Meaning,
  { meaning, fills }: OwnMeaning,
  reading: Reading,
  clock: Clock,
): Pick<Meaning, 'period' | 'periodNamed' | 'grain' | 'compare'> {
  const { time } = reading
  let { period, periodNamed } = fills.has('period') && time.period ? meaning : before
  let compare = fills.has('compare') && time.compare ? time.compare : before.compare
  const holds = /(?<![^ ])(compare|compared|comparison|vs|versus|against|change|changed|differ|difference|than)(?![^ ])/.test(
    reading.text.joined,
  )
  if (time.shift) {
    if (holds && time.shift.count === -1) compare = time.shift.unit === 'YEAR' ? 'PREVIOUS_YEAR' : 'PREVIOUS_PERIOD'
    else if (!isEverything(period)) period = shifted(period, time.shift.unit ?? period.unit ?? 'YEAR', time.shift.count)
  } else if (time.against && !time.period) {
    if (isEverything(before.period)) period = currentAfter(time.against, clock)
    compare = heldAgainst(period, time.against, clock) ?? compare
    periodNamed = true
  }
  if (reading.slots.change && !time.period && compare === null && !time.grain) compare = 'PREVIOUS_YEAR'
  // Members that are ranked anew are ranked as a whole, not month by month.
  const ranked = reading.splits.length > 0 && reading.slots.ranking !== null && !adding.test(reading.text.joined)
  const kept = ranked ? null : before.grain
  const grain =
    time.grain === 'AUTO' ? grainFor(period) : (time.grain ?? (fills.has('grain') && time.period ? meaning.grain : kept))
  return { period, periodNamed, grain, compare }
}

/** What a period named on its own is to the one spoken of; `the previous quarter` counts from that one. */
function heldAgainst(period: Meaning['period'], against: Meaning['period'], clock: Clock): Meaning['compare'] | undefined {
  const counts =
    /^(?:the )?(?:previous|prior|preceding) \w+$/.test(against.words) && period.unit !== null && period.unit === against.unit
  return counts ? (period.unit === 'YEAR' ? 'PREVIOUS_YEAR' : 'PREVIOUS_PERIOD') : comparisonOf(period, against, clock)
}

const length: Readonly<Record<string, number>> = {
  DAY: 1,
  WEEK: 7,
  MONTH: 30,
  QUARTER: 91,
  FISCAL_QUARTER: 91,
  HALF: 182,
  FISCAL_HALF: 182,
  YEAR: 365,
  FISCAL_YEAR: 365,
}

/** Whether a follow-up names a time that nothing in what was spoken of can be held against. */
export function isOutOfStep(before: Meaning, { time }: Reading, clock: Clock): boolean {
  const { period } = before
  if (time.shift?.unit && period.unit) return (length[time.shift.unit] ?? 0) < (length[period.unit] ?? 0) * period.count
  return (
    time.against !== null &&
    time.period === null &&
    !isEverything(period) &&
    heldAgainst(period, time.against, clock) === undefined
  )
}

const adding = /(?<![^ ])(also|too|additionally|as well|in addition|add|further|on top|both)(?![^ ])/

function splitAfter(before: Meaning, { meaning, fills }: OwnMeaning, reading: Reading): Meaning['by'] {
  const { text, dropped, time } = reading
  const instead = /(?<![^ ])instead(?![^ ])/.test(text.joined)
  if (
    /^(?:and |just |only |now |what is |as )*(?:the |a |one )*(?:total|overall|sum|single figure|grand total)(?: overall| only)?$/.test(
      text.joined,
    )
  )
    return []
  if (!fills.has('by')) {
    if (time.grain && instead && dropped.length === 0) return []
    return before.by.filter((dimension) => !dropped.includes(dimension.name))
  }
  // Members that are merely listed limit what is split already.
  if (reading.splits.length === 0 && reading.filtering.apart.length === 0 && (before.by.length > 0 || before.grain))
    return before.by
  const added = adding.test(text.joined) || reading.filtering.apart.length > 0
  const kept = added ? before.by.filter((dimension) => !dropped.includes(dimension.name)) : []
  return [...kept, ...meaning.by.filter((dimension) => !kept.some((known) => known.name === dimension.name))].slice(0, 4)
}

function filtersAfter(before: Meaning, { meaning }: OwnMeaning, { text, splits }: Reading): Filter[] {
  const adds = adding.test(text.joined)
  const freed = new Set(splits.filter(({ hit }) => hit.introducedBy === 'all').map(({ dimension }) => dimension.name))
  const own = meaning.where.map((filter) => {
    const known = adds
      ? before.where.find((other) => other.dimension === filter.dimension && other.not === filter.not)
      : undefined
    return known
      ? {
          ...filter,
          members: [
            ...known.members,
            ...filter.members.filter((member) => !known.members.some((other) => other.value === member.value)),
          ],
        }
      : filter
  })
  const kept = before.where.filter(
    (filter) =>
      !freed.has(filter.dimension) &&
      !own.some((other) => other.dimension === filter.dimension && (other.not === filter.not || adds || !other.not)),
  )
  return [...kept, ...own]
}
