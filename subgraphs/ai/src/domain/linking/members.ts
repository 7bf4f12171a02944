import { otherNames } from '../language/countries.ts'
import type { Text, Token } from '../language/text.ts'
import { fold, readText } from '../language/text.ts'
import { distance, slips } from '../language/typos.ts'
import { grammarWords, softWords } from '../language/words.ts'
import type { Member } from '../meaning.ts'

/** Members said at a place. All have the same words; several where several dimensions, or several things, bear the name. */
export interface MemberHit {
  readonly members: readonly Member[]
  readonly from: number
  readonly to: number
  /** How surely: `exact` as written, `form` in another number or by another name, `part` by a part of the name, `typo` misspelt. */
  readonly by: 'exact' | 'form' | 'part' | 'typo'
  /** The schema declares these words as a way to say the member. */
  readonly declared?: boolean
}

interface Form {
  readonly member: Member
  readonly words: readonly Token[]
  /** It is the name itself. */
  readonly name: boolean
  /** It is declared in the schema as a way to say the member. */
  readonly declared: boolean
  /** It is no more than initials. */
  readonly short: boolean
}

/** The members whose names are known, by the first word of each form. */
export interface MemberIndex {
  readonly forms: ReadonlyMap<string, readonly Form[]>
  /** Forms by their first letter, for repairing misspelt ones. */
  readonly initials: ReadonlyMap<string, readonly Form[]>
  /** Forms by any word of a name, for names given in part. */
  readonly parts: ReadonlyMap<string, readonly Form[]>
}

/** More ways to say members, as the schema declares them: by dimension and member. */
export type MemberSayings = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>

/** Indexes members by their names, labels, codes and, for countries, by what else they are called. */
export function indexMembers(members: readonly Member[], sayings: MemberSayings = new Map()): MemberIndex {
  const sizes = new Map<string, number>()
  for (const { domain, dimension } of members) sizes.set(`${domain}.${dimension}`, (sizes.get(`${domain}.${dimension}`) ?? 0) + 1)
  const forms = new Map<string, Form[]>()
  const parts = new Map<string, Form[]>()
  const initials = new Map<string, Form[]>()
  for (const member of members) {
    const said = sayings.get(`${member.domain}.${member.dimension}`)?.get(fold(member.value)) ?? []
    const names = [member.value, member.label]
    const short = (sizes.get(`${member.domain}.${member.dimension}`) ?? 0) <= shortenedUpTo ? initialsOf(member.label) : []
    const seen = new Set<string>()
    for (const name of [...names, ...otherNames(member.value), ...otherNames(member.label), ...said, ...short]) {
      const words = readText(name).tokens
      const first = words[0]
      if (!first || seen.has(fold(name))) continue
      seen.add(fold(name))
      const form = { member, words, name: names.includes(name), short: short.includes(name), declared: said.includes(name) }
      push(initials, first.text.charAt(0), form)
      push(forms, first.stem, form)
      if (!form.name || words.length < 2) continue
      for (const word of words) if (word.text.length > 2) push(parts, word.stem, form)
    }
  }
  return { forms, initials, parts }
}

/** Of so many members at most, each is also known by its initials. */
const shortenedUpTo = 200

/** `Research and Development` is called R&D and RD, `Quality Assurance` QA. */
function initialsOf(name: string): string[] {
  const words = name.split(/[\s/-]+/).filter((word) => /^[\p{L}&]/u.test(word))
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word))
  if (capitals.length < 2 || capitals.length > 4 || !words.every((word) => /^(\p{Lu}|and$|of$|&$|the$)/u.test(word))) return []
  const letters = capitals.map((word) => word.charAt(0))
  return [letters.join(''), ...(words.some((word) => /^(and|&)$/.test(word)) ? [letters.join('&')] : [])]
}

/** Both indexes in one. */
export function mergedIndex(base: MemberIndex, more: MemberIndex): MemberIndex {
  const merge = (
    a: ReadonlyMap<string, readonly Form[]>,
    b: ReadonlyMap<string, readonly Form[]>,
  ): Map<string, readonly Form[]> => {
    const map = new Map(a)
    for (const [key, forms] of b) map.set(key, [...(map.get(key) ?? []), ...forms])
    return map
  }
  return {
    forms: merge(base.forms, more.forms),
    initials: merge(base.initials, more.initials),
    parts: merge(base.parts, more.parts),
  }
}

function push(map: Map<string, Form[]>, key: string, form: Form): void {
  const known = map.get(key)
  if (known) known.push(form)
  else map.set(key, [form])
}

/** Codes of two letters are common words too, so they count in capitals only. */
function isShouted(token: Token | undefined, form: Form): boolean {
  const word = form.words[0]
  const isShort = (word?.text.length ?? 0) <= 2 || form.short
  return form.words.length > 1 || !isShort || /^[A-Z.&]+$/.test(token?.raw ?? '')
}

