import { fold } from './language/text.ts'

/** What a word or a phrase means in one company, in words that the planner knows. */
export interface Term {
  readonly id: string
  readonly words: string
  readonly means: string
}

/** A question that an owner has checked. */
export interface Verified {
  readonly question: string
  readonly isRight: boolean
  /** The question that gives the right answer; null where none is known. */
  readonly means: string | null
}

/** A company's own language. */
export interface CompanyWords {
  readonly terms: readonly Term[]
  readonly verified: readonly Verified[]
}

export const noWords: CompanyWords = { terms: [], verified: [] }

/** A question in words that the planner knows. */
export interface Reworded {
  readonly question: string
  /** What was put in place of what. */
  readonly notes: readonly string[]
  /** An owner has marked its answer wrong, and nobody has said what would be right. */
  readonly isWrong: boolean
  readonly verified: Verified | null
}

const word = /[\p{L}\p{N}]+/gu

interface Place {
  readonly text: string
  readonly from: number
  readonly to: number
}

const placesIn = (text: string): Place[] =>
  [...text.matchAll(word)].map((match) => ({ text: fold(match[0]), from: match.index, to: match.index + match[0].length }))

/** Words as they are compared: without case, accents and signs. */
export const folded = (text: string): string =>
  placesIn(text)
    .map(({ text: each }) => each)
    .join(' ')

/** Puts a question into words that the planner knows: whole, where an owner has checked it, else term by term. */
export function reworded(question: string, { terms, verified }: CompanyWords): Reworded {
  const same = folded(question)
  const checked = verified.find((each) => folded(each.question) === same) ?? null
  if (checked && !checked.isRight && checked.means === null) return { question, notes: [], isWrong: true, verified: checked }
  const base = checked?.means ?? question
  const { text, notes } = expanded(base, terms)
  return { question: text, notes, isWrong: false, verified: checked }
}

/** Each term is put in place once, the longest first; what a term means is not read for terms again. */
function expanded(question: string, terms: readonly Term[]): { readonly text: string; readonly notes: readonly string[] } {
  const known = terms
    .map((term) => ({ term, words: placesIn(term.words).map(({ text }) => text) }))
    .filter(({ words }) => words.length > 0)
    .toSorted((a, b) => b.words.length - a.words.length)
  const places = placesIn(question)
  const notes = new Set<string>()
  let [text, at, index] = ['', 0, 0]
  while (index < places.length) {
    const hit = known.find(({ words }) => words.every((each, offset) => places[index + offset]?.text === each))
    const [first, last] = [places[index], places[index + (hit?.words.length ?? 1) - 1]]
    if (hit && first && last) {
      text += question.slice(at, first.from) + hit.term.means
      at = last.to
      notes.add(`“${question.slice(first.from, last.to)}” means ${hit.term.means} here`)
    }
    index += hit?.words.length ?? 1
  }
  return { text: text + question.slice(at), notes: [...notes] }
}
