import { type Text, tokensAt } from './language/text.ts'
import type { Vocabulary } from './linking/vocabulary.ts'
import type { Intent, RefusalReason } from './meaning.ts'

const injection = [
  /(ignore|disregard|forget|override|bypass|skip)\b.{0,40}\b(instruction|rule|prompt|guideline|restriction|above|previous|polic|filter|safety|scope|right|permission)/,
  /\b(system|hidden|initial|secret|developer) (prompt|instruction|message|mode)/,
  /\b(you are now|pretend (to be|you)|act as|role ?play|jailbreak|dan mode|do anything now)\b/,
  /\b(drop|alter|truncate) (table|database|schema)\b|\b(delete from|insert into|union select|select \*)|select .{1,60} from .{1,40} where/,
  /;\s*--|<script|<\/?[a-z]\w*(?: [^<>]{0,200})?>|\{\{|\$\{|__schema|__type|\bmutation\s*[({]|\bquery\s*\{|\bset_config\b|\bpg_\w+/,
  /\b(print|reveal|repeat|show|output|tell me) (me )?(your|the) (system |hidden |secret )?(prompt|instructions|rules|configuration|source code)/,
  /\bas (an? |the )?(admin|administrator|superuser|root)\b.{0,30}\b(show|give|list|print|grant)/,
]

const secrets =
  /\b(passwords?|password hash(es)?|credentials?|api keys?|access tokens?|refresh tokens?|session (tokens?|cookies?|ids?)|private keys?|secret keys?|operator key|login data)\b/

const verbs =
  'delete|remove|erase|wipe|purge|drop|truncate|update|edit|modify|overwrite|correct|fix|set|change|reset|increase|decrease|raise|lower|cut|reduce|double|cancel|approve|reject|pay|refund|send|e-?mail|mail|transfer|fire|hire|promote|demote|assign|reassign|rename|create|insert|add|register|book|post|submit|close|reopen|mark|grant|revoke|invite|order|reorder|purchase|buy|ship|schedule|archive|merge|write|upload|import'
const polite =
  '(?:(?:please|can you|could you|would you|will you|kindly|just|go ahead and|i want you to|i need you to|now|then|and|also|let us|lets) )*'
const nouns = 'prices?|salar(?:y|ies)|pay|quotas?|targets?|discounts?|budgets?|customers?|records?|data|users?|rows?'
const command = new RegExp(
  `^${polite}(?:(?:${verbs}) (?:all|every|the|this|that|these|those|our|my|an?|any|everyone|everybody|each|new|more|another|\\d\\S*)(?![^ ])|(?:${verbs
    .split('|')
    .filter((verb) => !/order|purchase|buy|ship|book|close|import/.test(verb))
    .join('|')}) (?:[a-z]+ )?(?:${nouns})(?![^ ]))`,
)
const gift = new RegExp(
  `^${polite}give (?!me|us|an? (?:overview|breakdown|list|summary|chart|table|split)|the |details|info)\\w+.{0,60}(raise|bonus|discount|access|rights?|admin|role|permission|promotion|credit|refund|\\d)`,
)
/** Changes of the view, not of data: `change it to monthly`, `add gross margin`, `remove the filter`. */
const ofView =
  /^(?:please )?(?:(?:make|change|set|turn|switch) (?:it|that|this)|add|remove|drop|cut|order|reorder|increase|close|set|correct|book|post|change) ?(?:(?:it|that|this) (?:to|by|into)|the (?:filter|split|comparison|breakdown)|(?:by|to|per) )?/

/**
 * Why a question is refused, whatever else it says: it wants to change something, to break out, or to see secrets.
 * @param vocabulary tells verbs from names of figures that begin like one: `pay gap`.
 */
export function refusalOf(
  text: Text,
  followsUp: boolean,
  vocabulary: Vocabulary,
): { readonly reason: RefusalReason; readonly text: string } | undefined {
  const plain = text.raw.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ')
  if (injection.some((pattern) => pattern.test(plain) || pattern.test(text.joined))) {
    return {
      reason: 'injection',
      text: 'That asks me to act against my rules. I only answer questions about the company’s figures, with your own rights.',
    }
  }
  if (secrets.test(text.joined)) return { reason: 'forbidden', text: 'You may not see passwords, keys or tokens; nobody may.' }
  if (isCommand(text, followsUp, vocabulary))
    return { reason: 'write', text: 'I only read: nothing can be changed, sent or deleted from here.' }
  return undefined
}

const dataWords =
  /\b(order|orders|customer|customers|price|prices|salary|salaries|quota|quotas|target|targets|invoice|invoices|record|records|data|everyone|everybody|row|rows|table|user|users|account|accounts|employee|employees|product|products|deal|deals|opportunity|opportunities|pay|discount|discounts|stock|supplier|budget)\b/

const destructive = new RegExp(
  `^${polite}(?:delete|erase|wipe|purge|truncate|overwrite|update|approve|reject|cancel|refund|fire|promote|demote|grant|revoke|send|e-?mail|mail|forward|transfer|pay) `,
)

const leadingVerb = new RegExp(`^${polite}(?=(?:${verbs})(?![^ ]))`)
/** What is said of a figure, and of nothing that is done: `pay by grade`, `pay in 2023`; `pay in full` is done. */
const saidOfFigure = /^(?:by|per|across|over|of|during|since|last|vs|versus|compared|in (?!full|cash|advance|part|instal))/

/** Whether the verb that a sentence begins with is a noun of the catalogue here: a figure is named, or nothing is done to anything. */
function namesFigure(text: Text, { names }: Vocabulary): boolean {
  const lead = leadingVerb.exec(text.joined)
  if (!lead) return false
  const [at] = tokensAt(text, lead[0].length, lead[0].length + 1)
  const called = names.get(text.tokens[at]?.text ?? '') ?? []
  const isSaid = (stems: readonly string[]): boolean => stems.every((stem, index) => text.tokens[at + index]?.stem === stem)
  return called.some(isSaid) || (called.length > 0 && saidOfFigure.test(text.joined.slice(text.offsets[at + 1])))
}

function isCommand(text: Text, followsUp: boolean, vocabulary: Vocabulary): boolean {
  const { joined } = text
  if (gift.test(joined)) return true
  if (namesFigure(text, vocabulary)) return false
  if (destructive.test(joined)) return !new RegExp(`^${polite}(?:update|send) (?:it|this|that|me)(?![^ ])`).test(joined)
  if (!command.test(joined)) return false
  if (followsUp && ofView.test(joined) && !/\b(all|every|everyone|everybody)\b/.test(joined)) return false
  return dataWords.test(joined)
}

const outside =
  /\b(weather|temperature|forecast for tomorrow s weather|rain|news|headlines|joke|poem|song|recipe|movie|film|football|soccer|world cup|olympics|election|president|prime minister|capital of|population of|share price|stock price|stock market|bitcoin|crypto|exchange rate of|horoscope|meaning of life|translate|who invented|who wrote|what time is it|your name|who are you|how old are you|are you (?:human|an ai|a robot)|python|javascript|homework|essay|restaurant|flight|hotel|lottery)\b/

/** Whether it is about the world, not about the company. */
export const isOutside = (text: Text): boolean => outside.test(text.joined)

const intents: readonly (readonly [RegExp, Intent])[] = [
  [
    /\bwhat if\b|\bwhat would (?:happen|be)\b|\bsuppose\b|\bassuming\b|\bsimulate\b|\bhypothetical|\bif (?:we|our|the)? ?.{0,40}\b(?:rose|fell|increased|decreased|grew|dropped|doubled|halved|cut|raised|lowered|were|improved)\b/,
    'whatif',
  ],
  [
    /^(?:and |but |so )*why\b|\bhow come\b|\bwhat (?:caused|drove|drives|explains|is behind|is driving|led to|made)\b|\breasons? (?:behind|why)\b|\breasons? for the (?:drop|fall|rise|increase|decrease|decline|change|growth|jump|dip|slump)\b|\bexplain (?:why|the (?:drop|fall|rise|increase|decrease|decline|change|growth|jump|dip|spike|slump))\b|\broot cause\b|\b(?:to|with) blame\b|\bresponsible for the\b/,
    'why',
  ],
  [
    /\bforecasts?\b|\bforecasted\b|\bpredict(?:ed|ion|ions|s)?\b|\bproject(?:ed|ion|ions)\b|\boutlook\b|\bexpect(?:ed)?\b.{0,30}\b(?:next|coming|future|by the end)\b|\b(?:will|going to)\b.{0,40}\b(?:be|look|reach|sell|make|have|grow|end)\b|\bin the future\b|\bextrapolate/,
    'forecast',
  ],
  [
    /\bwhat (?:do|does|is)\b.{1,60}\b(?:mean|stand for|meant by)\b|\bwhat is meant by\b|\bdefinition of\b|\bdefine\b|\bmeaning of\b|\bhow (?:is|are|do you|do we)\b.{1,60}\b(?:calculated|computed|defined|measured|calculate|compute|define|measure|worked out)\b|\bexplain (?:what|the (?:term|metric|measure))\b|\bformula (?:for|of)\b/,
    'define',
  ],
]

/** The kind of answer that words ask for, where it is none of figures alone. */
export function specialIntent(text: Text): Intent | undefined {
  return intents.find(([pattern]) => pattern.test(text.joined))?.[1]
}
