import type { Metric } from '@aems/schema/catalogue.ts'
import { specialIntent } from './guard.ts'
import { readText, type Text, textWithout, tokensAt } from './language/text.ts'
import type { Assumption, Meaning } from './meaning.ts'
import { relationIn } from './relation.ts'
import type { Knowledge } from './understand.ts'
import { assumptionIn } from './whatif/assumption.ts'

/**
 * What a question asks about figures beyond the figures themselves, and the plain question that is left: `why did revenue
 * fall in March` asks why of `did revenue fall in March`; `what would runway be if burn rose 20 %` supposes something of
 * `what would runway be`.
 */
export interface Framing {
  /** Null: the rest says in plain words what the question does. */
  readonly intent: 'why' | 'whatif' | null
  /** The question without the words that frame it. */
  readonly rest: string
  readonly premise: Meaning['premise']
  readonly assumption: Assumption | null
  /** Figures between which the words of the assumption don't decide. */
  readonly tied: readonly Metric[]
  /** Words of the assumption that nothing explains. */
  readonly unexplained: readonly string[]
}

const movement =
  'drop|fall|rise|increase|decrease|decline|change|growth|jump|dip|spike|slump|improvement|surge|swing|decay|shrinkage|loss|development'
const whyWords = [
  '(?:can you |could you |please |do you know |tell me |explain to me )*(?:explain )?(?:exactly )?(?:why|how come)(?: is it that| it is that)?',
  `explain(?= (?:the |our |this |that )*(?:${movement}))`,
  'what (?:has |have |had )?(?:caused|causes|drove|drives|driven|explains|explained|led to|made|triggered|pushed|dragged|pulled)',
  'what (?:is|are|was|were) (?:behind|driving|causing|dragging|pushing|pulling|responsible for|to blame for)',
  '(?:what (?:is|are|was|were) )?(?:the |our )?(?:main |biggest |key |root |likely )*(?:reasons?|causes?|drivers?|explanations?)(?: (?:for|of|behind|why))?(?= )',
  '(?:is|are|was|were) (?:mostly |mainly |most )?(?:to blame|responsible) for',
  '(?:to blame|responsible) for',
]
const why = new RegExp(`(?<![^ ])(?:${whyWords.join('|')})(?![^ ])`, 'g')
const judged =
  /(?<![^ ])(?:so|too|that|this|very|unusually|such an?) (low|weak|poor|bad|small|high|strong|good|great|large)(?![^ ])/

/** `…, how much money is that`: asks for what was named before. */
const aside =
  /(?<=[^ ] [^ ]+ )(?:and )?(?:how (?:much|many)(?: money| in total)?|what) (?:is|are|was|were|does|do) (?:that|it|this|they|those|these)(?: (?:worth|in total|altogether|amount to|add up to|come to|make))?$/
const plain = { intent: null, premise: null, assumption: null, tied: [], unexplained: [] } as const

const spansOf = (text: Text, pattern: RegExp): (readonly [number, number])[] =>
  [...text.joined.matchAll(new RegExp(pattern, 'g'))].map(({ index, 0: words }) => tokensAt(text, index, index + words.length))

/** How a question is framed; null where it asks for figures as they are. */
export function framingOf(question: string, knowledge: Knowledge, before: Meaning | null): Framing | null {
  const text = readText(question.slice(0, 2000))
  const supposed = assumptionIn(text, knowledge, before)
  if (supposed) return { intent: 'whatif', premise: null, ...supposed }
  const related = relationIn(text)
  if (related !== undefined) return { ...plain, rest: related }
  if (aside.test(text.joined)) return { ...plain, rest: textWithout(text, spansOf(text, aside)) }
  if (specialIntent(text) !== 'why') return null
  const judgement = judged.exec(text.joined)
  const matches = [...text.joined.matchAll(why), ...(judgement ? [judgement] : [])]
  const spans = matches.map(({ index, 0: words }) => tokensAt(text, index, index + words.length))
  const premise = judgement ? (/low|weak|poor|bad|small/.test(judgement[1] ?? '') ? 'down' : 'up') : null
  return { intent: 'why', rest: textWithout(text, spans), premise, assumption: null, tied: [], unexplained: [] }
}
