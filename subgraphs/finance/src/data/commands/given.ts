import type { ViewerTransaction } from '@aems/drizzle/client.ts'
import { accounts, projectedCustomers, projectedOrgUnits, projectedSuppliers } from '@aems/drizzle/finance/tables.ts'
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

/** @throws Refusal where it is no day of the calendar. */
export function calendarDay(day: string, path: Path): string {
  must(isDay(day), `“${day}” is not a day of the calendar; write it as YYYY-MM-DD.`, path)
  return day
}

/** The day given, else the company's today. @throws Refusal where it is no day, or is to come. */
export function dayGiven(viewer: Viewer, day: string | null | undefined, path: Path): string {
  const now = today(viewer.company)
  const given = calendarDay(day ?? now, path)
  must(given <= now, `${given} is to come; give a day up to today, ${now}.`, path)
  return given
}

/** Text that was given, without spaces around it. @throws Refusal where it is empty or too long. */
export function textGiven(text: string, noun: string, path: Path): string {
  const trimmed = text.trim()
  must(trimmed !== '' && trimmed.length <= 500 && !trimmed.includes('\0'), `${noun} has 1 to 500 characters.`, path)
  return trimmed
}

/** An amount within the limits of what can be kept. @throws Refusal where it is not one. */
export function amountGiven(amount: string, path: Path): string {
  must(
    /^-?\d{1,15}(\.\d{1,4})?$/.test(amount),
    `“${amount}” is not an amount; write it like 1234.50, with 4 places at most.`,
    path,
  )
  return amount
}

/** An amount of more than nought. @throws Refusal where it is not one. */
export function positiveGiven(amount: string, path: Path): string {
  must(!amountGiven(amount, path).startsWith('-') && /[1-9]/.test(amount), `${amount} must be more than 0.`, path)
  return amount
}

/** The refusal for an id that names nothing. */
export const unknownReference = (noun: string, id: string, path: Path): Refusal =>
  new Refusal(`There is no ${noun} ${id} that you may see. Look its id up in the list.`, path, 'reference')

const tables = {
  account: accounts,
  customer: projectedCustomers,
  supplier: projectedSuppliers,
  'org unit': projectedOrgUnits,
} as const

/** Makes sure that what an id names is there. @throws Refusal where it is not. */
export async function mustBeThere(tx: ViewerTransaction, noun: keyof typeof tables, id: string, path: Path): Promise<void> {
  const table = tables[noun]
  const [found] = isId(id) ? await tx.select({ id: table.id }).from(table).where(eq(table.id, id)) : []
  if (found === undefined) throw unknownReference(noun, id, path)
}
