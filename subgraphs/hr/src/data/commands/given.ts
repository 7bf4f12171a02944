import type { ViewerTransaction } from '@aems/drizzle/client.ts'
import { employees, orgUnits } from '@aems/drizzle/hr/tables.ts'
import { addMonths, isDay } from '@aems/kit/metrics/days.ts'
import { Refusal } from '@aems/kit/refusal.ts'
import { isId } from '@aems/kit/rows.ts'
import { today, type Viewer } from '@aems/kit/viewer.ts'
import { eq, sql } from 'drizzle-orm'
import { isEmployedOn } from '../../domain/employed.ts'

type Path = readonly string[]

/** @throws Refusal where what was given can't be. */
export function must(holds: boolean, message: string, path: Path): void {
  if (!holds) throw new Refusal(message, path, 'value')
}

/** The day given, else the company's today. @throws Refusal where it is no day, or is after the last that may be given. */
function dayUpTo(viewer: Viewer, last: string, day: string | null | undefined, path: Path): string {
  const given = day ?? today(viewer.company)
  must(isDay(given), `“${given}” is not a day of the calendar; write it as YYYY-MM-DD.`, path)
  must(given <= last, `${given} is too far ahead; give a day up to ${last}.`, path)
  return given
}

/** A day up to today. @throws Refusal */
export const pastDay = (viewer: Viewer, day: string | null | undefined, path: Path): string =>
  dayUpTo(viewer, today(viewer.company), day, path)

/** A day up to a year ahead: what is agreed on today. @throws Refusal */
export const agreedDay = (viewer: Viewer, day: string | null | undefined, path: Path): string =>
  dayUpTo(viewer, addMonths(today(viewer.company), 12), day, path)

/** Text that was given, without spaces around it. @throws Refusal where it is empty or too long. */
export function textGiven(text: string, noun: string, path: Path): string {
  const trimmed = text.trim()
  must(trimmed !== '' && trimmed.length <= 500 && !trimmed.includes('\0'), `${noun} has 1 to 500 characters.`, path)
  return trimmed
}

/** The same for what may be absent. */
export const optionalText = (text: string | null | undefined, noun: string, path: Path): string | null =>
  text == null ? null : textGiven(text, noun, path)

/** A decimal of 0 or more. @throws Refusal where it is below zero or can't be kept. */
export function unsignedGiven(value: string, noun: string, path: Path): string {
  must(/^\d{1,16}(\.\d{1,4})?$/.test(value), `${noun} “${value}” must be 0 or more, with 4 places at most.`, path)
  return value
}

/** The same for what may be absent. */
export const optionalUnsigned = (value: string | null | undefined, noun: string, path: Path): string | null =>
  value == null ? null : unsignedGiven(value, noun, path)

/** The refusal for an id that names nothing. */
export const unknownReference = (noun: string, id: string, path: Path): Refusal =>
  new Refusal(`There is no ${noun} ${id} that you may see. Look its id up in the list.`, path, 'reference')

/** The refusal of a ref that something else has. */
export const takenRef = (ref: string): Refusal =>
  new Refusal(`The ref ${ref} is taken already. Choose another.`, ['input', 'ref'], 'value')

export type Person = typeof employees.$inferSelect

/** Someone, whom nobody else changes until the transaction ends. @throws Refusal where there is nobody. */
export async function personGiven(tx: ViewerTransaction, id: string, path: Path): Promise<Person> {
  const [person] = isId(id) ? await tx.select().from(employees).where(eq(employees.id, id)).for('update') : []
  if (person === undefined) throw unknownReference('employee', id, path)
  return person
}

/** @throws Refusal where they do not work here on a day. */
export function mustWorkHere(person: Person, day: string, path: Path): void {
  if (isEmployedOn(person, day)) return
  const { name, hiredOn, leftOn } = person
  const since = hiredOn !== null && hiredOn > day ? `; they begin on ${hiredOn}` : ''
  const until = leftOn === null ? '' : `; their first day away is ${leftOn}`
  throw new Refusal(`${name} does not work here on ${day}${since}${until}.`, path)
}

type Unit = typeof orgUnits.$inferSelect

/** An org unit that is the viewer's to act in. @throws Refusal where there is none, it is not theirs, or it was closed. */
export async function unitGiven(tx: ViewerTransaction, id: string, path: Path): Promise<Unit> {
  const [unit] = isId(id) ? await tx.select().from(orgUnits).where(eq(orgUnits.id, id)) : []
  if (unit === undefined) throw unknownReference('org unit', id, path)
  const [found] = await tx.execute<{ theirs: boolean }>(
    sql`select hr.viewer_sees_everyone() or ${unit.id}::uuid in (select hr.viewer_units()) as theirs`,
  )
  if (found?.theirs !== true) {
    throw new Refusal(`You manage neither ${unit.name} nor a unit above it; ask whoever does.`, path)
  }
  if (unit.closedOn !== null) throw new Refusal(`${unit.name} was closed on ${unit.closedOn}; name another unit.`, path)
  return unit
}
