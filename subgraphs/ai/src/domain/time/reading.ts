import type { Text } from '../language/text.ts'
import { tokensAt } from '../language/text.ts'
import { ranks } from '../language/words.ts'
import type { TimeUnit } from './calendar.ts'
import { addDays, daysBetween } from './calendar.ts'
import type { Said } from './mentions.ts'
import { inYearOf, saidAt } from './mentions.ts'
import type { Clock, Compare, Period } from './period.ts'
import { comparisonOf, joined, shifted } from './period.ts'

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

interface Mention {
  readonly said: Said
  readonly from: number
  readonly to: number
}

const comparing =
  /(?:^| )(?:vs|versus|against|over|than|relative to|compare|compared?(?: it| that| this| them)? (?:with|to|against)|comparison (?:with|to)|from|difference (?:to|from))(?: in| for| during)?(?: the| that of| those of| our)?$/
const heldAgainst =
  /(?:^| )(?:vs|versus|against|than|relative to|compare[ds]?(?: it| that| this| them)? (?:with|to|against)|comparison (?:with|to)|difference (?:to|from))(?: in| for| during)?(?: the| that of| those of| our)?$/
const rangeWords = /^(?:to|through|thru|until|till|up to|and|-|till the)(?: the)?$/
const changing =
  /(?:^| )(?:grow|grew|growth|grown|increase[ds]?|increasing|change[ds]?|changing|rise|rose|fall|fell|drop(?:ped)?|decline[ds]?|decrease[ds]?|gain(?:ed)?|improve[ds]?|worsen(?:ed)?|shr[ai]nk|difference|differ|compare[ds]?|comparison|vs|versus|develop(?:ed)?)(?= |$)/

function mentions(text: Text, clock: Clock, blocked: ReadonlySet<number>): Mention[] {
  const found: Mention[] = []
  for (let index = 0; index < text.tokens.length; ) {
    const start = text.offsets[index] ?? 0
    const hit = blocked.has(index) ? undefined : saidAt(text.joined, start, clock)
    const [from, to] = hit ? tokensAt(text, start, hit.end) : [index, index + 1]
    if (hit && isMeant(text, from, to) && ![...blocked].some((at) => at >= from && at < to)) {
      found.push({ said: hit.said, from, to })
      index = to
    } else index++
  }
  return found
}

/** `may` and `march` are months only where they look like one. */
function isMeant(text: Text, from: number, to: number): boolean {
  const first = text.tokens[from]
  if (/^(?:19|20)\d\d$/.test(first?.text ?? '') && to - from === 1 && isAmount(text, from)) return false
  if (to - from > 1 || !first || !/^(may|march|mar|jan|dec|sep|second|first|ever|now)$/.test(first.text)) return true
  // `Now by month` only begins to speak.
  if (first.text === 'now') return from > 0 || text.tokens.length === 1
  if (first.text === 'ever') return true
  const before = text.tokens[from - 1]?.text ?? ''
  return (
    /^(in|since|for|until|till|from|to|of|by|during|through|and|between|last|this|vs|versus|with|against)$/.test(before) ||
    (from > 0 && /^\p{Lu}/u.test(first.raw))
  )
}

/** `more than 2000 orders` counts; `over 2013` does not. */
const isAmount = (text: Text, at: number): boolean => /(?:^| )(?:than|at least|at most|exceeding)$/.test(words(text, at - 2, at))

const words = (text: Text, from: number, to: number): string =>
  text.tokens
    .slice(Math.max(0, from), to)
    .map((token) => token.text)
    .join(' ')

/** Joins `from A to B`, `A until B`, `between A and B` and marks `since A`; what is left stands alone. */
function withRanges(text: Text, found: readonly Mention[], clock: Clock): Mention[] {
  const out: Mention[] = []
  for (let index = 0; index < found.length; index++) {
    const first = found[index]
    const second = found[index + 1]
    if (!first) continue
    const lead = words(text, first.from - 2, first.from)
    if (first.said.kind === 'period' && second?.said.kind === 'period') {
      const between = words(text, first.to, second.from)
      const opens = /(?:^| )(?:from|between)$/.test(lead)
      const ranged = between === 'and' ? /(?:^| )between$/.test(lead) : rangeWords.test(between)
      if (ranged && !(opens && changing.test(text.joined) && comparable(first, second, clock))) {
        const start = first.said.yearless ? inYearOf(first.said.period, second.said.period) : first.said.period
        out.push({
          said: { kind: 'period', period: joined(start, second.said.period) },
          from: first.from - (opens ? 1 : 0),
          to: second.to,
        })
        index++
        continue
      }
    }
    out.push(bounded(text, first, lead))
  }
  return out
}

