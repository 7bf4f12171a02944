import type { Text } from '../language/text.ts'
import type { Said } from './grammar/said.ts'
import { type Mention, words } from './mentions.ts'
import type { Clock, Period } from './period.ts'
import { comparisonOf, inYearOf, joined, shifted } from './period.ts'

const rangeWords = /^(?:to|through|thru|until|till|up to|and|-|till the)(?: the)?$/
/** Words that speak of change: two periods beside them are held against each other. */
export const changing =
  /(?:^| )(?:grow|grew|growth|grown|increase[ds]?|increasing|change[ds]?|changing|rise|rose|fall|fell|drop(?:ped)?|decline[ds]?|decrease[ds]?|gain(?:ed)?|improve[ds]?|worsen(?:ed)?|shr[ai]nk|difference|differ|compare[ds]?|comparison|vs|versus|develop(?:ed)?)(?= |$)/

/** Joins `from A to B`, `A until B`, `between A and B` and marks `since A`; what is left stands alone. */
export function withRanges(text: Text, found: readonly Mention[], clock: Clock): Mention[] {
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
    [/(?:^| )(?:(?:since|starting|beginning)(?: in)?|from)$/, 'since'],
    [/(?:^| )(?:until|till|up to|through|as of|as at|by)$/, 'until'],
    [/(?:^| )before$/, 'before'],
    [/(?:^| )after$/, 'after'],
  ] as const
  const edge = edges.find(([pattern]) => pattern.test(lead))
  if (!edge || (edge[1] === 'since' && /from$/.test(lead) && changing.test(text.joined))) return mention
  const width = /(?: |^)(up to|as of|as at)$/.test(lead) || /(?:since|starting|beginning|from) in$/.test(lead) ? 2 : 1
  return { said: { kind: edge[1], period: mention.said.period }, from: mention.from - width, to: mention.to }
}

/** The days that a mention stands for; null where it names none. */
export function closed(said: Said, clock: Clock): Period | null {
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

/** In `Q1 and Q2 2013` both are of 2013. */
export function dated(found: readonly Mention[]): Mention[] {
  return found.map((mention, index) => {
    const next = found.slice(index + 1).find(({ said }) => said.kind === 'period')?.said
    if (mention.said.kind !== 'period' || !mention.said.yearless || next?.kind !== 'period' || next.yearless) return mention
    const isAlike = next.period.unit === mention.said.period.unit && next.period.unit !== 'YEAR'
    return isAlike ? { ...mention, said: { kind: 'period', period: inYearOf(mention.said.period, next.period) } } : mention
  })
}

/** `2025, first half`: a part of a year without its own takes the year that is named beside it. */
export function nested(found: readonly Mention[]): readonly Mention[] {
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
