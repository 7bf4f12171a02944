import type { Dimension, Metric } from '@aems/schema/catalogue.ts'
import { scenario } from './budget.ts'
import { specialIntent } from './guard.ts'
import type { Text } from './language/text.ts'
import { grammarWords, isSoft } from './language/words.ts'
import { type Choice, settledByReach } from './linking/choice.ts'
import { type DimensionHit, dimensionHits } from './linking/dimensions.ts'
import { danglingNegations, type Filtering, filtersOf } from './linking/filters.ts'
import { isPlainWord, type MemberHit, memberHits } from './linking/members.ts'
import { range, tokensOf } from './linking/places.ts'
import { quotientHits } from './linking/quotients.ts'
import { type Content, contentOf } from './linking/vocabulary.ts'
import type { Meaning } from './meaning.ts'
import { metricsSaid } from './metrics-said.ts'
import { repaired } from './repair.ts'
import { readSlots, type Slots } from './slots.ts'
import { introduced, isDropped, isSwallowed, resolve, shortened, strays } from './splits.ts'
import { readTime, type TimeReading } from './time/reading.ts'
import type { Knowledge } from './understand.ts'
import { countedMembers, leftOver } from './unexplained.ts'

/** What the words of one question say, slot by slot, before they are put together. */
export interface Reading {
  readonly text: Text
  readonly time: TimeReading
  readonly slots: Slots
  readonly choice: Choice
  /** Dimensions that the question splits by, in the order said. */
  readonly splits: readonly { readonly dimension: Dimension; readonly hit: DimensionHit }[]
  /** Dimensions that it drops: `instead of territory`, `all channels`. */
  readonly dropped: readonly string[]
  readonly tiedDimensions: readonly Dimension[]
  readonly filtering: Filtering
  /** Content words that nothing explains. */
  readonly unexplained: readonly string[]
  /** Tokens of these, and of names that fit several things. */
  readonly open: ReadonlySet<number>
  readonly notes: readonly string[]
}

const correction = /(?<![^ ])(?:i mean|i meant|no wait|or rather|rather|sorry|correction|make that)(?![^ ])/

/** Where a correction of oneself begins: what it replaces stands before. */
function correctedFrom(text: Text): number {
  const match = correction.exec(text.joined)
  return match && match.index > 0 ? text.offsets.findIndex((offset) => offset >= match.index) : 0
}

/** Reads the words of a question. @param offered metrics between which was asked before: one that the words fit is chosen. */
export function readQuestion(
  question: string,
  knowledge: Knowledge,
  previous: Meaning | null,
  offered: readonly Metric[] = [],
): Reading {
  const { vocabulary, members, clock } = knowledge
  const { text, notes } = repaired(question.slice(0, 2000), vocabulary, members)
  const named = memberHits(text, members, new Set()).filter(
    (hit) => (hit.to - hit.from > 1 || isCode(text, hit)) && !isOrdinary(text, hit, knowledge),
  )
  const names = tokensOf(named)
  const singles = tokensOf(memberHits(text, members, new Set()))
  const quotients = quotientHits(text, vocabulary, dimensionHits(text, vocabulary, names, singles))
  const called = new Set(quotients.flatMap(({ tokens }) => tokens))
  const time = readTime(text, clock, names.union(called))
  const slots = readSlots(text, names.union(time.used))
  const closedToSplits = names.union(time.used)
  const said = dimensionHits(text, vocabulary, closedToSplits.union(called), singles)
  const firm = tokensOf(said.filter(({ introducedBy }) => introducedBy === 'split'))
  const which = tokensOf(said.filter(({ introducedBy }) => introducedBy === 'which'))
  const closed = names.union(time.used).union(firm).union(boundTokens(slots))
  const without = (some: ReadonlySet<number>) => (one: Content) => !range(one.from, one.to).some((index) => some.has(index))
  const asked = contentOf(text.tokens).filter(without(closed))
  const content = asked.filter(without(which))
  // A member between the words of a metric does not part them: `how many lamps did we sell`.
  const passable = content.map((one) => (singles.has(one.from) && !vocabulary.stems.has(one.stem) ? { ...one, soft: true } : one))
  const choice = metricsSaid({ text, content: passable, asked, knowledge, slots, previous, offered, mentioned: said, quotients })
  const mentioned = [
    ...introduced(text, said, choice, time.used, slots.ranking?.first != null),
    ...shortened(text, said, choice, time.used, knowledge),
  ]
  const splitting = mentioned.filter((hit) => hit.introducedBy !== null)
  const from = correctedFrom(text)
  const live = splitting.filter((hit) => !isSwallowed(hit, choice, text))
  const corrected = from > 0 && live.some((hit) => hit.from >= from) ? live.filter((hit) => hit.from >= from) : live
  const metrics = choice.metrics.length > 0 ? choice.metrics : (previous?.metrics ?? [])
  const dropped = corrected.filter((hit) => isDropped(text, hit)).flatMap((hit) => hit.dimensions.map(({ name }) => name))
  const resolved = corrected
    .filter((hit) => !isDropped(text, hit))
    .map((hit) => ({ hit, dimensions: resolve(hit, text, metrics, previous?.by ?? [], knowledge) }))
  const tiedDimensions = resolved.flatMap(({ dimensions }) => (dimensions.length > 1 ? dimensions : []))
  const splits = resolved.flatMap(({ hit, dimensions }) => (dimensions[0] ? [{ hit, dimension: dimensions[0] }] : []))
  const filtering = filter(text, knowledge, { content, choice, mentioned, splits, metrics, names: named, time, slots })
  const settled = settledByReach(
    text,
    choice,
    [
      ...splits.map(({ dimension }) => dimension.name),
      ...filtering.filters.map(({ dimension }) => dimension),
      ...(choice.budget ? [scenario] : []),
    ],
    knowledge.facts,
  )
  const unexplained = leftOver(text, content, settled, mentioned, filtering, slots, knowledge)
  const kept = [...filtering.places, ...corrected.filter((hit) => isDropped(text, hit) && previous !== null)]
  const negated = slots.goal === 'missed' ? [] : danglingNegations(text, kept).filter((index) => !settled.explained.has(index))
  const counted = countedMembers(text, mentioned, settled, slots.bounds)
  const words = [
    ...unexplained.map((one) => text.tokens[one.from]?.raw ?? one.stem),
    ...negated.map((index) => text.tokens[index]?.raw ?? ''),
    ...counted,
    ...strays(text, mentioned, settled, splits, filtering.places, vocabulary),
  ]
  return {
    text,
    time,
    slots,
    choice: settled,
    splits,
    dropped,
    tiedDimensions,
    filtering,
    unexplained: words,
    open: tokensOf(unexplained),
    notes,
  }
}

