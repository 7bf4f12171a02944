import type { Figures } from '../domain/answer/figures.ts'
import type { Said } from '../domain/answer/sentence.ts'
import type { Meaning, RefusalReason } from '../domain/meaning.ts'
import type { Operation } from '../domain/operation.ts'

/** What working out a question came to: figures with words for them, or why there are none. */
export type Told =
  | {
      readonly kind: 'told'
      readonly meaning: Meaning
      readonly operation: Operation
      readonly figures: Figures
      readonly said: Said
    }
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly text: string; readonly operation?: Operation }
  | { readonly kind: 'failed'; readonly text: string; readonly operation?: Operation }

/** What can't be worked out from the figures that there are. */
export const cant = (text: string): Told => ({ kind: 'refused', reason: 'no_data', text })
