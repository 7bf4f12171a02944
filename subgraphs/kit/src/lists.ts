import type { DomainDatabase } from '@aems/drizzle/client.ts'
import DataLoader from 'dataloader'
import { type InferSelectModel, type SQL, sql, type Table } from 'drizzle-orm'
import { and, commas, list as listParameter } from './metrics/sql.ts'
import {
  afterStart,
  type Connection,
  connection,
  type ListOrder,
  type Page,
  type PageArguments,
  type Placed,
  readPage,
  sorting,
} from './pages.ts'
import { rowViewer } from './row-viewer.ts'
import { columnsOf, type Read } from './rows.ts'
import type { Viewer } from './viewer.ts'

/** Reads a domain's tables as the viewer. */
export function readingAs(database: DomainDatabase, viewer: Viewer): Read {
  const rows = rowViewer(viewer)
  return (work) => database.asViewer(rows, work)
}

/** A list of rows of `table`, before it is cut into pages. */
export interface List<Rows extends Table> {
  readonly table: Rows
  /** What stands after `from`; the table itself is in it. */
  readonly from: SQL
  /** All must hold. */
  readonly where: readonly SQL[]
  readonly order: ListOrder
}

type Found = Record<string, unknown>

const keyName = (index: number): SQL => sql`${sql.identifier(`cursor_${index}`)}`

function selection<Rows extends Table>({ table, from, where, order }: List<Rows>, page: Page): SQL {
  const keys = order.keys.map((key, index) => sql`(${key.sql})::text as ${keyName(index)}`)
  return sql`select ${commas([columnsOf(table), ...keys])} from ${from}
    where ${and([...where, ...afterStart(page, order)])}
    order by ${sorting(order)} limit ${page.limit + 1}`
}

function placed<Rows extends Table>(found: Found, { order }: List<Rows>): Placed<InferSelectModel<Rows>> {
  const keys = order.keys.map((_, index) => String(found[`cursor_${index}`]))
  // The columns were selected from the table's own, by the names that its model gives them.
  return { row: found as InferSelectModel<Rows>, keys }
}

/** One page of a list. */
export async function readList<Rows extends Table>(
  read: Read,
  list: List<Rows>,
  page: PageArguments,
): Promise<Connection<InferSelectModel<Rows>>> {
  const asked = readPage(page, list.order)
  const found = await read((tx) => tx.execute<Found>(selection(list, asked)))
  const total = async () => {
    const counted = await read((tx) =>
      tx.execute<{ count: number }>(sql`select count(*)::int as count from ${list.from} where ${and(list.where)}`),
    )
    return counted[0]?.count ?? 0
  }
  return connection(
    found.map((row) => placed(row, list)),
    asked,
    list.order,
    total,
  )
}

/** A page of the rows that belong to each of several parents; pages with the same arguments share a statement. */
export type PagesOf<Row> = (parentId: string, page: PageArguments) => Promise<Connection<Row>>

/**
 * Pages of the rows that belong to parents, such as a customer's orders: calls within one tick share a statement, however
 * many parents there are. Make it in the request's context.
 * @param parent the column that names the parent, of type uuid.
 */
export function pagesOf<Rows extends Table>(read: Read, list: List<Rows>, parent: SQL): PagesOf<InferSelectModel<Rows>> {
  type Row = InferSelectModel<Rows>
  const loaders = new Map<string, DataLoader<string, Placed<Row>[]>>()
  const counts = new DataLoader<string, number>(async (ids) => {
    const found = await read((tx) =>
      tx.execute<{ parent: string; count: number }>(sql`select ${parent} as parent, count(*)::int as count
        from ${list.from} where ${and([...list.where, sql`${parent} = any(${listParameter(ids, 'uuid')})`])} group by 1`),
    )
    const byParent = new Map(found.map((row) => [row.parent, row.count]))
    return ids.map((id) => byParent.get(id) ?? 0)
  })

  const loaderFor = (page: Page) => {
    const key = JSON.stringify(page)
    const known = loaders.get(key)
    if (known) return known
    const ofParent = selection({ ...list, where: [...list.where, sql`${parent} = parents.id`] }, page)
    const made = new DataLoader<string, Placed<Row>[]>(async (ids) => {
      const found = await read((tx) =>
        tx.execute<Found>(sql`select parents.id as parent, page.*
          from unnest(${listParameter(ids, 'uuid')}) as parents (id) cross join lateral (${ofParent}) page`),
      )
      const byParent = Map.groupBy(found, (row) => row['parent'])
      return ids.map((id) => (byParent.get(id) ?? []).map((row) => placed(row, list)))
    })
    loaders.set(key, made)
    return made
  }

  return async (parentId, args) => {
    const page = readPage(args, list.order)
    return connection(await loaderFor(page).load(parentId), page, list.order, () => counts.load(parentId))
  }
}

/** The same of rows that arguments limit: calls with the same limits and page share a statement. */
export type LimitedPagesOf<Limits, Row> = (parentId: string, limits: Limits, page: PageArguments) => Promise<Connection<Row>>

/**
 * Pages of the rows that belong to parents and lie within limits, such as an employee's expense claims of a year.
 * @param listOf the list within limits; asked once for the same limits.
 */
export function limitedPagesOf<Limits, Rows extends Table>(
  read: Read,
  listOf: (limits: Limits) => Promise<List<Rows>>,
  parent: SQL,
): LimitedPagesOf<Limits, InferSelectModel<Rows>> {
  const made = new Map<string, Promise<PagesOf<InferSelectModel<Rows>>>>()
  return async (parentId, limits, page) => {
    const key = JSON.stringify(limits)
    const pages = made.get(key) ?? listOf(limits).then((list) => pagesOf(read, list, parent))
    made.set(key, pages)
    return (await pages)(parentId, page)
  }
}
