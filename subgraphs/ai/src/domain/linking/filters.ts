import type { Dimension } from '@aems/schema/catalogue.ts'
import type { Text } from '../language/text.ts'
import type { Filter, Member } from '../meaning.ts'
import type { MemberHit } from './members.ts'

/** What members in a question come to. */
export interface Filtering {
  readonly filters: readonly Filter[]
  /** Dimensions whose members are set against each other, so that the answer must show them apart. */
  readonly apart: readonly string[]
  /** Dimensions of which several members are listed: shown apart where nothing else is asked for. */
  readonly listed: readonly string[]
  /** Members between which nothing decides. */
  readonly tied: readonly Member[]
  /** Tokens explained. */
  readonly explained: ReadonlySet<number>
  /** Where the members stand. */
  readonly places: readonly MemberHit[]
}

const negation =
  /(?<![^ ])(?:drop|remove|hide|take out|excluding|exclude|exclude[ds]|except|except for|without|other than|besides|apart from|aside from|but not|not|not in|not from|leaving out|leave out|ignoring|ignore|minus|less|outside|outside of|excl|ex|no|bar|save for|anything but|everything but)(?: the| any| all| our| those in| sales in| sales to)*$/

/** The dimension that a name most likely means: one that the question splits by or names, else the one whose own name it is. */
function likeliest(hit: MemberHit, wanted: (dimension: string) => number, text: Text): Member[] {
  const written = text.tokens
    .slice(hit.from, hit.to)
    .map((token) => token.text)
    .join(' ')
  const score = (member: Member): number => {
    const ownName = member.value.toLowerCase() === written ? 2 : member.label === member.value ? 1 : 0
    return wanted(member.dimension) * 10 + ownName
  }
  const best = Math.max(...hit.members.map(score))
  // A member that several domains know is one member.
  const chosen = hit.members.filter((member) => score(member) === best)
  return [...new Map(chosen.map((member) => [`${member.dimension}\n${member.value}`, member])).values()]
}

/**
 * Turns members said into conditions.
 * @param hits members that the question's metrics reach.
 * @param named dimensions that the question splits by (2) or mentions (1).
 * @param entities whether a dimension's members are things of their own; such a dimension wins over a mere attribute.
 */
export function filtersOf(
  text: Text,
  hits: readonly MemberHit[],
  named: ReadonlyMap<string, number>,
  dimensions: readonly Dimension[],
): Filtering {
  const found = new Map<string, { members: Member[]; not: boolean; places: MemberHit[] }>()
  const tied: Member[] = []
  const explained = new Set<number>()
  const order = (dimension: string): number =>
    dimensions.some(({ name, entity }) => name === dimension && entity !== null) ? 0.5 : 0
  let before: { key: string; hit: MemberHit; not: boolean } | undefined
  for (const hit of hits) {
    const neighbour = before && isContinued(text, before.hit.to, hit.from) ? before : undefined
    const wanted = (dimension: string): number =>
      (named.get(dimension) ?? 0) + order(dimension) + (neighbour?.key.startsWith(`${dimension}:`) ? 3 : 0)
    const choice = likeliest(hit, wanted, text)
    const [first] = choice
    if (!first) continue
    const sameName = new Set(choice.map((member) => member.dimension)).size > 1 || (choice.length > 1 && hit.by !== 'exact')
    if (sameName) tied.push(...choice)
    const not = neighbour ? neighbour.not : isNegated(text, hit.from)
    const key = `${first.dimension}:${not}`
    const entry = found.get(key) ?? { members: [], not, places: [] }
    entry.members.push(
      ...choice.filter(
        (member) => member.dimension === first.dimension && !entry.members.some((known) => known.value === member.value),
      ),
    )
    entry.places.push(hit)
    found.set(key, entry)
    for (let index = hit.from; index < hit.to; index++) explained.add(index)
    before = { key, hit, not }
  }
  const apart = [...found]
    .filter(([, entry]) => !entry.not && entry.places.length > 1 && areApart(text, entry.places))
    .map(([key]) => key.split(':')[0] ?? '')
  const filters = [...found].map(([key, { members, not }]) => ({ dimension: key.split(':')[0] ?? '', members, not }))
  const listed = [...found].filter(([, entry]) => !entry.not && entry.places.length > 1).map(([key]) => key.split(':')[0] ?? '')
  return { filters, apart, listed, tied, explained, places: hits }
}

/** Tokens that negate and stand before no member: what they leave out is not known, so the question is not either. */
export function danglingNegations(text: Text, hits: readonly { readonly from: number; readonly to: number }[]): number[] {
  const negating = /^(not|never|without|nobody|none|neither|nor|except|excluding|lacking|no)$/
  return text.tokens.flatMap((token, index) => {
    if (
      !negating.test(token.text) ||
      (index === 0 && token.text === 'no') ||
      /^(only|just)$/.test(text.tokens[index + 1]?.text ?? '')
    )
      return []
    const negates = hits.some(({ from }) => from > index && from - index <= 5)
    return negates ? [] : [index]
  })
}

/** `Canada and the UK`, `Canada, France`, `online versus reseller`. */
function isContinued(text: Text, from: number, to: number): boolean {
  return (
    to - from <= 4 &&
    text.tokens
      .slice(from, to)
      .every((token) => /^(and|or|the|vs|versus|against|in|to|for|with|compared|nor|both|from|of|but|also)$/.test(token.text))
  )
}

export function isNegated(text: Text, at: number): boolean {
  const lead = text.tokens
    .slice(Math.max(0, at - 5), at)
    .map((token) => token.text)
    .join(' ')
  return negation.test(lead)
}

function areApart(text: Text, places: readonly MemberHit[]): boolean {
  const between = places.slice(1).flatMap((place, index) => text.tokens.slice(places[index]?.to ?? 0, place.from))
  return (
    between.some((token) => /^(vs|versus|against|or|compared)$/.test(token.text)) ||
    /(?<![^ ])(compare|comparing|comparison|difference between|each of|each|respectively|side by side|versus|vs)(?![^ ])/.test(
      text.joined,
    )
  )
}
