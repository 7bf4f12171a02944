import type { Figures } from '../domain/answer/figures.ts'
import type { Said } from '../domain/answer/sentence.ts'
import { unfounded } from '../domain/answer/verify.ts'

const sentenceEnd = /(?<=[.!?])\s+(?=\p{Lu})/u

/**
 * Sentences of a model as soon as each is whole and checked; the first that holds a number which is no figure of the
 * answer ends it, with all that would have come after.
 * @param plain numbers that are no figures: names, dates, bounds.
 */
export async function* checkedSentences(
  pieces: AsyncIterable<string>,
  figures: Figures,
  plain: Said['plain'],
): AsyncGenerator<string, void> {
  let rest = ''
  const holds = (text: string): boolean => text !== '' && unfounded({ text, plain }, figures).length === 0
  for await (const piece of pieces) {
    const sentences = `${rest}${piece}`.split(sentenceEnd)
    rest = sentences.pop() ?? ''
    for (const sentence of sentences.map((each) => each.trim())) {
      if (!holds(sentence)) return
      yield sentence
    }
  }
  if (holds(rest.trim())) yield rest.trim()
}
