import { isScale, numberWord, readNumber } from './numbers.ts'
import { stem } from './stem.ts'

/** One word of a question. */
export interface Token {
  /** As typed. */
  readonly raw: string
  /** Folded, lower case; number words as digits. */
  readonly text: string
  readonly stem: string
  /** Where it stands in the question as typed. */
  readonly start: number
  readonly end: number
  /** Punctuation between it and the next word. */
  readonly after: string
  /** An exact decimal, where it is a number. */
  readonly number: string | null
}

/** A question, as words. `joined` is their texts with single spaces, for grammars that read several at once. */
export interface Text {
  readonly raw: string
  readonly tokens: readonly Token[]
  readonly joined: string
  /** Where each token starts in `joined`. */
  readonly offsets: readonly number[]
}

/** Lower case, without accents, curly quotes or control characters. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’‘`´]/g, "'")
    .replace(/[–—−]/g, '-')
    .replace(/\p{C}/gu, ' ')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
}

const word =
  /\d{4}-\d{2}-\d{2}|\d{4}-w\d{1,2}\b|(?:\d[\d,]*\d|\d)(?:\.\d+)?[a-z]*\+?(?![\p{L}\p{N}])|[<>]=?|%|[\p{L}\p{N}]+(?:['&.][\p{L}\p{N}]+)*/gu

/** `what's` → what, is; `Marketing's` → Marketing; `didn't` → did, not; `U.K.` → uk. */
function parts(text: string): readonly string[] {
  const contraction = /^(what|who|how|where|when|that|it|there|here|let)'s$/.exec(text)
  if (contraction) return [contraction[1] ?? text, 'is']
  const bare = /^(what|who|how|where|when|that|there|here)s$/.exec(text)
  if (bare) return [bare[1] ?? text, 'is']
  if (/n't$/.test(text)) return [text.slice(0, -3), 'not']
  const negated = /^(do|did|does|is|are|was|were|has|have|had|could|would|should)nt$/.exec(text)
  if (negated) return [negated[1] ?? text, 'not']
  if (/^(we|you|they|i)'(ve|re|ll|d)$/.test(text)) return [text.split("'")[0] ?? text]
  return [
    text
      .replace(/'s$/, '')
      .replace(/'$/, '')
      .replace(/^((?:[a-z]\.)+[a-z])$/, (dotted) => dotted.replaceAll('.', '')),
  ]
}

const monthWord = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*'

/** Spans whose ends are joined by a dash: 2011-2014, Q1-Q3, January - March. */
const spans = ['(?:19|20)\\d\\d', 'q[1-4]', monthWord].map((end) => new RegExp(`\\b${end} ?- ?(?=${end}\\b)`, 'g'))

/** Splits a question into words. Years joined by a dash become a range: `2011-2014` → 2011 to 2014. */
export function readText(raw: string): Text {
  const folded = spans.reduce((text, pattern) => text.replace(pattern, (found) => found.replace('-', '\u0001')), foldInPlace(raw))
  const found = [...folded.matchAll(word)]
  const tokens: Token[] = []
  found.forEach((match, index) => {
    const next = found[index + 1]
    const end = match.index + match[0].length
    const after = folded.slice(end, next?.index ?? folded.length)
    const pieces = parts(match[0])
    pieces.forEach((piece, position) => {
      const last = position === pieces.length - 1
      tokens.push(token(raw.slice(match.index, end), piece, match.index, end, last ? after : ''))
    })
    if (after.includes('\u0001')) tokens.push(token('-', 'to', end, end, ''))
  })
  return asText(raw, mergeScales(tokens))
}

/** Printable ASCII without the backtick: folding it only lowers its case. */
const plain = /^[\x20-\x5f\x61-\x7e]*$/

/** Folds without moving a character, so that places in the folded text are places in the text as typed. */
function foldInPlace(raw: string): string {
  if (plain.test(raw)) return raw.toLowerCase()
  let out = ''
  for (let index = 0; index < raw.length; index++) {
    const folded = fold(raw.charAt(index))
    out += folded.length === 1 ? folded : folded.length === 0 ? '' : folded.charAt(0)
    if (folded.length === 0) out += ' '
  }
  return out
}

/** How people shorten and misspell small words when they type in haste. */
const shortened: Readonly<Record<string, string>> = {
  yr: 'year',
  yrs: 'years',
  mth: 'month',
  mths: 'months',
  qtr: 'quarter',
  qtrs: 'quarters',
  wk: 'week',
  wks: 'weeks',
  pls: 'please',
  plz: 'please',
  thx: 'thanks',
  gimme: 'give',
  wich: 'which',
  whcih: 'which',
  waht: 'what',
  hwo: 'how',
  teh: 'the',
  adn: 'and',
  v: 'vs',
}

function token(raw: string, piece: string, start: number, end: number, after: string): Token {
  const spelt = numberWord(piece)
  const text = spelt === undefined ? (Object.hasOwn(shortened, piece) ? (shortened[piece] ?? piece) : piece) : String(spelt)
  return { raw, text, stem: stem(text), start, end, after, number: readNumber(text) ?? null }
}

/** `2 million` is one number, two words. */
function mergeScales(tokens: readonly Token[]): Token[] {
  const merged: Token[] = []
  for (const current of tokens) {
    const before = merged.at(-1)
    const scale = fold(current.raw)
    if (before?.text === 'one' && /^(?:million|billion|thousand|hundred)$/.test(scale)) {
      merged[merged.length - 1] = { ...current, raw: `${before.raw} ${current.raw}`, start: before.start }
    } else if (before?.number && /^\s*$/.test(before.after) && isScale(scale) && scale.length > 1) {
      const number = readNumber(before.number, scale) ?? before.number
      merged[merged.length - 1] = {
        ...before,
        raw: `${before.raw} ${current.raw}`,
        text: number,
        stem: number,
        end: current.end,
        after: current.after,
        number,
      }
    } else {
      merged.push(current)
    }
  }
  return merged
}

function asText(raw: string, tokens: readonly Token[]): Text {
  const offsets: number[] = []
  let joined = ''
  for (const { text } of tokens) {
    if (joined !== '') joined += ' '
    offsets.push(joined.length)
    joined += text
  }
  return { raw, tokens, joined, offsets }
}

/** The tokens that a stretch of `joined` covers: from, and up to but without. */
export function tokensAt(text: Text, start: number, end: number): readonly [number, number] {
  let from = text.offsets.findIndex((offset, index) => offset + (text.tokens[index]?.text.length ?? 0) > start)
  if (from < 0) from = text.tokens.length
  let to = from
  while (to < text.tokens.length && (text.offsets[to] ?? 0) < end) to++
  return [from, to]
}

/** Content words of a phrase, as stems. */
export const stemsOf = (phrase: string): readonly Token[] => readText(phrase).tokens

/**
 * A question without some of its words, as it was typed otherwise.
 * @param instead what stands in the place of a span, by the span's first token.
 */
export function textWithout(
  text: Text,
  spans: readonly (readonly [number, number])[],
  instead: ReadonlyMap<number, string> = new Map(),
): string {
  return spans
    .toSorted(([a], [b]) => b - a)
    .reduce((raw, [from, to]) => {
      const [first, last] = [text.tokens[from], text.tokens[to - 1]]
      return first && last ? `${raw.slice(0, first.start)} ${instead.get(from) ?? ''} ${raw.slice(last.end)}` : raw
    }, text.raw)
    .trim()
}
