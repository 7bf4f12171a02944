import { readNumber } from './language/numbers.ts'
import type { Text } from './language/text.ts'
import { tokensAt } from './language/text.ts'
import { bad, good, least, most } from './language/words.ts'

/** How the rows are to be ranked, before the metric is known. */
export interface Ranking {
  /** On the figure's own scale, or by judgement: `best` depends on the metric. */
  readonly end: 'most' | 'least' | 'good' | 'bad' | 'slow' | 'fast' | 'any'
  readonly first: number | null
  /** What is ranked: the figure, its change, or the change as a fraction. */
  readonly of: 'value' | 'change' | 'changeRatio'
  readonly direction: 'up' | 'down' | null
}

/** A bound on a figure, before the metric is known. */
export interface Bound {
  readonly op: '>' | '>=' | '<' | '<='
  readonly value: string
  readonly percent: boolean
  readonly from: number
  readonly to: number
}

export interface Slots {
  readonly ranking: Ranking | null
  readonly bounds: readonly Bound[]
  /** Missing (-1) or reaching (1) a goal, said with a verb. */
  readonly goal: 'missed' | 'reached' | 'beaten' | null
  readonly share: boolean
  readonly quotient: boolean
  /** Words about growth: the change is asked for. */
  readonly change: boolean
  /** Which way the change is said to go. */
  readonly direction: 'up' | 'down' | null
  readonly used: ReadonlySet<number>
}

const operators: readonly (readonly [string, Bound['op']])[] = [
  ['(?:no|not) (?:less|fewer|lower) than|at least|minimum of|a minimum of|>=|from at least', '>='],
  ['(?:no|not) (?:more|greater|higher) than|at most|maximum of|a maximum of|<=|up to', '<='],
  [
    'more than|over|above|greater than|higher than|bigger than|larger than|exceeding|exceeds|exceeded|exceed|beyond|in excess of|upwards of|better than|topping|>',
    '>',
  ],
  ['less than|fewer than|under|below|lower than|smaller than|short of|<', '<'],
]

const boundary = operators.map(
  ([source, op]) =>
    [
      new RegExp(`(?<![^ ])(?:${source}) (?:of |a |usd |eur |gbp )?(\\d[\\d.,]*[a-z]*)\\+?(?: (%|percent|pct))?(?![^ ])`, 'g'),
      op,
    ] as const,
)
const between = /(?<![^ ])between (\d[\d.,]*[a-z]*)(?: (%|percent))? and (\d[\d.,]*[a-z]*)(?: (%|percent))?(?![^ ])/g
const trailing =
  /(?<![^ ])(\d[\d.,]*[a-z]*)(?:\+|(?: (%|percent))? (?:or|and) (more|above|over|higher|less|fewer|below|under|lower))(?![^ ])/g

function bounds(text: Text, blocked: ReadonlySet<number>): Bound[] {
  const found: Bound[] = []
  const add = (start: number, end: number, op: Bound['op'], number: string | undefined, percent: boolean) => {
    const [from, to] = tokensAt(text, start, end)
    const value = readNumber(number ?? '')
    const taken =
      [...blocked].some((at) => at >= from && at < to) ||
      found.some((one) => one.from < to && from < one.to && !(one.from === from && one.to === to))
    if (value !== undefined && !taken) found.push({ op, value, percent, from, to })
  }
  for (const match of text.joined.matchAll(between)) {
    add(match.index, match.index + match[0].length, '>=', match[1], Boolean(match[2] ?? match[4]))
    add(match.index, match.index + match[0].length, '<=', match[3], Boolean(match[2] ?? match[4]))
  }
  for (const [pattern, op] of boundary) {
    for (const match of text.joined.matchAll(pattern))
      add(match.index, match.index + match[0].length, op, match[1], Boolean(match[2]))
  }
  for (const match of text.joined.matchAll(trailing)) {
    add(
      match.index,
      match.index + match[0].length,
      /less|fewer|below|under|lower/.test(match[3] ?? '') ? '<=' : '>=',
      match[1],
      Boolean(match[2]),
    )
  }
  return found.toSorted((a, b) => a.from - b.from)
}

const growing =
  /(?<![^ ])(grow|grew|grown|growing|growth|increase[ds]?|increasing|gain|gains|gained|gainer|gainers|improve[ds]?|improving|improvement|rise|rose|risen|rising|climb(?:ed)?|jump(?:s|ed)?|spike[sd]?|surge[sd]?|soared|(?:is|are|was|were|went|going|gone|be) up)(?![^ ])/
const shrinking =
  /(?<![^ ])(fall|fell|fallen|falling|drop|drops|dropped|dropping|decline[ds]?|declining|decrease[ds]?|decreasing|shrink|shrank|shrunk|shrinking|(?:is|are|was|were|went|going|gone|be) down|losers?|slump|slumped|dip|dips|dipped|plunged?|collapsed?|worsen(?:ed)?)(?![^ ])/
/** Words that say which way a figure went only where its change is spoken of anyway. */
const lessening = /(?<![^ ])(down|less|lower|fewer|lost|losing|dip|dipped|slipped|worse)(?![^ ])/
const rising = /(?<![^ ])(up|more|higher|jump|jumped|spike|spiked|surged?|soared)(?![^ ])/
const changing =
  /(?<![^ ])(change(?! (?:it|that|this))|changes|changed|changing|delta|difference|differ|up or down|(?<!(?:slow|fast) )movers?|moved|swing)(?![^ ])/
