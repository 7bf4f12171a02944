import type { Text } from '../language/text.ts'
import { ranks } from '../language/words.ts'
import type { TimeUnit } from './calendar.ts'
import { addDays, daysBetween } from './calendar.ts'
import type { Said } from './grammar/said.ts'
import { type Mention, mentions, words } from './mentions.ts'
import type { Clock, Compare, Period } from './period.ts'
import { comparisonOf, joined } from './period.ts'
import { changing, closed, dated, nested, withRanges } from './ranges.ts'

/** What a question says about time. */
export interface TimeReading {
  readonly period: Period | null
  /** "The year before" of whatever was spoken of. */
  readonly shift: Extract<Said, { kind: 'shift' }> | null
  readonly compare: Compare | null
  /** The period held against, where no comparison of the graph is meant by it yet: the base is not known. */
  readonly against: Period | null
  /** Two periods that the graph cannot hold against each other. */
  readonly incomparable: boolean
  /** The same part of each of several years: `Q1 each year`. */
  readonly recurring: boolean
  readonly grain: TimeUnit | 'AUTO' | null
  /** The grain is what is ranked: `which month`. */
  readonly picks: boolean
  readonly future: Period | null
  /** Tokens that speak of time. */
  readonly used: ReadonlySet<number>
}

const comparing =
  /(?:^| )(?:vs|versus|against|over|than|(?:up|down|better|worse|higher|lower) (?:on|from)|ahead of|behind|relative to|compare|compared?(?: it| that| this| them)? (?:with|to|against)|comparison (?:with|to)|from|difference (?:to|from))(?: in| for| during)?(?: the| that of| those of| our)?$/
const heldAgainst =
  /(?:^| )(?:vs|versus|against|than|(?:up|down|better|worse|higher|lower) on|ahead of|behind|relative to|compare[ds]?(?: it| that| this| them)? (?:with|to|against)|comparison (?:with|to)|difference (?:to|from))(?: in| for| during)?(?: the| that of| those of| our)?$/

/**
 * Reads everything that a question says about time.
 * @param blocked tokens that belong to a member's name.
 */
export function readTime(text: Text, clock: Clock, blocked: ReadonlySet<number>): TimeReading {
  const found = nested(withRanges(text, dated(mentions(text, clock, blocked)), clock))
  let reading: TimeReading = {
    period: null,
    shift: null,
    compare: null,
    against: null,
    incomparable: false,
    recurring: false,
    grain: null,
    picks: false,
    future: null,
    used: usedBy(found, text),
  }
  for (const mention of found) {
    const { said } = mention
    if (said.kind === 'grain')
      reading = {
        ...reading,
        grain: said.unit === 'AUTO' ? (reading.grain ?? 'AUTO') : said.unit,
        picks: reading.picks || said.picks === true,
      }
    else if (said.kind === 'compare')
      reading = { ...reading, compare: said.compare, grain: reading.grain ?? overMany(said.unit, found) }
    else if (said.kind === 'future') reading = { ...reading, future: said.period }
    else if (said.kind === 'shift')
      reading = shiftedFrom(reading, said, heldAgainst.test(words(text, mention.from - 5, mention.from)))
    else {
      reading = withPeriod(reading, closed(said, clock), mention, text, clock)
      if (said.kind === 'period' && said.each) reading = { ...reading, grain: said.each }
    }
  }
  return settled(reading)
}

/** `QoQ` over several quarters is a course over them, each held against the one before. */
function overMany(unit: string | null, found: readonly Mention[]): TimeUnit | null {
  if (unit !== 'QUARTER' && unit !== 'MONTH' && unit !== 'WEEK' && unit !== 'YEAR') return null
  const period = found
    .map((mention) => closed(mention.said, { asOf: '9999-12-31', fiscalStart: 1 }))
    .find((candidate) => candidate !== null)
  const length = { YEAR: 367, QUARTER: 93, MONTH: 32, WEEK: 8 }[unit]
  if (!period || period.from === null) return null
  const days = period.to === null || period.to > '9000' ? Number.POSITIVE_INFINITY : daysBetween(period.from, period.to)
  return days > length ? unit : null
}

