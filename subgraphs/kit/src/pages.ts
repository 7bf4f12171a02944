import { type SQL, sql } from 'drizzle-orm'
import { badInput } from './errors.ts'

/** Arguments of a list field of the graph. */
export interface PageArguments {
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
}

const written = {
  date: /^(?:-?infinity|\d{4,6}-\d{2}-\d{2})$/,
  timestamptz: /^\d{4,6}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d{1,6})?[+-]\d{2}(?::\d{2}){0,2}$/,
  numeric: /^(?:-?Infinity|-?\d+(?:\.\d+)?)$/,
  int: /^-?\d{1,10}$/,
  uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  text: /^/,
} as const

/** What a list is sorted by. No key is ever null, and together they are unique, so that a page ends at one place. */
export interface ListOrder {
  /** Tells cursors of this order from those of another. */
  readonly name: string
  readonly direction: 'asc' | 'desc'
  readonly keys: readonly { readonly sql: SQL; readonly type: keyof typeof written }[]
}

/** A page as it was asked for. */
export interface Page {
  /** Rows at most. */
  readonly limit: number
  /** The keys of the row that it begins after; null: it is the first page. */
  readonly after: readonly string[] | null
}

/** A page of a list (Relay). */
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

/** A row, and where it stands in its list. */
export interface Placed<Row> {
  readonly row: Row
  readonly keys: readonly string[]
}

const largestPage = 1_000

/**
 * The page that a list field's arguments ask for.
 * @throws {GraphError} BAD_INPUT where `first` is out of bounds, or `after` is not a cursor of a list in this order.
 */
export function readPage({ first, after }: PageArguments, order: ListOrder): Page {
  const limit = first ?? 50
  if (limit < 1 || limit > largestPage) {
    throw badInput(`first is ${limit.toLocaleString('en')}; a page has from 1 to ${largestPage.toLocaleString('en')} rows.`)
  }
  return { limit, after: after == null ? null : readCursor(after, order) }
}

const writeCursor = ({ name }: ListOrder, keys: readonly string[]): string =>
  Buffer.from(JSON.stringify([name, ...keys])).toString('base64url')

function readCursor(cursor: string, order: ListOrder): string[] {
  const [name, ...keys] = parsed(cursor)
  const fits = name === order.name && keys.length === order.keys.length
  const sound = order.keys.every(({ type }, index) => written[type].test(keys[index] ?? ''))
  if (fits && sound) return keys
  throw badInput(
    `after, “${cursor.slice(0, 40)}”, is not a cursor of this list in this order; give the endCursor of the page before, with the same orderBy.`,
  )
}

function parsed(cursor: string): string[] {
  try {
    const found: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(found) && found.every((part) => typeof part === 'string') ? found : []
  } catch {
    return []
  }
}

/** The condition that holds for rows after the page's beginning; none on the first page. */
export function afterStart({ after }: Page, { direction, keys }: ListOrder): SQL[] {
  if (after === null) return []
  const place = keys.map(({ type }, index) => sql`${after[index]}::${sql.raw(type)}`)
  const row = keys.map((key) => key.sql)
  return [sql`(${sql.join(row, sql`, `)}) ${sql.raw(direction === 'asc' ? '>' : '<')} (${sql.join(place, sql`, `)})`]
}

/** What stands after `order by`. */
export function sorting({ direction, keys }: ListOrder): SQL {
  return sql.join(
    keys.map((key) => sql`${key.sql} ${sql.raw(direction)}`),
    sql`, `,
  )
}

/**
 * A page out of the rows that were found for it.
 * @param found the page's rows and, where there are more, at least one after them.
 */
export function connection<Row>(
  found: readonly Placed<Row>[],
  page: Page,
  order: ListOrder,
  totalCount: () => Promise<number>,
): Connection<Row> {
  const edges = found.slice(0, page.limit).map(({ row, keys }) => ({ cursor: writeCursor(order, keys), node: row }))
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: found.length > page.limit,
      hasPreviousPage: page.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  }
}
