import type { Metric } from '@aems/schema/catalogue.ts'
import Big from 'big.js'
import { identitiesOf } from '../identities.ts'
import { readNumber } from '../language/numbers.ts'
import { type Text, textWithout, tokensAt } from '../language/text.ts'
import { bad, good, least, most } from '../language/words.ts'
import { choose } from '../linking/choice.ts'
import { dimensionHits } from '../linking/dimensions.ts'
import { type MetricHit, metricHits } from '../linking/metrics.ts'
import { contentOf } from '../linking/vocabulary.ts'
import type { Assumption, Meaning } from '../meaning.ts'
import type { Knowledge } from '../understand.ts'

/** What a question supposes, and which of its words say so. */
export interface Supposed {
  readonly assumption: Assumption | null
  /** The question without these words. */
  readonly rest: string
  readonly tied: readonly Metric[]
  readonly unexplained: readonly string[]
}

const opening =
  '(?:(?:and |but |so )?(?:what if|what happens if|what would happen if|what happens when|if|suppose|supposing|assuming|assume|imagine|let us say|lets say|say|provided|given)(?: that)?)'
const up =
  '(?:rose|rises?|risen|increase[sd]?|grew|grows?|grown|goes up|go up|went up|climb(?:s|ed)?|improve[sd]?|jump(?:s|ed)?|gain(?:s|ed)?)'
const down =
  '(?:fell|falls?|fallen|drop(?:s|ped)?|decrease[sd]?|decline[sd]?|shrank|shrinks?|shrunk|goes down|go down|went down|slip(?:s|ped)?|worsen(?:s|ed)?)'
const raise = '(?:raise[sd]?|increase[sd]?|grew|grow|lift(?:ed)?|boost(?:ed)?|improve[sd]?|expand(?:ed)?|put up)'
const lower = '(?:cut|cuts|reduce[sd]?|lower(?:ed|s)?|drop(?:ped)?|decrease[sd]?|trim(?:med)?|slash(?:ed)?|shrink|shrank)'
const number = '(?<n>\\d[\\d.,]*[a-z]*)(?: (?<u>%|percent|pct|percentage points?|points?|pp|pts))?'
const amount = `(?:by )?(?:an? |about |around |another |roughly |some )*(?:${number}|(?<w>half|third|quarter))`
const subject = '(?<s>(?:[^ ]+ ){0,5}?[^ ]+?)'
const person = '(?:we|you|they|i|one|the company|management)(?: (?:could|can|would|had|were to|managed to))?'
const more = '(?:higher|more|larger|bigger|greater|longer|better|up)'
const less = '(?:lower|less|fewer|smaller|cheaper|shorter|worse|down)'
const be = '(?:were|was|is|are|be|would be|had been|stood|stays?)'

type Turn = 'up' | 'down' | 'to' | 'double' | 'halve' | 'triple'
const shapes: readonly (readonly [string, Turn])[] = [
  [`${opening} ${person} double[sd]? ${subject}`, 'double'],
  [`${opening} ${person} halve[sd]? ${subject}`, 'halve'],
  [`${opening} ${subject} (?:${be} )?doubles?d?`, 'double'],
  [`${opening} ${subject} (?:${be} )?halve[sd]?`, 'halve'],
  [`${opening} ${subject} (?:${be} )?tripled?s?`, 'triple'],
  [`${opening} ${subject} (?:${up}|${down}|${be}|reach(?:ed|es)?|hits?|become|became) (?:to |at )?(?:to |at )${number}`, 'to'],
  [`${opening} ${person} (?:${raise}|${lower}) ${subject} to ${number}`, 'to'],
  [`${opening} ${person} ${raise} ${subject} ${amount}`, 'up'],
  [`${opening} ${person} ${lower} ${subject} (?:in )?${amount}`, 'down'],
  [`${opening} ${subject} (?:${be} )?${up} ${amount}`, 'up'],
  [`${opening} ${subject} (?:${be} )?${down} ${amount}`, 'down'],
  [`${opening} ${subject} ${be} ${amount} ${more}`, 'up'],
  [`${opening} ${subject} ${be} ${amount} ${less}`, 'down'],
  [`${opening} ${subject} (?:${be}|reach(?:ed|es)?|hits?) ${number}`, 'to'],
  [`(?:${opening}|with|at|for|of) (?:${person} (?:had|have|made|got|sold|won) )?${amount} ${more} ${subject}`, 'up'],
  [`(?:${opening}|with|at|for|of) (?:${person} (?:had|have|made|got|sold|won) )?${amount} ${less} ${subject}`, 'down'],
  [`(?:of |with |from |if there were )?${amount} (?:increase|rise|growth|improvement) (?:in|of) ${subject}`, 'up'],
  [`(?:of |with |from |if there were )?${amount} (?:decrease|drop|cut|reduction|fall|decline) (?:in|of) ${subject}`, 'down'],
  [`(?:of |with |from |if there were )?${amount} ${subject} (?:increase|rise|hike|improvement)`, 'up'],
  [`(?:of |with |from |if there were )?${amount} ${subject} (?:decrease|drop|cut|reduction)`, 'down'],
]
const grammar = shapes.map(([source, turn]) => [new RegExp(`(?<![^ ])${source}(?![^ ])`), turn] as const)
/** Only where something is supposed at all: `orders with 10 % more discount` lists some. */
const supposing =
  /(?<![^ ])(?:if|suppose|supposing|assuming|assume|imagine|would|what happens|effect|affect|affects|impact|impacts)(?![^ ])/
