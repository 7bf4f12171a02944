import type { ViewerTransaction } from '@aems/drizzle/client.ts'
import type { customers, projectedProducts, salesPeople, territories } from '@aems/drizzle/sales/tables.ts'
import { listed } from '@aems/kit/metrics/plan.ts'
import { list } from '@aems/kit/metrics/sql.ts'
import { Refusal } from '@aems/kit/refusal.ts'
import { isId } from '@aems/kit/rows.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { sql } from 'drizzle-orm'

type Named = typeof customers | typeof territories | typeof salesPeople | typeof projectedProducts

/** A refusal of what names nothing that the viewer may see. */
export const notThere = (noun: string, id: string, ...path: string[]): Refusal =>
  new Refusal(`There is no ${noun} ${id} that you may see.`, ['input', ...path], 'reference')

/** The id, where there is such a row. @throws Refusal where there is none that the viewer may see. */
export async function there(tx: ViewerTransaction, table: Named, noun: string, id: string, ...path: string[]): Promise<string> {
  if (isId(id)) {
    const found = await tx.execute(sql`select 1 from ${table} where ${table.id} = ${id}`)
    if (found.length > 0) return id.toLowerCase()
  }
  throw notThere(noun, id, ...path)
}

/** The same of what may be absent. */
export const thereIfGiven = async (
  tx: ViewerTransaction,
  table: Named,
  noun: string,
  id: string | null | undefined,
  ...path: string[]
): Promise<string | null> => (id == null ? null : there(tx, table, noun, id, ...path))

/** Of many, in one statement. @throws Refusal naming those that are not there. */
export async function allThere(
  tx: ViewerTransaction,
  table: Named,
  noun: string,
  ids: readonly string[],
  ...path: string[]
): Promise<void> {
  const sound = ids.filter(isId)
  const found = await tx.execute<{ id: string }>(sql`select ${table.id} as id from ${table}
    where ${table.id} = any(${list(sound, 'uuid')})`)
  const known = new Set(found.map(({ id }) => id))
  const missing = [...new Set(ids)].filter((id) => !known.has(id.toLowerCase()))
  if (missing.length > 0) throw notThere(noun, listed(missing.slice(0, 10), 'or'), ...path)
}

/** A refusal of a ref that belongs to another row, be it one that the viewer may not see. */
export const refTaken = (noun: string, ref: string): Refusal =>
  new Refusal(`There is ${noun} ${ref} already; choose another ref.`, ['input', 'ref'])

/** Who sells: whoever is named, else a viewer who sees their own alone. @throws Refusal where that viewer names another. */
export function sellerOf({ scopes, salesPersonId }: Viewer, named: string | null | undefined): string | null {
  if (salesPersonId === null || scopes.has('sales:all')) return named ?? null
  if (named != null && named.toLowerCase() !== salesPersonId) {
    throw new Refusal(
      'You work with your own deals and orders alone: leave salesPersonId out, or ask somebody with sales:all.',
      ['input', 'salesPersonId'],
      'reference',
    )
  }
  return salesPersonId
}
