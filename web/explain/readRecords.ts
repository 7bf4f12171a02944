import { add, type Decimal, decimal, zero } from '../format/decimal.ts'
import { dateName } from '../format/period.ts'
import type { PeriodInput, SalesCondition } from '../gql/graphql.ts'
import { browserGraph } from '../graph/browser.ts'
import {
  CustomerRecords,
  LineAmounts,
  LineRecords,
  OpportunityAmounts,
  OpportunityRecords,
  OrderRecords,
  TargetRecords,
} from './operations.ts'
import { amountOf, type RecordSource } from './records.ts'

/** A record as a row of the ledger. */
interface RecordRow {
  readonly id: string
  readonly name: string
  readonly of: string
  /** What it adds to the figure, or what it amounts to; null where it has no amount. */
  readonly amount: string | null
}

export interface Records {
  readonly rows: readonly RecordRow[]
  readonly totalCount: number
}

export interface RecordScope {
  readonly period: PeriodInput
  readonly where: readonly SalesCondition[]
}

/** The first records behind a figure, largest first where they have an amount. */
export async function firstRecords(source: RecordSource, scope: RecordScope, first: number): Promise<Records | null> {
  const variables = { ...scope, first }
  const client = browserGraph()
  const fresh = { fetchPolicy: 'no-cache', errorPolicy: 'none' } as const
  switch (source.list) {
    case 'orderLines': {
      const { data } = await client.query({ query: LineRecords, variables, ...fresh })
      return records(data?.orderLines, (line) => ({
        id: line.id,
        name: line.order?.ref ? `${line.order.ref}, line ${line.line}` : `Line ${line.line}`,
        of: line.product?.name ?? line.order?.customer?.name ?? '',
        amount: amountOf(line, source.sums ?? 'netAmount') ?? null,
      }))
    }
    case 'orders': {
      const { data } = await client.query({ query: OrderRecords, variables, ...fresh })
      return records(data?.orders, (order) => ({
        id: order.id,
        name: order.ref,
        of: order.customer?.name ?? '',
        amount: order.netAmount,
      }))
    }
    case 'opportunities': {
      const { data } = await client.query({
        query: OpportunityRecords,
        variables: { ...variables, state: source.state },
        ...fresh,
      })
      return records(data?.opportunities, (each) => ({
        id: each.id,
        name: each.ref,
        of: each.customer?.name ?? '',
        amount: amountOf(each, source.sums ?? 'amount') ?? null,
      }))
    }
    case 'customers': {
      const { data } = await client.query({ query: CustomerRecords, variables, ...fresh })
      return records(data?.customers, (each) => ({ id: each.id, name: each.ref, of: each.name, amount: null }))
    }
    case 'salesTargets': {
      const { data } = await client.query({ query: TargetRecords, variables, ...fresh })
      return records(data?.salesTargets, (each) => ({
        id: each.id,
        name: each.salesPerson?.name ?? each.territory?.name ?? '',
        of: `${dateName(each.startsOn)} to ${dateName(each.endsOn)}`,
        amount: each.amount,
      }))
    }
  }
}

function records<Node>(
  connection: { readonly totalCount: number; readonly nodes: readonly Node[] } | null | undefined,
  row: (node: Node) => RecordRow,
): Records | null {
  return connection ? { rows: connection.nodes.map(row), totalCount: connection.totalCount } : null
}

const pageSize = 1000

/**
 * Adds up every record behind a figure, a page at a time, exactly. `onProgress` hears how many are done;
 * null where the source has no amounts, or where `signal` stopped it.
 */
export async function sumOfRecords(
  source: RecordSource,
  scope: RecordScope,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<Decimal | null> {
  let [sum, done] = [zero, 0]
  let after: string | null = null
  do {
    const page: AmountPage | null = await amounts(source, scope, after)
    if (!page || signal.aborted) return null
    for (const amount of page.amounts) if (amount != null) sum = add(sum, decimal(amount))
    done += page.amounts.length
    onProgress(done)
    after = page.next
  } while (after !== null)
  return sum
}

interface AmountPage {
  readonly amounts: readonly (string | null | undefined)[]
  readonly next: string | null
}

async function amounts(source: RecordSource, scope: RecordScope, after: string | null): Promise<AmountPage | null> {
  const { sums } = source
  if (sums === null) return null
  const variables = { ...scope, first: pageSize, after }
  const fresh = { fetchPolicy: 'no-cache', errorPolicy: 'none' } as const
  switch (source.list) {
    case 'orderLines': {
      const { data } = await browserGraph().query({ query: LineAmounts, variables, ...fresh })
      return amountPage(data?.orderLines, sums)
    }
    case 'opportunities': {
      const { data } = await browserGraph().query({
        query: OpportunityAmounts,
        variables: { ...variables, state: source.state },
        ...fresh,
      })
      return amountPage(data?.opportunities, sums)
    }
    default:
      return null
  }
}

interface Page {
  readonly nodes: readonly object[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null | undefined }
}

/** A page's amounts; null where the operation does not read the field that sums to the figure. */
function amountPage(page: Page | null | undefined, field: string): AmountPage | null {
  if (!page) return null
  const found = page.nodes.map((node) => amountOf(node, field))
  const { hasNextPage, endCursor } = page.pageInfo
  return found.includes(undefined) ? null : { amounts: found, next: hasNextPage ? (endCursor ?? null) : null }
}
