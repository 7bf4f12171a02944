import type { Text } from './language/text.ts'
import { readText } from './language/text.ts'
import { repair } from './language/typos.ts'
import { grammarWords, ranks, softWords } from './language/words.ts'
import type { MemberIndex } from './linking/members.ts'
import type { Vocabulary } from './linking/vocabulary.ts'
import { timeWords } from './time/grammar/said-at.ts'

/** Words of time and of order that misspelt words may stand for, beside those of the catalogue. */
const ours =
  'month months quarter quarters year years week weeks days between versus against compared compare previous excluding without highest lowest biggest largest smallest fastest percentage average bottom before during since which what where territory growth'.split(
    ' ',
  )

/** A question with its misspelt words put right, and what was put right. */
export interface Repaired {
  readonly text: Text
  readonly notes: readonly string[]
}

const remembered = new WeakMap<Vocabulary, ReadonlySet<string>>()

/** All that a misspelt word may stand for. */
function wordsOf(vocabulary: Vocabulary): ReadonlySet<string> {
  const known =
    remembered.get(vocabulary) ??
    new Set([...vocabulary.words, ...timeWords, ...ours].filter((word) => word.length > 3 && !grammarWords.has(word)))
  remembered.set(vocabulary, known)
  return known
}

/**
 * Puts right words that nothing knows and that are nearly a word of the catalogue.
 * A word that belongs to a member's name, or that is a word of its own, is left alone.
 */
export function repaired(raw: string, vocabulary: Vocabulary, members: MemberIndex): Repaired {
  const text = readText(raw)
  const notes: string[] = []
  const known = wordsOf(vocabulary)
  let out = ''
  let at = 0
  for (const token of text.tokens) {
    const word = token.text
    const isKnown =
      token.number !== null ||
      word.length < 5 ||
      known.has(word) ||
      grammarWords.has(word) ||
      softWords.has(word) ||
      ranks.has(word) ||
      vocabulary.stems.has(token.stem) ||
      members.forms.has(token.stem) ||
      members.parts.has(token.stem)
    const better = isKnown ? undefined : repair(word, known)
    if (better === undefined || token.end <= at) continue
    notes.push(`“${token.raw}” read as “${better}”`)
    out += text.raw.slice(at, token.start) + better
    at = token.end
  }
  return notes.length === 0 ? { text, notes } : { text: readText(out + text.raw.slice(at)), notes }
}