function matches(text: Text, at: number, form: Form): 'exact' | 'form' | undefined {
  if (at + form.words.length > text.tokens.length || !isShouted(text.tokens[at], form)) return undefined
  let exact = form.name
  for (const [index, word] of form.words.entries()) {
    const token = text.tokens[at + index]
    if (!token || token.stem !== word.stem || token.text.slice(0, 3) !== word.text.slice(0, 3)) return undefined
    if (token.text !== word.text) exact = false
  }
  return exact ? 'exact' : 'form'
}

/** A plain word such as `company` or `open` names a member only where nothing else explains it. */
export const isPlainWord = (text: Text, hit: MemberHit): boolean =>
  hit.to - hit.from === 1 &&
  (grammarWords.has(text.tokens[hit.from]?.text ?? '') || softWords.has(text.tokens[hit.from]?.text ?? ''))

/**
 * Finds members by their names, the longest at each place.
 * @param open tokens that nothing else explains: only these are tried as misspelt or as a part of a name.
 */
export function memberHits(text: Text, index: MemberIndex, open: ReadonlySet<number>): MemberHit[] {
  const hits: MemberHit[] = []
  for (let at = 0; at < text.tokens.length; ) {
    const hit =
      wholeName(text, at, index) ?? (open.has(at) ? (partOfName(text, at, index) ?? misspelt(text, at, index)) : undefined)
    if (hit) hits.push(hit)
    at = hit?.to ?? at + 1
  }
  return hits
}

function wholeName(text: Text, at: number, index: MemberIndex): MemberHit | undefined {
  let length = 0
  let found: { form: Form; by: 'exact' | 'form' }[] = []
  for (const form of index.forms.get(text.tokens[at]?.stem ?? '') ?? []) {
    const by = form.words.length < length ? undefined : matches(text, at, form)
    if (!by) continue
    if (form.words.length > length) found = []
    length = form.words.length
    found.push({ form, by })
  }
  if (length === 0) return undefined
  const exact = found.filter((one) => one.by === 'exact')
  return {
    members: distinct((exact.length > 0 ? [...exact, ...found] : found).map(({ form }) => form.member)),
    from: at,
    to: at + length,
    by: exact.length > 0 ? 'exact' : 'form',
    declared: exact.length === 0 && found.every(({ form }) => form.declared),
  }
}

/** Consecutive words of one name: `Mitchell` for Linda Mitchell. */
function partOfName(text: Text, at: number, index: MemberIndex): MemberHit | undefined {
  const first = text.tokens[at]
  if (!first || first.text.length < 3 || !/^\p{Lu}/u.test(first.raw)) return undefined
  const forms = (index.parts.get(first.stem) ?? []).filter((form) => form.words.some((word) => word.text === first.text))
  return forms.length === 0
    ? undefined
    : { members: distinct(forms.map(({ member }) => member)), from: at, to: at + 1, by: 'part' }
}

function misspelt(text: Text, at: number, index: MemberIndex): MemberHit | undefined {
  let best: Form[] = []
  let nearest = Number.POSITIVE_INFINITY
  for (const form of index.initials.get(text.tokens[at]?.text.charAt(0) ?? '') ?? []) {
    const cost = slipsIn(text, at, form)
    if (cost === undefined || cost > nearest) continue
    if (cost < nearest) best = []
    nearest = cost
    best.push(form)
  }
  const longest = Math.max(0, ...best.map((form) => form.words.length))
  best = best.filter((form) => form.words.length === longest)
  return best.length === 0
    ? undefined
    : { members: distinct(best.map(({ member }) => member)), from: at, to: at + longest, by: 'typo' }
}

function slipsIn(text: Text, at: number, form: Form): number | undefined {
  if (at + form.words.length > text.tokens.length) return undefined
  let sum = 0
  for (const [index, word] of form.words.entries()) {
    const token = text.tokens[at + index]
    if (!token || (token.text[0] !== word.text[0] && word.text.length > 0)) return undefined
    const limit =
      /\d/.test(word.text) || (form.words.length === 1 && token.text.length < (/^\p{Lu}/u.test(token.raw) ? 5 : 6))
        ? 0
        : slips(word.text.length)
    const cost =
      token.stem === word.stem && token.text.slice(0, 3) === word.text.slice(0, 3) ? 0 : distance(token.text, word.text, limit)
    if (cost > limit) return undefined
    sum += cost
  }
  return sum
}

function distinct(members: readonly Member[]): Member[] {
  const seen = new Map(members.map((member) => [`${member.domain}.${member.dimension}\n${member.value}`, member]))
  return [...seen.values()]
}
