import type { ViewerTransaction } from '@aems/drizzle/client.ts'
import { orgUnits } from '@aems/drizzle/hr/tables.ts'
import { newId } from '@aems/drizzle/ids.ts'
import type { RunCommand } from '@aems/kit/commands.ts'
import { Refusal } from '@aems/kit/refusal.ts'
import { today, type Viewer } from '@aems/kit/viewer.ts'
import { eq, sql } from 'drizzle-orm'
import type * as graph from '../../graph.generated.ts'
import { noteChange } from '../changes.ts'
import { must, mustWorkHere, pastDay, personGiven, takenRef, textGiven, unitGiven } from './given.ts'

/** Makes an org unit, as part of another or at the top. @throws Refusal */
export function createOrgUnit(run: RunCommand, viewer: Viewer, input: graph.CreateOrgUnitInput): Promise<string> {
  return run({ name: 'createOrgUnit', idempotencyKey: input.idempotencyKey }, async (tx) => {
    const id = newId()
    const became = {
      ref: input.ref == null ? id : textGiven(input.ref, 'A ref', ['input', 'ref']),
      name: textGiven(input.name, 'A name', ['input', 'name']),
      kind: input.kind.toLowerCase(),
      parentId: await parentGiven(tx, input.parentId ?? null),
      managerId: await leaderGiven(tx, viewer, input.managerId ?? null),
    }
    const written = await tx
      .insert(orgUnits)
      .values({ tenantId: viewer.company.id, id, ...became })
      .onConflictDoNothing()
      .returning({ id: orgUnits.id })
    if (written.length === 0) throw takenRef(became.ref)
    await noteChange(tx, viewer, { subjectId: id, action: 'createOrgUnit', became })
    return { id, event: { type: 'org_unit.created', subject: { parentId: became.parentId } } }
  })
}

/** Gives an org unit another name, place or leader; what is not given stays as it was. @throws Refusal */
export function changeOrgUnit(run: RunCommand, viewer: Viewer, input: graph.ChangeOrgUnitInput): Promise<string> {
  return run({ name: 'changeOrgUnit', idempotencyKey: input.idempotencyKey }, async (tx) => {
    const { id, name, parentId, managerId } = await lockedUnit(tx, input.orgUnitId)
    const was = { name, parentId, managerId }
    const became = {
      name: input.name == null ? name : textGiven(input.name, 'A name', ['input', 'name']),
      parentId: input.parentId === undefined ? parentId : await parentGiven(tx, input.parentId),
      managerId: input.managerId === undefined ? managerId : await leaderGiven(tx, viewer, input.managerId),
    }
    must(JSON.stringify(was) !== JSON.stringify(became), 'Nothing would change; give another name, parent or manager.', ['input'])
    if (became.parentId !== null && became.parentId !== parentId) await mustNotHold(tx, { id, name }, became.parentId)
    await tx.update(orgUnits).set(became).where(eq(orgUnits.id, id))
    await noteChange(tx, viewer, { subjectId: id, action: 'changeOrgUnit', was, became })
    return { id, event: { type: 'org_unit.changed', subject: { parentId: became.parentId } } }
  })
}

/** Closes an org unit in which nobody works any more. What happened in it stays. @throws Refusal */
export function closeOrgUnit(run: RunCommand, viewer: Viewer, input: graph.CloseOrgUnitInput): Promise<string> {
  return run({ name: 'closeOrgUnit', idempotencyKey: input.idempotencyKey }, async (tx) => {
    const closedOn = pastDay(viewer, input.closedOn, ['input', 'closedOn'])
    const { id, name } = await lockedUnit(tx, input.orgUnitId)
    const [left] = await tx.execute<{ units: number; people: number; requisitions: number }>(sql`
      select (select count(*)::int from hr.org_units where parent_id = ${id} and closed_on is null) as units,
        (select count(*)::int from hr.employees
          where org_unit_id = ${id} and coalesce(left_on > ${closedOn}::date, has_left is not true)) as people,
        (select count(*)::int from hr.requisitions
          where org_unit_id = ${id} and filled_on is null and cancelled_on is null) as requisitions`)
    const { units = 0, people = 0, requisitions = 0 } = left ?? {}
    const inTheWay = [
      units > 0 && `units are part of it (${units}): move or close them first`,
      people > 0 && `people work in it (${people}): transfer them first`,
      requisitions > 0 && `requisitions of it are open (${requisitions}): fill or cancel them first`,
    ].filter((reason) => reason !== false)
    if (inTheWay.length > 0) {
      throw new Refusal(`${name} can't be closed: ${inTheWay.join('; ')}.`, ['input', 'orgUnitId'])
    }
    await tx.update(orgUnits).set({ closedOn }).where(eq(orgUnits.id, id))
    await noteChange(tx, viewer, { subjectId: id, action: 'closeOrgUnit', became: { closedOn } })
    return { id, event: { type: 'org_unit.closed', subject: { closedOn } } }
  })
}

/** A unit that is the viewer's to change, which nobody else changes until the transaction ends. @throws Refusal */
async function lockedUnit(tx: ViewerTransaction, id: string) {
  // Who moves units at the same time could otherwise make a circle of them.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('org units ' || current_setting('app.tenant_id'), 0))`)
  return unitGiven(tx, id, ['input', 'orgUnitId'])
}

/** The unit that another is part of: one of the viewer's; none only for those who see the whole company. @throws Refusal */
async function parentGiven(tx: ViewerTransaction, id: string | null): Promise<string | null> {
  const path = ['input', 'parentId']
  if (id !== null) return (await unitGiven(tx, id, path)).id
  const [found] = await tx.execute<{ everyone: boolean }>(sql`select hr.viewer_sees_everyone() as everyone`)
  if (found?.everyone !== true) {
    throw new Refusal('Only who sees the whole company puts a unit at its top; name one of yours that it is part of.', path)
  }
  return null
}

/** Who leads a unit: someone who works here. @throws Refusal */
async function leaderGiven(tx: ViewerTransaction, viewer: Viewer, id: string | null): Promise<string | null> {
  if (id === null) return null
  const path = ['input', 'managerId']
  const person = await personGiven(tx, id, path)
  mustWorkHere(person, today(viewer.company), path)
  return person.id
}

/** @throws Refusal where a unit would become part of itself. */
async function mustNotHold(
  tx: ViewerTransaction,
  unit: { readonly id: string; readonly name: string },
  parentId: string,
): Promise<void> {
  const [found] = await tx.execute<{ held: boolean }>(sql`
    with recursive beneath (id) as (
      select ${unit.id}::uuid
      union
      select o.id from hr.org_units o join beneath b on o.parent_id = b.id
    )
    select ${parentId}::uuid in (select id from beneath) as held`)
  must(found?.held !== true, `${unit.name} can't be part of itself or of a unit beneath it.`, ['input', 'parentId'])
}
