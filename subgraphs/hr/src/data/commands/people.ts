import type { ViewerTransaction } from '@aems/drizzle/client.ts'
import { birthDays, employees, jobs } from '@aems/drizzle/hr/tables.ts'
import { newId } from '@aems/drizzle/ids.ts'
import type { RunCommand } from '@aems/kit/commands.ts'
import { addDays, isDay } from '@aems/kit/metrics/days.ts'
import { Refusal } from '@aems/kit/refusal.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import Big from 'big.js'
import { and, desc, eq, gte, isNull, or } from 'drizzle-orm'
import type * as graph from '../../graph.generated.ts'
import { noteChange } from '../changes.ts'
import {
  agreedDay,
  must,
  mustWorkHere,
  optionalText,
  type Person,
  pastDay,
  personGiven,
  takenRef,
  textGiven,
  unitGiven,
  unsignedGiven,
} from './given.ts'

/** Takes someone on, in their first job. @throws Refusal */
export function hireEmployee(run: RunCommand, viewer: Viewer, input: graph.HireEmployeeInput): Promise<string> {
  return run({ name: 'hireEmployee', idempotencyKey: input.idempotencyKey }, async (tx) => {
    const tenantId = viewer.company.id
    const id = newId()
    const hiredOn = agreedDay(viewer, input.hiredOn, ['input', 'hiredOn'])
    const unit = await unitGiven(tx, input.orgUnitId, ['input', 'orgUnitId'])
    const bornOn = birthDayGiven(viewer, input.bornOn, hiredOn)
    const job = { orgUnitId: unit.id, jobTitle: textGiven(input.jobTitle, 'A job title', ['input', 'jobTitle']) }
    const became = {
      ...job,
      ref: input.ref == null ? id : textGiven(input.ref, 'A ref', ['input', 'ref']),
      name: textGiven(input.name, 'A name', ['input', 'name']),
      email: optionalText(input.email, 'An e-mail address', ['input', 'email']),
      gender: input.gender?.toLowerCase() ?? null,
      hiredOn,
      jobLevel: optionalText(input.jobLevel, 'A job level', ['input', 'jobLevel']),
      managerId: await managerGiven(tx, input.managerId, hiredOn, unit.managerId),
      employmentType: optionalText(input.employmentType, 'An employment type', ['input', 'employmentType']),
      fte: shareOfWeek(input.fte ?? '1'),
      location: optionalText(input.location, 'A location', ['input', 'location']),
      hireSource: optionalText(input.hireSource, 'A hire source', ['input', 'hireSource']),
    }
    const written = await tx
      .insert(employees)
      .values({ tenantId, id, ...became })
      .onConflictDoNothing()
      .returning({ id: employees.id })
    if (written.length === 0) throw takenRef(became.ref)
    await tx.insert(jobs).values({ tenantId, id: newId(), employeeId: id, ...job, startsOn: hiredOn })
    if (bornOn !== null) await tx.insert(birthDays).values({ tenantId, id, bornOn })
    await noteChange(tx, viewer, { subjectId: id, action: 'hireEmployee', became: { ...job, hiredOn } })
    return { id, event: { type: 'employee.hired', subject: { orgUnitId: unit.id, hiredOn } } }
  })
}

/** A day of birth, which those alone write who may read it; history does not tell it. @throws Refusal */
function birthDayGiven({ scopes }: Viewer, day: string | null | undefined, hiredOn: string): string | null {
  if (day == null) return null
  const path = ['input', 'bornOn']
  must(scopes.has('hr:personal:read'), 'Whoever may not read birth days (hr:personal:read) leaves bornOn out.', path)
  must(isDay(day) && day < hiredOn, `“${day}” is no day before their first one, ${hiredOn}.`, path)
  return day
}

function shareOfWeek(fte: string): string {
  const path = ['input', 'fte']
  const share = new Big(unsignedGiven(fte, 'A share of a week', path))
  must(share.gt(0) && share.lte(1), `“${fte}” is no share of a full week; give more than 0 and at most 1.`, path)
  return fte
}

/** Whom someone reports to: the one named, who must work here, else whoever manages the unit. @throws Refusal */
async function managerGiven(
  tx: ViewerTransaction,
  id: string | null | undefined,
  day: string,
  otherwise: string | null,
): Promise<string | null> {
  if (id == null) return otherwise
  const manager = await personGiven(tx, id, ['input', 'managerId'])
  mustWorkHere(manager, day, ['input', 'managerId'])
  return manager.id
}