const boundTokens = (slots: Slots): Set<number> => tokensOf(slots.bounds).union(slots.used)

/** A name all of whose words are the catalogue's own, as typed in lower case, is rather what the catalogue means. */
function isOrdinary(text: Text, hit: MemberHit, { vocabulary, members }: Knowledge): boolean {
  const tokens = text.tokens.slice(hit.from, hit.to)
  const isWord = (word: string): boolean => vocabulary.words.has(word) || grammarWords.has(word) || isSoft(word)
  if (hit.declared) return false
  if (hit.by !== 'exact' && tokens.every((token) => vocabulary.words.has(token.text))) return true
  const isTyped = tokens.every((token) => !/^\p{Lu}/u.test(token.raw))
  return (
    isTyped &&
    tokens.every(
      (token) => isWord(token.text) || (members.forms.get(token.stem) ?? []).some((form) => form.words.length === 1),
    ) &&
    tokens.some((token) => isWord(token.text))
  )
}

/** `90+` and `1-30` are names, not bounds. */
const isCode = (text: Text, { from, by }: MemberHit): boolean =>
  by === 'exact' && /^\d.*[^\d,.%a-z]/.test(text.tokens[from]?.text ?? '')

interface Parts {
  readonly content: readonly Content[]
  readonly choice: Choice
  readonly mentioned: readonly DimensionHit[]
  readonly splits: readonly { readonly dimension: Dimension; readonly hit: DimensionHit }[]
  readonly metrics: readonly Metric[]
  readonly names: readonly MemberHit[]
  readonly time: TimeReading
  readonly slots: Slots
}

function filter(text: Text, knowledge: Knowledge, parts: Parts): Filtering {
  const { choice, time, slots, mentioned } = parts
  const closed = time.used.union(tokensOf(slots.bounds)).union(choice.explained).union(tokensOf(mentioned))
  const open = new Set(
    parts.content
      .filter((one) => !one.soft && !range(one.from, one.to).some((index) => closed.has(index)))
      .flatMap((one) => range(one.from, one.to)),
  )
  for (const index of tokensOf(parts.names)) open.add(index)
  const nameTokens = tokensOf(parts.names)
  const free = (hit: MemberHit): boolean =>
    range(hit.from, hit.to).every((index) => nameTokens.has(index) || !closed.has(index)) &&
    !(isPlainWord(text, hit) && hit.by !== 'form' && !isProper(text, hit))
  const reached = (hit: MemberHit): MemberHit => {
    const members = hit.members.filter(
      (member) => parts.metrics.length === 0 || parts.metrics.some((metric) => metric.dimensions.includes(member.dimension)),
    )
    return { ...hit, members: members.length > 0 ? members : hit.members }
  }
  // `Open` is a part of what the metric is called, no member of something that it does not have.
  const isOwn = (hit: MemberHit): boolean =>
    hit.to - hit.from === 1 &&
    !/^\p{Lu}/u.test(text.tokens[hit.from]?.raw ?? '') &&
    !hit.members.some(({ dimension }) => parts.metrics.some((metric) => metric.dimensions.includes(dimension))) &&
    parts.metrics.some((metric) => knowledge.vocabulary.bags.get(metric)?.has(text.tokens[hit.from]?.stem ?? '') === true)
  // `Forecast revenue` asks for days to come, not for the scenario of that name.
  const isAhead = specialIntent(text) === 'forecast'
  const hits = memberHits(text, knowledge.members, open)
    .filter((hit) => !isOwn(hit) && !(isAhead && /^forecast/.test(text.tokens[hit.from]?.text ?? '')))
    .filter((hit) => free(hit) && !(hit.to - hit.from > 1 && isOrdinary(text, hit, knowledge)))
    .map(reached)
  const named = new Map<string, number>()
  for (const hit of mentioned) for (const { name } of hit.dimensions) named.set(name, hit.dimensions.length === 1 ? 1 : 0.5)
  for (const { dimension } of parts.splits) named.set(dimension.name, 2)
  return filtersOf(text, hits, named, knowledge.catalogue.dimensions)
}

const isProper = (text: Text, hit: MemberHit): boolean => hit.from > 0 && /^\p{Lu}/u.test(text.tokens[hit.from]?.raw ?? '')
