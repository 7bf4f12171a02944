import { type SQL, sql } from 'drizzle-orm'
import { badInput } from './errors.ts'

/** A page of a list, as a client asks for it (Relay). */
export interface Page {
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
}

/** One of the expressions that a list is sorted by. It may not be null: coalesce it. The last one must be unique. */
export interface SortKey<Row> {
  readonly by: SQL
  readonly direction: 'asc' | 'desc'
  /** PostgreSQL's name of its type, so that a cursor's text is compared as what it is. */
  readonly type: 'text' | 'date' | 'integer' | 'numeric' | 'uuid'
  /** The same expression's value in a row. */
  readonly value: (row: Row) => string | number
}

/** What the statement behind a page must do. */
export interface Slice {
  /** Rows after the cursor; absent on the first page. */
  readonly where: SQL | undefined
  readonly orderBy: readonly SQL[]
  readonly limit: number
}

/** A page in the shape that connections have in the graph. */
export interface Connection<Row> {
  readonly edges: readonly { readonly cursor: string; readonly node: Row }[]
  readonly nodes: readonly Row[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
  /** Counted only where it is asked for. */
  readonly totalCount: () => Promise<number>
}

const largestPage = 1_000

/**
 * Reads one page by keyset: stable while rows come and go, and as fast on the thousandth page as on the first.
 * @throws GraphError BAD_INPUT where `first` or `after` can't be used.
 */
export async function connection<Row>(
  page: Page,
  sort: readonly SortKey<Row>[],
  fetch: (slice: Slice) => Promise<readonly Row[]>,
  count: () => Promise<number>,
): Promise<Connection<Row>> {
  const first = page.first ?? 50
  if (!Number.isInteger(first) || first < 1 || first > largestPage) {
    throw badInput(`first is ${first}; ask for 1 to ${largestPage.toLocaleString('en-US')} at a time.`)
  }
  const after = page.after ? readCursor(page.after, sort.length) : null
  const found = await fetch({
    where: after ? beyond(sort, after) : undefined,
    orderBy: sort.map(({ by, direction }) => (direction === 'asc' ? sql`${by} asc` : sql`${by} desc`)),
    limit: first + 1,
  })
  const nodes = found.slice(0, first)
  const edges = nodes.map((node) => ({ cursor: writeCursor(sort.map(({ value }) => value(node))), node }))
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: found.length > first,
      hasPreviousPage: after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: count,
  }
}

const writeCursor = (values: readonly (string | number)[]): string => Buffer.from(JSON.stringify(values)).toString('base64url')

function readCursor(cursor: string, length: number): readonly (string | number)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    const usable = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number'
    if (Array.isArray(values) && values.length === length && values.every(usable)) return values
  } catch {
    // Said below, as for any other cursor that is not one of ours.
  }
  throw badInput('after is not a cursor of this list. Take the endCursor of the page before, under the same order.')
}

/** Rows after a cursor: greater in the first key, or equal in it and greater in the next, and so on. */
function beyond<Row>(sort: readonly SortKey<Row>[], after: readonly (string | number)[]): SQL {
  const literal = (index: number): SQL => sql`${String(after[index])}::${sql.raw(sort[index]?.type ?? 'text')}`
  const alternatives = sort.map(({ by, direction }, index) => {
    const equal = sort.slice(0, index).map((key, earlier) => sql`${key.by} = ${literal(earlier)}`)
    const past = direction === 'asc' ? sql`${by} > ${literal(index)}` : sql`${by} < ${literal(index)}`
    return sql`(${sql.join([...equal, past], sql` and `)})`
  })
  return sql`(${sql.join(alternatives, sql` or `)})`
}
