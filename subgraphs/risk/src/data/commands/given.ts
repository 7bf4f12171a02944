import type { ViewerTransaction } from '@aems/drizzle/client.ts'
import {
  controls,
  findings,
  incidents,
  projectedEmployees,
  projectedOrgUnits,
  projectedProducts,
  risks,
} from '@aems/drizzle/risk/tables.ts'
import { isDay } from '@aems/kit/metrics/days.ts'
import { Refusal } from '@aems/kit/refusal.ts'
import { isId } from '@aems/kit/rows.ts'
import { today, type Viewer } from '@aems/kit/viewer.ts'
import Big from 'big.js'
import { eq } from 'drizzle-orm'
import { dayIn } from '../../domain/hours.ts'

export type Path = readonly string[]

/** @throws Refusal where what was given can't be. */
export function must(holds: boolean, message: string, path: Path): void {
  if (!holds) throw new Refusal(message, path, 'value')
}

/** The day given, else the company's today. @throws Refusal where it is to come. */
export function pastDay(viewer: Viewer, day: string | null | undefined, path: Path): string {
  const now = today(viewer.company)
  const given = day ?? now
  must(isDay(given), `“${given}” is not a day of the calendar; write it as YYYY-MM-DD.`, path)
  must(given <= now, `${given} is to come; give a day up to today, ${now}.`, path)
  return given
}

/** The instant given, else now: noon of the company's today, where that is not the real one. @throws Refusal where it is to come. */
export function pastInstant(viewer: Viewer, instant: string | null | undefined, path: Path): string {
  const { asOf, timeZone } = viewer.company
  const given = instant ?? (asOf === null ? new Date().toISOString() : `${asOf}T12:00:00.000Z`)
  const now = today(viewer.company)
  must(dayIn(timeZone, given) <= now, `${given} is to come; give an instant up to today, ${now}.`, path)
  return given
}

/** Text that was given, without spaces around it. @throws Refusal where it is empty or too long. */
export function textGiven(text: string, noun: string, path: Path, longest = 500): string {
  const trimmed = text.trim()
  const limit = longest.toLocaleString('en')
  must(trimmed !== '' && trimmed.length <= longest && !trimmed.includes('\0'), `${noun} has 1 to ${limit} characters.`, path)
  return trimmed
}

/** The same for what may be absent. */
export const optionalText = (text: string | null | undefined, noun: string, path: Path, longest?: number): string | null =>
  text == null ? null : textGiven(text, noun, path, longest)

/** A place on the scale from 1 to 5, of which four decimals are kept. @throws Refusal where it is none. */
export function onScale(value: string, noun: string, path: Path): string {
  must(
    /^\d(\.\d{1,4})?$/.test(value) && new Big(value).gte(1) && new Big(value).lte(5),
    `${noun} ${value} is not from 1 to 5.`,
    path,
  )
  return value
}

/** An amount of 0 or more. @throws Refusal where it is below zero or can't be kept. */
export function amountGiven(value: string | null | undefined, noun: string, path: Path): string | null {
  if (value == null) return null
  must(/^\d{1,16}(\.\d{1,4})?$/.test(value), `${noun} ${value} must be 0 or more, with 4 places at most.`, path)
  return value
}

/** The refusal of an id that names nothing. */
export const unknown = (noun: string, id: string, path: Path): Refusal =>
  new Refusal(`There is no ${noun} ${id} that you may see. Look its id up in the list.`, path, 'reference')

/** The refusal of a ref that something has which the viewer may not see. */
export const takenRef = (ref: string): Refusal =>
  new Refusal(`The ref ${ref} is taken already. Choose another.`, ['input', 'ref'], 'value')

const named = {
  employee: projectedEmployees,
  'org unit': projectedOrgUnits,
  product: projectedProducts,
  control: controls,
} as const

/** Makes sure that what an id names is there, where one is given. @throws Refusal where it is not. */
export async function mustBeThere(
  tx: ViewerTransaction,
  noun: keyof typeof named,
  id: string | null | undefined,
  path: Path,
): Promise<string | null> {
  if (id == null) return null
  const table = named[noun]
  const [found] = isId(id) ? await tx.select({ id: table.id }).from(table).where(eq(table.id, id)) : []
  if (found === undefined) throw unknown(noun, id, path)
  return found.id
}

const referred = { risk: risks, control: controls, finding: findings, incident: incidents } as const

/** The ref given, which nobody else may have; without one, the id. @throws Refusal where it is taken. */
export async function freeRef(
  tx: ViewerTransaction,
  noun: keyof typeof referred,
  ref: string | null | undefined,
  id: string,
): Promise<string> {
  if (ref == null) return id
  const path = ['input', 'ref']
  const own = textGiven(ref, 'A ref', path, 200)
  const table = referred[noun]
  const [taken] = await tx.select({ title: table.title }).from(table).where(eq(table.ref, own))
  must(taken === undefined, `The ref ${own} belongs to “${taken?.title}”. Choose another.`, path)
  return own
}
