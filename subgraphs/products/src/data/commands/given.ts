import type { ViewerTransaction } from '@aems/drizzle/client.ts'
import { products, suppliers, warehouses } from '@aems/drizzle/products/tables.ts'
import { isDay } from '@aems/kit/metrics/days.ts'
import { Refusal } from '@aems/kit/refusal.ts'
import { isId } from '@aems/kit/rows.ts'
import { today, type Viewer } from '@aems/kit/viewer.ts'
import { eq } from 'drizzle-orm'

type Path = readonly string[]

/** @throws Refusal where what was given can't be. */
export function must(holds: boolean, message: string, path: Path): void {
  if (!holds) throw new Refusal(message, path, 'value')
}

/** The day given, else the company's today. @throws Refusal where it is no day, or is to come. */
export function dayGiven(viewer: Viewer, day: string | null | undefined, path: Path): string {
  const now = today(viewer.company)
  const given = day ?? now
  must(isDay(given), `“${given}” is not a day of the calendar; write it as YYYY-MM-DD.`, path)
  must(given <= now, `${given} is to come; give a day up to today, ${now}.`, path)
  return given
}

/** Text that was given, without spaces around it. @throws Refusal where it is empty or too long. */
export function textGiven(text: string, noun: string, path: Path): string {
  const trimmed = text.trim()
  must(trimmed !== '' && trimmed.length <= 500 && !trimmed.includes('\0'), `${noun} has 1 to 500 characters.`, path)
  return trimmed
}

/** A decimal within the limits of what can be kept. @throws Refusal where it is below zero or too long. */
export function unsignedGiven(value: string, noun: string, path: Path): string {
  must(/^\d{1,16}(\.\d{1,4})?$/.test(value), `${noun} “${value}” must be 0 or more, with 4 places at most.`, path)
  return value
}

const unknown = (noun: string, id: string, path: Path): Refusal =>
  new Refusal(`There is no ${noun} ${id} that you may see. Look its id up in the list.`, path, 'reference')

const tables = { product: products, supplier: suppliers, warehouse: warehouses } as const

/** Makes sure that what an id names is there. @throws Refusal where it is not. */
export async function mustBeThere(
  tx: ViewerTransaction,
  noun: keyof typeof tables,
  id: string,
  path: Path,
): Promise<{ readonly id: string; readonly name: string }> {
  const table = tables[noun]
  const [found] = isId(id) ? await tx.select({ id: table.id, name: table.name }).from(table).where(eq(table.id, id)) : []
  if (found === undefined) throw unknown(noun, id, path)
  return found
}

/** The refusal for an id that names nothing. */
export { unknown as unknownReference }
