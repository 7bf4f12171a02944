import type { Clock } from '../period.ts'
import { comparisons } from './comparison.ts'
import { grains } from './grain.ts'
import { namedDays } from './named.ts'
import { relativeDays } from './relative.ts'
import type { Rule, Said } from './said.ts'

/** One rule per way of speaking; at each place the longest match counts, of equals the first. */
const grammar: readonly Rule[] = [...namedDays, ...relativeDays, ...comparisons, ...grains]

/** Every word that the grammar of time reads, of four letters or more: what misspelt ones may stand for. */
export const timeWords: ReadonlySet<string> = new Set(grammar.flatMap(([source]) => source.match(/(?<![\\\w])[a-z]{4,}/g) ?? []))

const compiled = grammar.map(([source, build]) => [new RegExp(`(?:${source})(?![^ ])`, 'y'), build] as const)

/** The longest thing said about time that begins at this place of a text of single-spaced folded words. */
export function saidAt(joined: string, start: number, clock: Clock): { readonly said: Said; readonly end: number } | undefined {
  let best: { said: Said; end: number } | undefined
  for (const [pattern, build] of compiled) {
    pattern.lastIndex = start
    const match = pattern.exec(joined)
    if (!match || start + match[0].length <= (best?.end ?? start)) continue
    const found = build((index) => match[index] ?? '', clock, match[0])
    if (found) best = { said: found, end: start + match[0].length }
  }
  return best
}