const relative =
  /(?<![^ ])(growth|fastest|quickest|rate|%|percent|percentage|pct|percentagewise|relative|relatively|slowest|in percent)(?![^ ])/

const superlative = `(?:${[...most, ...least, ...good, ...bad].filter((word) => !word.includes('-')).join('|')}|fastest|slowest|quickest)`
const counted = [
  /(?<![^ ])(?:the |our |just |only )*(?:top|bottom|best|worst|first|biggest|largest|highest|lowest|smallest|strongest|weakest|leading) (\d{1,4})(?![^ ]| (?:months?|weeks?|days?|quarters?|years?)(?![^ ]))/,
  new RegExp(`(?<![^ ])(\\d{1,4}) (?:of our |of the |our )?(?:\\w+ )?${superlative}(?![^ ])`),
  /(?<![^ ])(?:which|what|list the|show the|show me the|name the|give me the) (\d{1,3})(?= [a-z])/,
  /(?<![^ ])(\d{1,3}) [a-z]+(?: [a-z]+)? (?:with|having|holding|that have|who have|by) (?:the )?(?:most|highest|lowest|largest|biggest|fewest|least|best|worst)/,
]

function ranking(text: Text, change: boolean, used: Set<number>, blocked: ReadonlySet<number>): Ranking | null {
  const { joined } = text
  let first: number | null = null
  for (const pattern of counted) {
    const match = pattern.exec(joined)
    if (!match || first !== null) continue
    const [from, to] = tokensAt(text, match.index, match.index + match[0].length)
    if ([...blocked].some((at) => at >= from && at < to)) continue
    first = Number(match[1])
    for (let index = from; index < to; index++) {
      const token = text.tokens[index]
      if (token && (token.number !== null || /^(top|bottom|first|leading)$/.test(token.text))) used.add(index)
    }
  }
  const word = text.tokens.find(
    (token, index) =>
      !blocked.has(index) &&
      new RegExp(`^${superlative}$`).test(token.text) &&
      !(token.text === 'least' && text.tokens[index - 1]?.text === 'at'),
  )?.text
  const sorted = /(?<![^ ])(rank|ranked|ranking|sort|sorted|ordered by|descending|desc|league table|leaderboard)(?![^ ])/.exec(
    joined,
  )
  const ascending = /(?<![^ ])(ascending|asc|lowest first|smallest first|low to high)(?![^ ])/.test(joined)
  if (word === undefined && !sorted && first === null && !ascending) return null
  const direction = shrinking.test(joined) ? 'down' : growing.test(joined) ? 'up' : null
  const end = ascending ? 'least' : endOf(word)
  const of = !change
    ? 'value'
    : direction === null && !changing.test(joined)
      ? 'value'
      : relative.test(joined)
        ? 'changeRatio'
        : 'change'
  return { end, first, of, direction }
}

function endOf(word: string | undefined): Ranking['end'] {
  if (word === undefined) return 'any'
  if (most.has(word)) return 'most'
  if (least.has(word)) return 'least'
  if (good.has(word)) return 'good'
  if (bad.has(word)) return 'bad'
  return word === 'slowest' ? 'slow' : 'fast'
}

const goals = [
  [
    /(?<![^ ])(miss|missed|missing|misses|fell short|fall short|failed to (?:meet|hit|make|reach)|below|under|short of|did not (?:meet|hit|make|reach)|behind)(?![^ ])/,
    'missed',
  ],
  [/(?<![^ ])(beat|beaten|exceed|exceeded|exceeding|above|over|surpassed|outperformed)(?![^ ])/, 'beaten'],
  [/(?<![^ ])(met|meet|hit|made|make|reached|reach|achieved|attained)(?![^ ])/, 'reached'],
] as const

/** Reads ranking, bounds and the like, which are said the same way of every metric. */
export function readSlots(text: Text, blocked: ReadonlySet<number>): Slots {
  const used = new Set<number>()
  const found = bounds(text, blocked)
  for (const bound of found) for (let index = bound.from; index < bound.to; index++) used.add(index)
  const sorting = /(?<![^ ])(?:sorted|ordered|ranked|sort) (?=by )/.exec(text.joined)
  if (sorting) used.add(tokensAt(text, sorting.index, sorting.index + sorting[0].length - 1)[0])
  // `Drop Canada` leaves it out.
  const dropping = /^(?:please |now |and |then )*drop /.test(text.joined)
  const change = growing.test(text.joined) || (shrinking.test(text.joined) && !dropping) || changing.test(text.joined)
  const share =
    /(?<![^ ])(share|fraction|proportion|portion|percentage of|percent of|pct of|% of|what percent|how much of|part of (?:our |the )?(?:total|all)|contribution|contribute[ds]?|mix)(?![^ ])/.test(
      text.joined,
    )
  const quotient =
    /(?<![^ ])(divided by|ratio of|as a (?:share|fraction|percentage|percent|proportion|%) of|as (?:%|percent|pct) of|in relation to)(?! (?:the |our |all )*(?:total|whole|overall|all))(?![^ ])/.test(
      text.joined,
    )
  return {
    ranking: ranking(text, change, used, blocked),
    bounds: found,
    goal: goals.find(([pattern]) => pattern.test(text.joined))?.[1] ?? null,
    share,
    quotient,
    change,
    direction:
      shrinking.test(text.joined) || lessening.test(text.joined)
        ? 'down'
        : growing.test(text.joined) || rising.test(text.joined)
          ? 'up'
          : null,
    used,
  }
}