function shiftedFrom(reading: TimeReading, said: Extract<Said, { kind: 'shift' }>, held: boolean): TimeReading {
  if (!reading.period && !(held && said.count === -1)) return { ...reading, shift: said }
  const compare = said.unit === 'YEAR' || said.unit === 'FISCAL_YEAR' ? 'PREVIOUS_YEAR' : 'PREVIOUS_PERIOD'
  return said.count === -1 ? { ...reading, compare } : { ...reading, shift: said, incomparable: true }
}

function withPeriod(reading: TimeReading, period: Period | null, mention: Mention, text: Text, clock: Clock): TimeReading {
  if (!period) return reading
  const held = comparing.test(words(text, mention.from - 5, mention.from))
  if (!reading.period && reading.against) {
    const compare = comparisonOf(period, reading.against, clock)
    return compare ? { ...reading, period, compare, against: null } : { ...reading, period, incomparable: true }
  }
  if (!reading.period)
    return heldAgainst.test(words(text, mention.from - 5, mention.from))
      ? { ...reading, against: period }
      : { ...reading, period }
  const main = reading.period
  const areNeighbours =
    main.to !== null &&
    period.to !== null &&
    [addDays(main.to, 1), addDays(period.to, 1)].some((next) => next === main.from || next === period.from)
  if (!held && !changing.test(text.joined) && (areNeighbours || !comparisonOf(later(main, period), earlier(main, period), clock)))
    return {
      ...reading,
      period: joined(earlier(main, period), later(main, period)),
      grain: reading.grain ?? sameUnit(main, period),
    }
  if (
    held &&
    /^(?:the )?(?:previous|prior|preceding) \w+$/.test(period.words) &&
    main.unit !== null &&
    main.unit === period.unit
  ) {
    return { ...reading, compare: main.unit === 'YEAR' || main.unit === 'FISCAL_YEAR' ? 'PREVIOUS_YEAR' : 'PREVIOUS_PERIOD' }
  }
  const [recent, past] = held && comparisonOf(main, period, clock) ? [main, period] : [later(main, period), earlier(main, period)]
  const compare = comparisonOf(recent, past, clock)
  return compare ? { ...reading, period: recent, compare } : { ...reading, period: recent, against: past, incomparable: true }
}

const later = (a: Period, b: Period): Period => ((a.from ?? '') >= (b.from ?? '') ? a : b)
const earlier = (a: Period, b: Period): Period => (later(a, b) === a ? b : a)

function sameUnit(a: Period, b: Period): TimeUnit | null {
  return a.unit !== null && a.unit === b.unit && a.unit !== 'HALF' && a.unit !== 'FISCAL_HALF' ? a.unit : null
}

/** A grain as long as the period splits nothing: `annual revenue 2013` is one figure. */
function settled(reading: TimeReading): TimeReading {
  const { period, grain } = reading
  if (
    period &&
    grain &&
    !reading.picks &&
    period.count === 1 &&
    (grain === period.unit || (grain === 'YEAR' && period.unit === 'FISCAL_YEAR'))
  )
    return { ...reading, grain: null }
  const years = grain === 'YEAR' || grain === 'FISCAL_YEAR'
  const isPart = period?.unit != null && period.count === 1 && /QUARTER|MONTH|HALF|WEEK|DAY/.test(period.unit)
  return years && isPart && !reading.picks ? { ...reading, recurring: true } : reading
}

const attached =
  /^(vs|versus|against|since|until|till|from|between|to|over|during|in|on|for|of|as|at|up|compared|compare|with|and|relative|the|that|same)$/

/** The words of time and the small words that tie them in. */
function usedBy(found: readonly Mention[], text: Text): Set<number> {
  const used = new Set<number>()
  for (const { said, from, to } of found) {
    // The superlative and the number in `best 3 months` rank; only the unit speaks of time.
    const picks = said.kind === 'grain' && said.picks === true
    for (let index = from; index < to; index++) {
      const token = text.tokens[index]
      if (!(picks && token && (ranks.has(token.text) || token.number !== null))) used.add(index)
    }
    if (picks) continue
    for (let index = from - 1; index >= 0 && attached.test(text.tokens[index]?.text ?? ''); index--) used.add(index)
  }
  return used
}
