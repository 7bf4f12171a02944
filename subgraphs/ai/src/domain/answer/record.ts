import type { Better, Unit } from '@aems/schema/catalogue.ts'
import type { RefusalReason } from '../meaning.ts'
import type { Chart } from './chart.ts'
import type { AnswerRow, Explanation } from './figures.ts'
import type { Chip } from './words.ts'

/** An answer, with everything that it rests on, as it is kept and served. */
export interface AnswerRecord {
  readonly id: string
  readonly conversationId: string
  readonly question: string
  readonly status: 'answered' | 'clarify' | 'refused' | 'error'
  /** What was understood: the contract that evaluation reads. */
  readonly understood: unknown
  readonly chips: readonly Chip[]
  readonly operation: string | null
  readonly variables: unknown
  readonly columns: readonly {
    readonly name: string
    readonly label: string
    readonly unit: Unit
    readonly better: Better
    readonly currency: string | null
  }[]
  readonly rows: readonly AnswerRow[]
  readonly totals: unknown
  readonly text: string
  readonly chart: Chart
  readonly candidates: readonly {
    readonly name: string
    readonly label: string
    readonly description: string
    readonly question: string
  }[]
  readonly reason: RefusalReason | null
  readonly suggestions: readonly string[]
  readonly explain: readonly Explanation[]
  readonly planner: 'embedded' | 'model'
  readonly milliseconds: number
  readonly askedAt: string
}
