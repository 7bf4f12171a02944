import { escapedForLike, fold, folded } from '@aems/kit/folding.ts'
import { type Column, type SQL, sql } from 'drizzle-orm'

/** Words in the title, or the start of the ref; case and accents do not matter. */
export function matching(search: string | null | undefined, table: { readonly title: Column; readonly ref: Column }): SQL[] {
  const words = escapedForLike(fold(search ?? '').trim())
  if (words === '') return []
  return [sql`(${folded(table.title)} like ${`%${words}%`} or ${folded(table.ref)} like ${`${words}%`})`]
}
