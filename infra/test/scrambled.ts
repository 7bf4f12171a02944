import { declaredSayings } from '@aems/ai/data/members.ts'
import { stem } from '@aems/ai/domain/language/stem.ts'
import { fold, readText } from '@aems/ai/domain/language/text.ts'
import { grammarWords, isSoft, ranks } from '@aems/ai/domain/language/words.ts'
import { indexMembers } from '@aems/ai/domain/linking/members.ts'
import { timeWords } from '@aems/ai/domain/time/grammar/said-at.ts'
import { knowledgeOf, members } from '@aems/ai/test/company.ts'
import { catalogue } from '@aems/schema/catalogue.ts'

/** Random, yet the same on every run (Mulberry32). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const syllables = ['bra', 'ko', 'vu', 'zim', 'tol', 'ner', 'fli', 'gap', 'dru', 'pel', 'wok', 'jin', 'mur', 'hab', 'sko', 'tiv']

/** Words of the language, which mean the same in every company: of measuring, of planning, of question and condition. */
const language =
  /^(longer|beginning|behind|raised?|impact|expected|selling|order|orders|last|this|next|past|same|since|above|below|under|over|year|quarter|month|week|half|fiscal|calendar|date|earlier|money|average|mean|median|rate|ratio|score|share|percentage|index|budget|budgeted|plan|planned|actual|forecast|target|quota|miss|missed|hit|beat|met|reach|reached|made|who|people|staff|employee|employees|person|women|men|price|prices|pricing|discount|discounts|value|days|hours|months|late|open|opened|overdue|statement|income|profit|loss|cash|flow|left|leavers|lost|lose|sold|bought|spent|spend|worth|deep|high|low)$/

/** A company whose names, and all words of whose catalogue that are not the language's own, were replaced by made-up ones. */
export function scrambled(seed: number) {
  const next = random(seed)
  const roots = new Map<string, string>()
  const whole = catalogue()
  const texts = [
    ...whole.metrics.flatMap(({ label, says, description }) => [label, description, ...says]),
    ...whole.dimensions.flatMap(({ label, says }) => [label, ...says]),
    ...members.filter(({ dimension }) => !isWorld(dimension)).flatMap(({ value, label }) => [value, label]),
  ]
  const world = new Set(members.filter(({ dimension }) => isWorld(dimension)).flatMap(({ label }) => fold(label).split(' ')))
  for (const { text } of texts.flatMap((one) => readText(one).tokens)) {
    const isKept =
      !/^[a-z]{4,}$/.test(text) ||
      grammarWords.has(text) ||
      isSoft(text) ||
      ranks.has(text) ||
      timeWords.has(text) ||
      world.has(text) ||
      language.test(text)
    if (!isKept && !roots.has(stem(text)))
      roots.set(
        stem(text),
        Array.from({ length: 3 }, () => syllables[Math.floor(next() * syllables.length)] ?? '').join('') +
          roots.size.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit))) +
          'o',
      )
  }
  const word = (raw: string): string => {
    const folded = fold(raw)
    const root = /^[a-z]{4,}$/.test(folded) && !language.test(folded) && !isSoft(folded) ? roots.get(stem(folded)) : undefined
    if (root === undefined) return raw
    const ending = /(?:[^s]s)$/.test(folded) ? 's' : ''
    const said = root + ending
    return /^\p{Lu}/u.test(raw) ? said.charAt(0).toUpperCase() + said.slice(1) : said
  }
  const text = (raw: string): string => raw.replace(/\p{L}+/gu, word)
  const name = (metric: string): string => text(metric.toLowerCase().replaceAll('_', ' ')).toUpperCase().replaceAll(' ', '_')
  const named = members.map((member) =>
    isWorld(member.dimension) ? member : { ...member, value: text(member.value), label: text(member.label) },
  )
  const replaced = {
    metrics: whole.metrics.map((metric) => ({
      ...metric,
      name: name(metric.name),
      label: text(metric.label),
      description: text(metric.description),
      says: metric.says.map(text),
    })),
    dimensions: whole.dimensions.map((dimension) => ({
      ...dimension,
      label: text(dimension.label),
      says: dimension.says.map(text),
      members: dimension.members.map(({ member, says }) => ({ member: text(member), says: says.map(text) })),
    })),
  }
  const knowledge = knowledgeOf(replaced, { members: indexMembers(named, declaredSayings(replaced.dimensions)) })
  return { text, name, knowledge }
}

/** Territories and countries are the world's. */
const isWorld = (dimension: string): boolean => /COUNTRY|TERRITORY/.test(dimension)