function comparable(first: Mention, second: Mention, clock: Clock): boolean {
  return (
    first.said.kind === 'period' &&
    second.said.kind === 'period' &&
    comparisonOf(second.said.period, first.said.period, clock) !== undefined
  )
}

function bounded(text: Text, mention: Mention, lead: string): Mention {
  if (mention.said.kind !== 'period') return mention
  const edges = [
    [/(?:^| )(?:since|starting|beginning|from)(?: in)?$/, 'since'],
    [/(?:^| )(?:until|till|up to|through|as of|as at|by)$/, 'until'],
    [/(?:^| )before$/, 'before'],
    [/(?:^| )after$/, 'after'],
  ] as const
  const edge = edges.find(([pattern]) => pattern.test(lead))
  if (!edge || (edge[1] === 'since' && /from$/.test(lead) && changing.test(text.joined))) return mention
  const width = /(?: |^)(up to|as of|as at)$/.test(lead) || /(?:since|starting|beginning|from) in$/.test(lead) ? 2 : 1
  return { said: { kind: edge[1], period: mention.said.period }, from: mention.from - width, to: mention.to }
}

function closed(said: Said, clock: Clock): Period | null {
  if (said.kind === 'period')
    return said.edge ? { ...said.period, from: null, unit: null, count: 0, words: said.period.words } : said.period
  if (said.kind === 'since')
    return { ...said.period, to: clock.asOf, unit: null, count: 0, toDate: null, words: `since ${said.period.words}` }
  if (said.kind === 'until')
    return { ...said.period, from: null, unit: null, count: 0, toDate: null, words: `until ${said.period.words}` }
  if (said.kind === 'before' && said.period.from)
    return {
      ...said.period,
      from: null,
      to: shifted({ ...said.period, to: said.period.from, unit: null }, 'DAY', -1).to,
      unit: null,
      count: 0,
      toDate: null,
      words: `before ${said.period.words}`,
    }
  if (said.kind === 'after' && said.period.to)
    return {
      ...said.period,
      from: shifted({ ...said.period, from: said.period.to, unit: null }, 'DAY', 1).from,
      to: clock.asOf,
      unit: null,
      count: 0,
      toDate: null,
      words: `after ${said.period.words}`,
    }
  return null
}

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
    else reading = withPeriod(reading, closed(said, clock), mention, text, clock)
  }
  return settled(reading)
}

/** In `Q1 and Q2 2013` both are of 2013. */
function dated(found: readonly Mention[]): Mention[] {
  return found.map((mention, index) => {
    const next = found.slice(index + 1).find(({ said }) => said.kind === 'period')?.said
    if (mention.said.kind !== 'period' || !mention.said.yearless || next?.kind !== 'period' || next.yearless) return mention
    const isAlike = next.period.unit === mention.said.period.unit && next.period.unit !== 'YEAR'
    return isAlike ? { ...mention, said: { kind: 'period', period: inYearOf(mention.said.period, next.period) } } : mention
  })
}

/** `2025, first half`: a part of a year without its own takes the year that is named beside it. */
function nested(found: readonly Mention[]): readonly Mention[] {
  const periods = found.filter(({ said }) => said.kind === 'period')
  const [first, second] = periods
  if (periods.length !== 2 || first?.said.kind !== 'period' || second?.said.kind !== 'period') return found
  const [part, year] = first.said.yearless ? [first.said, second.said] : [second.said, first.said]
  if (!part.yearless || year.yearless || year.period.unit !== 'YEAR' || year.period.count !== 1) return found
  const period = inYearOf(part.period, year.period)
  return found.map((mention) =>
    mention.said === part
      ? { ...mention, said: { kind: 'period', period } }
      : mention.said === year
        ? { ...mention, said: { kind: 'nothing' } }
        : mention,
  )
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
  /^(vs|versus|against|since|until|till|from|between|to|through|over|during|in|on|for|of|as|at|up|compared|compare|with|and|relative|the|that|same)$/

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