const effects =
  /(?<![^ ])(?:(?:what|how) would(?: that)? (?:happen to|mean for|do to|affect|impact|change)|what happens to|how would|(?:what (?:is|would be) )?(?:the )?(?:effect|impact) (?:of|on)|on|have(?= on)|affects?|impacts?|effect|impact|happen(?:s)?(?: to)?|mean for|do to|suppose|assuming)(?![^ ])/g

const superlative = [...most, ...least, ...good, ...bad].filter((word) => !word.includes('-')).join('|')
const leaving = new RegExp(
  `(?<![^ ])(?:(?:what if|if|suppose|assuming) (?:we|you) (?:lost|lose|had lost|had not had|did not have|dropped)|without|losing|excluding|excl|except(?: for)?|not counting|leaving out|ignoring|minus|ex) (?:our |the |its |all )*(?:(?<a>\\d{1,3}) )?(?<e>${superlative})(?: (?<b>\\d{1,3}))? (?=[^ ])`,
)
const losing =
  /(?<![^ ])(?:what if|if|suppose|assuming) (?:we|you) (?:lost|lose|had lost|left|dropped|did not have|closed|stopped (?:selling|serving)|stop (?:selling|serving)|withdrew from|gave up)(?: the| our)?(?: customer| business)?(?: in| to| of)?(?![^ ])/

/** What a question supposes of the figures; undefined where it takes them as they are. */
export function assumptionIn(text: Text, knowledge: Knowledge, before: Meaning | null): Supposed | undefined {
  return withoutFirst(text, knowledge) ?? changed(text, knowledge, before) ?? withoutNamed(text)
}

/** `Without our biggest customer`. */
function withoutFirst(text: Text, { vocabulary }: Knowledge): Supposed | undefined {
  const match = leaving.exec(text.joined)
  if (!match) return undefined
  const [from, to] = tokensAt(text, match.index, match.index + match[0].length)
  const hit = dimensionHits(text, vocabulary, new Set()).find((one) => one.from === to)
  const [dimension] = hit?.dimensions ?? []
  if (!hit || !dimension) return undefined
  const end = match.groups?.['e'] ?? ''
  const assumption: Assumption = {
    kind: 'without',
    domain: dimension.domain,
    dimension: dimension.name,
    label: dimension.label,
    first: Number(match.groups?.['a'] ?? match.groups?.['b'] ?? 1),
    direction: least.has(end) || bad.has(end) ? 'asc' : 'desc',
  }
  return { assumption, rest: textWithout(text, [[from, hit.to], ...effectsOf(text)]), tied: [], unexplained: [] }
}

/** `If we lost Canada`: its name stays, to be left out like any other. */
function withoutNamed(text: Text): Supposed | undefined {
  const match = losing.exec(text.joined)
  if (!match) return undefined
  const span = tokensAt(text, match.index, match.index + match[0].length)
  const rest = textWithout(text, [span, ...effectsOf(text)], new Map([[span[0], 'without']]))
  return { assumption: { kind: 'withoutNamed' }, rest, tied: [], unexplained: [] }
}

/** `How much longer would it last` asks how long. */
const asAsked = (rest: string): string =>
  rest.replace(/\bhow much longer\b/i, 'how long').replace(/\bhow (many|much) (?:more|less|fewer|higher|lower)\b/i, 'how $1')

const effectsOf = (text: Text): (readonly [number, number])[] =>
  [...text.joined.matchAll(effects)].map(({ index, 0: words }) => tokensAt(text, index, index + words.length))

