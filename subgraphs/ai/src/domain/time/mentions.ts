import type { Text } from '../language/text.ts'
import { tokensAt } from '../language/text.ts'
import type { Said } from './grammar/said.ts'
import { saidAt } from './grammar/said-at.ts'
import type { Clock } from './period.ts'

/** Something said about time, and the tokens that say it: from the first to before `to`. */
export interface Mention {
  readonly said: Said
  readonly from: number
  readonly to: number
}

/** Everything that a text says about time, in its order; `blocked` tokens belong to names. */
export function mentions(text: Text, clock: Clock, blocked: ReadonlySet<number>): Mention[] {
  const found: Mention[] = []
  for (let index = 0; index < text.tokens.length; ) {
    const start = text.offsets[index] ?? 0
    const hit = blocked.has(index) ? undefined : saidAt(text.joined, start, clock)
    const [from, to] = hit ? tokensAt(text, start, hit.end) : [index, index + 1]
    if (hit && isMeant(text, from, to) && ![...blocked].some((at) => at >= from && at < to)) {
      found.push({ said: hit.said, from, to })
      index = to
    } else index++
  }
  return found
}

/** `may` and `march` are months only where they look like one. */
function isMeant(text: Text, from: number, to: number): boolean {
  const first = text.tokens[from]
  if (/^(?:19|20)\d\d$/.test(first?.text ?? '') && to - from === 1 && isAmount(text, from)) return false
  if (to - from > 1 || !first || !/^(may|march|mar|jan|dec|sep|second|first|ever|now)$/.test(first.text)) return true
  // `Now by month` only begins to speak.
  if (first.text === 'now') return from > 0 || text.tokens.length === 1
  if (first.text === 'ever') return true
  const before = text.tokens[from - 1]?.text ?? ''
  return (
    /^(in|since|for|until|till|from|to|of|by|during|through|and|between|last|this|vs|versus|with|against)$/.test(before) ||
    (from > 0 && /^\p{Lu}/u.test(first.raw))
  )
}

/** `more than 2000 orders` counts; `over 2013` does not. */
const isAmount = (text: Text, at: number): boolean => /(?:^| )(?:than|at least|at most|exceeding)$/.test(words(text, at - 2, at))

/** The words of a text from one token to before another. */
export const words = (text: Text, from: number, to: number): string =>
  text.tokens
    .slice(Math.max(0, from), to)
    .map((token) => token.text)
    .join(' ')
