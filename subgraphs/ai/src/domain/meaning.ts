import type { Dimension, Metric } from '@aems/schema/catalogue.ts'
import type { TimeUnit } from './time/calendar.ts'
import type { Compare, Period } from './time/period.ts'

export type Intent =
  | 'value'
  | 'trend'
  | 'breakdown'
  | 'ranking'
  | 'compare'
  | 'list'
  | 'share'
  | 'quotient'
  | 'why'
  | 'forecast'
  | 'whatif'
  | 'define'

/** A member of a dimension, as the graph names it. */
export interface Member {
  readonly domain: string
  readonly dimension: string
  /** What conditions call it: its name, or the ISO code of a country. */
  readonly value: string
  readonly label: string
}

/** Only these members, or all but these. */
export interface Filter {
  readonly dimension: string
  readonly members: readonly Member[]
  readonly not: boolean
}

export interface Threshold {
  readonly metric: Metric
  readonly op: '>' | '>=' | '<' | '<='
  /** Exact decimal; ratios as fractions. */
  readonly value: string
}

export interface Order {
  readonly by: Metric
  readonly of: 'value' | 'change' | 'changeRatio'
  readonly direction: 'asc' | 'desc'
}

/** What a question supposes to be otherwise than it is. */
export type Assumption =
  /** A figure moves: to so many times itself, by so much, or to a value. */
  | {
      readonly kind: 'change'
      readonly domain: string
      readonly metric: string
      /** What a screen calls the figure. */
      readonly label: string
      readonly by: 'factor' | 'plus' | 'to'
      /** Exact decimal; of ratios, fractions. */
      readonly value: string
    }
  /** The first so many by the figure are left out. */
  | {
      readonly kind: 'without'
      readonly domain: string
      readonly dimension: string
      /** What a screen calls them. */
      readonly label: string
      readonly first: number
      readonly direction: 'asc' | 'desc'
    }
  /** Those that the question's own condition leaves out. */
  | { readonly kind: 'withoutNamed' }

/** A question, understood: everything that the operation is made of. */
export interface Meaning {
  readonly intent: Intent
  readonly metrics: readonly Metric[]
  readonly period: Period
  /** Whether the question, or the one that it follows, named the period. */
  readonly periodNamed: boolean
  readonly grain: TimeUnit | null
  readonly by: readonly Dimension[]
  readonly where: readonly Filter[]
  readonly having: readonly Threshold[]
  readonly compare: Compare | null
  readonly order: Order | null
  readonly first: number | null
  /** For lists: what the rows are. */
  readonly entity: string | null
  /** For a share of a part in the whole: the dimension whose filter makes the part; null: each row's share of the total. */
  readonly part: string | null
  /** The rows are the single records behind the figure, not members that it is split by. */
  readonly records: boolean
  /** For why: how the question says that the figure moved; null: it does not say. */
  readonly premise: 'up' | 'down' | null
  /** For what-ifs: what is supposed. */
  readonly assumption: Assumption | null
}

/** A reading that the asker may choose. */
export interface Candidate {
  /** Name in the catalogue, or the member. */
  readonly name: string
  readonly label: string
  readonly description: string
  /** The whole question that chooses it. */
  readonly question: string
}

export type RefusalReason = 'out_of_scope' | 'no_data' | 'forbidden' | 'write' | 'injection'

/** What came of reading a question. */
export type Understanding =
  | { readonly status: 'understood'; readonly meaning: Meaning; readonly notes: readonly string[] }
  | { readonly status: 'clarify'; readonly meaning: Meaning; readonly text: string; readonly candidates: readonly Candidate[] }
  | {
      readonly status: 'refused'
      readonly meaning: Meaning
      readonly reason: RefusalReason
      readonly text: string
      readonly nearest: readonly Metric[]
    }
