import { goals } from '@aems/drizzle/hr/tables.ts'
import { newId } from '@aems/drizzle/ids.ts'
import type { RunCommand } from '@aems/kit/commands.ts'
import { isDay } from '@aems/kit/metrics/days.ts'
import { Refusal } from '@aems/kit/refusal.ts'
import { isId } from '@aems/kit/rows.ts'
import { today, type Viewer } from '@aems/kit/viewer.ts'
import Big from 'big.js'
import { eq } from 'drizzle-orm'
import type * as graph from '../../graph.generated.ts'
import { noteChange } from '../changes.ts'
import { must, mustWorkHere, pastDay, personGiven, takenRef, textGiven, unknownReference, unsignedGiven } from './given.ts'

/** Sets someone a goal. @throws Refusal */
export function setGoal(run: RunCommand, viewer: Viewer, input: graph.SetGoalInput): Promise<string> {
  return run({ name: 'setGoal', idempotencyKey: input.idempotencyKey }, async (tx) => {
    const person = await personGiven(tx, input.employeeId, ['input', 'employeeId'])
    mustWorkHere(person, today(viewer.company), ['input', 'employeeId'])
    const id = newId()
    const became = {
      employeeId: person.id,
      ref: input.ref == null ? id : textGiven(input.ref, 'A ref', ['input', 'ref']),
      title: textGiven(input.title, 'A title', ['input', 'title']),
      weight: input.weight == null ? null : unsignedGiven(input.weight, 'A weight', ['input', 'weight']),
      progress: '0',
      dueOn: dueDay(input.dueOn),
    }
    const written = await tx
      .insert(goals)
      .values({ tenantId: viewer.company.id, id, ...became })
      .onConflictDoNothing()
      .returning({ id: goals.id })
    if (written.length === 0) throw takenRef(became.ref)
    await noteChange(tx, viewer, { subjectId: id, action: 'setGoal', became })
    return { id, event: { type: 'goal.set', subject: { employeeId: person.id, dueOn: became.dueOn } } }
  })
}

/** Changes a goal, or records how far it is; what is not given stays as it was. @throws Refusal */
export function changeGoal(run: RunCommand, viewer: Viewer, input: graph.ChangeGoalInput): Promise<string> {
  const { goalId } = input
  return run({ name: 'changeGoal', idempotencyKey: input.idempotencyKey }, async (tx) => {
    const [goal] = isId(goalId) ? await tx.select().from(goals).where(eq(goals.id, goalId)).for('update') : []
    if (goal === undefined) throw unknownReference('goal', goalId, ['input', 'goalId'])
    const { title, weight, progress, dueOn, completedOn } = goal
    if (completedOn !== null) {
      throw new Refusal(`“${title}” was achieved on ${completedOn}; set a new goal.`, ['input', 'goalId'])
    }
    const was = { title, weight, progress, dueOn, completedOn }
    const done = input.completedOn == null ? null : pastDay(viewer, input.completedOn, ['input', 'completedOn'])
    const became = {
      title: input.title == null ? title : textGiven(input.title, 'A title', ['input', 'title']),
      weight: input.weight == null ? weight : unsignedGiven(input.weight, 'A weight', ['input', 'weight']),
      dueOn: input.dueOn === undefined ? dueOn : dueDay(input.dueOn),
      progress: done === null ? (input.progress == null ? progress : partGiven(input.progress)) : '1',
      completedOn: done,
    }
    await tx.update(goals).set(became).where(eq(goals.id, goal.id))
    await noteChange(tx, viewer, { subjectId: goal.id, action: 'changeGoal', was, became })
    const event = { type: done === null ? 'goal.changed' : 'goal.achieved', subject: { employeeId: goal.employeeId } }
    return { id: goal.id, event }
  })
}

/** A day of the calendar, past or to come. @throws Refusal where it is none. */
function dueDay(day: string | null | undefined): string | null {
  if (day == null) return null
  must(isDay(day), `“${day}” is not a day of the calendar; write it as YYYY-MM-DD.`, ['input', 'dueOn'])
  return day
}

/** @throws Refusal where it is no part of a whole. */
function partGiven(progress: string): string {
  const path = ['input', 'progress']
  must(new Big(unsignedGiven(progress, 'Progress', path)).lte(1), `Progress ${progress} is not from 0 to 1.`, path)
  return progress
}
