import { absences, performanceReviews, trainingRecords } from '@aems/drizzle/hr/tables.ts'
import { newId } from '@aems/drizzle/ids.ts'
import type { RunCommand } from '@aems/kit/commands.ts'
import { isDay } from '@aems/kit/metrics/days.ts'
import { Refusal } from '@aems/kit/refusal.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import Big from 'big.js'
import { and, eq, gte, lte } from 'drizzle-orm'
import { workingDays } from '../../domain/working-days.ts'
import type * as graph from '../../graph.generated.ts'
import { agreedDay, must, mustWorkHere, optionalUnsigned, pastDay, personGiven, textGiven, unsignedGiven } from './given.ts'

/** @throws Refusal where it is not on the scale of 1 to 5. */
function onScale(value: string, noun: string, path: readonly string[]): string {
  const place = new Big(unsignedGiven(value, noun, path))
  must(place.gte(1) && place.lte(5), `${noun} ${value} is not from 1 to 5.`, path)
  return value
}

/** Records a performance review; nobody reviews themselves. @throws Refusal */
export function recordReview(run: RunCommand, viewer: Viewer, input: graph.RecordReviewInput): Promise<string> {
  return run({ name: 'recordReview', idempotencyKey: input.idempotencyKey }, async (tx) => {
    const reviewedOn = pastDay(viewer, input.reviewedOn, ['input', 'reviewedOn'])
    const rating = onScale(input.rating, 'A rating', ['input', 'rating'])
    const potential = input.potential == null ? null : onScale(input.potential, 'A potential', ['input', 'potential'])
    const person = await personGiven(tx, input.employeeId, ['input', 'employeeId'])
    if (person.id === viewer.employeeId) {
      throw new Refusal('This is you yourself; someone else must review you.', ['input', 'employeeId'])
    }
    mustWorkHere(person, reviewedOn, ['input', 'reviewedOn'])
    const id = newId()
    const written = await tx
      .insert(performanceReviews)
      .values({ tenantId: viewer.company.id, id, employeeId: person.id, reviewedOn, rating, potential })
      .onConflictDoNothing()
      .returning({ id: performanceReviews.id })
    if (written.length === 0) {
      throw new Refusal(`${person.name} was reviewed on ${reviewedOn} already; give another day.`, ['input', 'reviewedOn'])
    }
    return { id, event: { type: 'employee.reviewed', subject: { employeeId: person.id, reviewedOn } } }
  })
}

/** Records that someone completed a course. @throws Refusal */
export function recordTraining(run: RunCommand, viewer: Viewer, input: graph.RecordTrainingInput): Promise<string> {
  return run({ name: 'recordTraining', idempotencyKey: input.idempotencyKey }, async (tx) => {
    const completedOn = pastDay(viewer, input.completedOn, ['input', 'completedOn'])
    const person = await personGiven(tx, input.employeeId, ['input', 'employeeId'])
    mustWorkHere(person, completedOn, ['input', 'completedOn'])
    const id = newId()
    const record = {
      course: textGiven(input.course, 'A course', ['input', 'course']),
      hours: unsignedGiven(input.hours, 'Hours', ['input', 'hours']),
      cost: optionalUnsigned(input.cost, 'A cost', ['input', 'cost']),
      score: optionalUnsigned(input.score, 'A score', ['input', 'score']),
    }
    const written = await tx
      .insert(trainingRecords)
      .values({ tenantId: viewer.company.id, id, employeeId: person.id, completedOn, ...record })
      .onConflictDoNothing()
      .returning({ id: trainingRecords.id })
    if (written.length === 0) {
      throw new Refusal(`${person.name} completed “${record.course}” on ${completedOn} already; give another day or course.`, [
        'input',
        'completedOn',
      ])
    }
    return { id, event: { type: 'training.completed', subject: { employeeId: person.id, completedOn } } }
  })
}

/** Records days on which someone is away; nobody is away twice on one day. @throws Refusal */
export function recordAbsence(run: RunCommand, viewer: Viewer, input: graph.RecordAbsenceInput): Promise<string> {
  return run({ name: 'recordAbsence', idempotencyKey: input.idempotencyKey }, async (tx) => {
    const startsOn = agreedDay(viewer, input.startsOn, ['input', 'startsOn'])
    const endsOn = input.endsOn ?? startsOn
    must(isDay(endsOn) && endsOn >= startsOn, `“${endsOn}” is no day from ${startsOn} on.`, ['input', 'endsOn'])
    const person = await personGiven(tx, input.employeeId, ['input', 'employeeId'])
    mustWorkHere(person, startsOn, ['input', 'startsOn'])
    mustWorkHere(person, endsOn, ['input', 'endsOn'])
    const [other] = await tx
      .select({ from: absences.startsOn, to: absences.endsOn })
      .from(absences)
      .where(and(eq(absences.employeeId, person.id), lte(absences.startsOn, endsOn), gte(absences.endsOn, startsOn)))
      .limit(1)
    if (other !== undefined) {
      throw new Refusal(`${person.name} is away from ${other.from} to ${other.to} already; give other days.`, [
        'input',
        'startsOn',
      ])
    }
    const days = input.days == null ? String(workingDays(startsOn, endsOn)) : unsignedGiven(input.days, 'Days', ['input', 'days'])
    const id = newId()
    const absence = { kind: textGiven(input.kind, 'A kind', ['input', 'kind']), startsOn, endsOn, days }
    await tx.insert(absences).values({ tenantId: viewer.company.id, id, employeeId: person.id, ...absence })
    return { id, event: { type: 'absence.recorded', subject: { employeeId: person.id, startsOn, endsOn } } }
  })
}