/** Gives someone another job, unit or manager; what they were before stays as it was. @throws Refusal */
export function transferEmployee(run: RunCommand, viewer: Viewer, input: graph.TransferEmployeeInput): Promise<string> {
  return run({ name: 'transferEmployee', idempotencyKey: input.idempotencyKey }, async (tx) => {
    const on = pastDay(viewer, input.on, ['input', 'on'])
    const person = await personGiven(tx, input.employeeId, ['input', 'employeeId'])
    if (person.id === viewer.employeeId) {
      throw new Refusal('This is you yourself; someone else must change your job.', ['input', 'employeeId'])
    }
    mustWorkHere(person, on, ['input', 'on'])
    const unit = input.orgUnitId == null ? null : await unitGiven(tx, input.orgUnitId, ['input', 'orgUnitId'])
    const moves = unit !== null && unit.id !== person.orgUnitId
    const otherwise = moves && unit.managerId !== person.id ? unit.managerId : person.managerId
    const became = {
      orgUnitId: unit?.id ?? person.orgUnitId,
      jobTitle: optionalText(input.jobTitle, 'A job title', ['input', 'jobTitle']) ?? person.jobTitle,
      jobLevel: optionalText(input.jobLevel, 'A job level', ['input', 'jobLevel']) ?? person.jobLevel,
      managerId: await managerGiven(tx, input.managerId, on, otherwise),
    }
    must(became.managerId !== person.id, `${person.name} can't report to themselves.`, ['input', 'managerId'])
    const { orgUnitId, jobTitle, jobLevel, managerId } = person
    const was = { orgUnitId, jobTitle, jobLevel, managerId }
    must(
      JSON.stringify(was) !== JSON.stringify(became),
      'Nothing would change; give another org unit, job title, job level or manager.',
      ['input'],
    )
    if (moves || became.jobTitle !== jobTitle) await changeJob(tx, person, { ...became, on })
    await tx.update(employees).set(became).where(eq(employees.id, person.id))
    await noteChange(tx, viewer, { subjectId: person.id, action: 'transferEmployee', was, became: { ...became, on } })
    return { id: person.id, event: { type: 'employee.transferred', subject: { orgUnitId: became.orgUnitId, on } } }
  })
}

/** Ends the job that someone has and begins another. One that is known by nothing but what they are now is written down first. */
async function changeJob(
  tx: ViewerTransaction,
  person: Person,
  next: { readonly orgUnitId: string | null; readonly jobTitle: string | null; readonly on: string },
): Promise<void> {
  const { orgUnitId, jobTitle, on } = next
  if (orgUnitId === null) {
    throw new Refusal(`${person.name} belongs to no org unit; give the one that the job is in.`, ['input', 'orgUnitId'])
  }
  const held = await tx.select().from(jobs).where(eq(jobs.employeeId, person.id)).orderBy(desc(jobs.startsOn))
  const [last] = held
  if (last !== undefined && last.startsOn >= on) {
    throw new Refusal(`${person.name} has had another job since ${last.startsOn}; give a later day.`, ['input', 'on'])
  }
  const before = addDays(on, -1)
  const job = { tenantId: person.tenantId, employeeId: person.id }
  if (last !== undefined && (last.endsOn === null || last.endsOn >= on)) {
    await tx.update(jobs).set({ endsOn: before }).where(eq(jobs.id, last.id))
  } else if (person.orgUnitId !== null) {
    const since = last?.endsOn == null ? person.hiredOn : addDays(last.endsOn, 1)
    if (since === null) {
      throw new Refusal(`Nobody knows since when ${person.name} has had their job; import their day of hire first.`, [
        'input',
        'employeeId',
      ])
    }
    const known = { id: newId(), orgUnitId: person.orgUnitId, jobTitle: person.jobTitle, startsOn: since, endsOn: before }
    if (since < on) await tx.insert(jobs).values({ ...job, ...known })
  }
  const endsOn = person.leftOn === null ? null : addDays(person.leftOn, -1)
  await tx.insert(jobs).values({ ...job, id: newId(), orgUnitId, jobTitle, startsOn: on, endsOn })
}

/** Records that someone leaves; their job ends with them. @throws Refusal */
export function recordLeave(run: RunCommand, viewer: Viewer, input: graph.RecordLeaveInput): Promise<string> {
  return run({ name: 'recordLeave', idempotencyKey: input.idempotencyKey }, async (tx) => {
    const leftOn = agreedDay(viewer, input.leftOn, ['input', 'leftOn'])
    const person = await personGiven(tx, input.employeeId, ['input', 'employeeId'])
    if (person.leftOn !== null || person.hasLeft === true) {
      const day = person.leftOn === null ? 'on a day that nobody knows' : `on ${person.leftOn}`
      throw new Refusal(`It is known already that ${person.name} leaves ${day}.`, ['input', 'employeeId'])
    }
    must(
      person.hiredOn === null || leftOn > person.hiredOn,
      `${person.name} begins on ${person.hiredOn}; the first day without them is a later one.`,
      ['input', 'leftOn'],
    )
    const ofPerson = eq(jobs.employeeId, person.id)
    const [later] = await tx
      .select({ startsOn: jobs.startsOn })
      .from(jobs)
      .where(and(ofPerson, gte(jobs.startsOn, leftOn)))
    if (later !== undefined) {
      throw new Refusal(`${person.name} has another job from ${later.startsOn} on; they can't leave before.`, ['input', 'leftOn'])
    }
    await tx
      .update(jobs)
      .set({ endsOn: addDays(leftOn, -1) })
      .where(and(ofPerson, or(isNull(jobs.endsOn), gte(jobs.endsOn, leftOn))))
    const became = { leftOn, leaveKind: input.kind.toLowerCase() }
    await tx.update(employees).set(became).where(eq(employees.id, person.id))
    await noteChange(tx, viewer, { subjectId: person.id, action: 'recordLeave', became })
    return { id: person.id, event: { type: 'employee.left', subject: { leftOn } } }
  })
}
