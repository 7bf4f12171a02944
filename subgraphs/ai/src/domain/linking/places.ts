import { readText } from '../language/text.ts'
import { contentOf } from './vocabulary.ts'

/** Whole numbers from the first, up to but without the last. */
export const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)

/** The tokens that hits cover. */
export const tokensOf = (hits: readonly { readonly from: number; readonly to: number }[]): Set<number> =>
  new Set(hits.flatMap((hit) => range(hit.from, hit.to)))

/** The stems that count in a phrase. */
export const stemsIn = (phrase: string): string[] => contentOf(readText(phrase).tokens).map(({ stem }) => stem)