function changed(text: Text, knowledge: Knowledge, before: Meaning | null): Supposed | undefined {
  if (!supposing.test(text.joined)) return undefined
  for (const [pattern, turn] of grammar) {
    const match = pattern.exec(text.joined)
    if (!match) continue
    const said = match.groups?.['s'] ?? ''
    const at = match.index + match[0].indexOf(said)
    const [from, to] = tokensAt(text, at, at + said.length)
    const driver = driverIn(text, from, to, knowledge, before)
    if (driver.metric === undefined && driver.tied.length === 0 && driver.unexplained.length === 0) continue
    const span = tokensAt(text, match.index, match.index + match[0].length)
    const value = driver.metric ? amountOf(match.groups ?? {}, turn, driver.metric) : undefined
    const outside = effectsOf(text).filter(([start]) => start < span[0] || start >= span[1])
    return {
      assumption:
        driver.metric && value
          ? { kind: 'change', domain: driver.metric.domain, metric: driver.metric.name, label: driver.metric.label, ...value }
          : null,
      rest: asAsked(textWithout(text, [span, ...outside])),
      tied: driver.tied,
      unexplained: driver.unexplained,
    }
  }
  return undefined
}

interface Driver {
  readonly metric: Metric | undefined
  readonly tied: readonly Metric[]
  readonly unexplained: readonly string[]
}

/** The figure that is supposed to move. Said in part it will do where one alone that others follow from is so named. */
function driverIn(text: Text, from: number, to: number, knowledge: Knowledge, before: Meaning | null): Driver {
  const { vocabulary, catalogue } = knowledge
  const words = text.tokens.slice(from, to).map((token) => token.text)
  const none = { metric: undefined, tied: [], unexplained: [] }
  if (words.every((word) => /^(it|this|that|they|these|those)$/.test(word))) return { ...none, metric: before?.metrics[0] }
  const content = contentOf(text.tokens).filter((one) => one.from >= from && one.to <= to)
  const hits = metricHits(text, content, vocabulary)
  const choice = choose(text, hits, [], vocabulary)
  const open = (tokens: ReadonlySet<number>): string[] =>
    content.filter((one) => !one.soft && !tokens.has(one.from)).map((one) => text.tokens[one.from]?.raw ?? one.stem)
  if (choice.tied.length > 1) return { ...none, tied: choice.tied }
  const [metric] = choice.metrics
  if (metric) return { metric, tied: [], unexplained: open(choice.explained) }
  const tying = identitiesOf(catalogue.metrics)
  const leads = (hit: MetricHit): boolean => tying.some((one) => one.metric === hit.metric)
  const [best, next] = hits.filter(leads).toSorted((a, b) => b.coverage - a.coverage)
  if (!best || (next && next.metric !== best.metric && next.coverage > best.coverage - 0.001))
    return { ...none, unexplained: open(new Set()) }
  return { metric: best.metric, tied: [], unexplained: open(new Set(best.tokens)) }
}

const parts: Readonly<Record<string, string>> = { half: '0.5', third: '0.333333333333', quarter: '0.25' }

function amountOf(
  groups: Readonly<Record<string, string | undefined>>,
  turn: Turn,
  metric: Metric,
): Pick<Extract<Assumption, { kind: 'change' }>, 'by' | 'value'> | undefined {
  if (turn === 'double') return { by: 'factor', value: '2' }
  if (turn === 'triple') return { by: 'factor', value: '3' }
  if (turn === 'halve') return { by: 'factor', value: '0.5' }
  const sign = turn === 'down' ? -1 : 1
  const part = parts[groups['w'] ?? '']
  if (part !== undefined) return { by: 'factor', value: Big(1).plus(Big(part).times(sign)).toFixed() }
  const read = readNumber(groups['n'] ?? '')
  if (read === undefined) return undefined
  const unit = groups['u'] ?? ''
  const figure = Big(read)
  const isPercent = /^(%|percent|pct)$/.test(unit)
  const inPercent = metric.unit === 'RATIO' && (isPercent || unit !== '' || figure.gt('1.5'))
  if (turn === 'to') return { by: 'to', value: (inPercent ? figure.div(100) : figure).toFixed() }
  if (isPercent) return { by: 'factor', value: Big(1).plus(figure.div(100).times(sign)).toFixed() }
  return { by: 'plus', value: (inPercent ? figure.div(100) : figure).times(sign).toFixed() }
}
