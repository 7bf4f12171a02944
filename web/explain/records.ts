import type { OpportunityState, SalesCondition } from '../gql/graphql.ts'

/** The lists that the ledger can read; which of them a metric stands in, the catalogue says. */
const lists = ['orderLines', 'orders', 'opportunities', 'customers', 'salesTargets'] as const
const states: readonly OpportunityState[] = ['OPEN', 'WON', 'LOST', 'CLOSED']

export type RecordList = (typeof lists)[number]

/** A metric as the catalogue tells it, as far as explaining its figures needs it. */
export interface CatalogueMetric {
  readonly name: string
  /** Names of the dimensions that its rows have. */
  readonly dimensions: readonly string[]
  readonly records?:
    | {
        readonly field: string
        readonly state?: string | null | undefined
        readonly sums?: string | null | undefined
        readonly counts: boolean
      }
    | null
    | undefined
}

/** The list that a metric's records stand in, and what of them comes to the figure. */
export interface RecordSource {
  readonly list: RecordList
  /** The only opportunities that are meant; null: every record of the list. */
  readonly state: OpportunityState | null
  /** The field of a record that sums to the figure. */
  readonly sums: string | null
  /** Whether the figure is the number of records. */
  readonly counts: boolean
}

/** Where the catalogue finds a metric's records; null where it names none, or a list or state that the ledger cannot read. */
export function recordSource(metric: CatalogueMetric | undefined): RecordSource | null {
  const records = metric?.records
  const list = lists.find((each) => each === records?.field)
  if (!records || !list) return null
  const state = records.state == null ? null : states.find((each) => each === records.state)
  if (state === undefined) return null
  return { list, state, sums: records.sums ?? null, counts: records.counts }
}

/** Conditions that mean something to a metric's records: as with figures, the others do not concern them. */
export function conditionsOf(metric: CatalogueMetric | undefined, where: readonly SalesCondition[]): readonly SalesCondition[] {
  return metric ? where.filter(({ dimension }) => metric.dimensions.includes(dimension)) : where
}

/**
 * A record's amount by the name of its field, as an exact decimal: null where the record has none, undefined where it was not
 * read at all.
 */
export function amountOf(record: object, field: string): string | null | undefined {
  const found: unknown = Object.entries(record).find(([name]) => name === field)?.[1]
  if (found === null) return null
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined
}
