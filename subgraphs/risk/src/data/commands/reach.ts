import type { ViewerTransaction } from '@aems/drizzle/client.ts'
import { projectedOrgUnits } from '@aems/drizzle/risk/tables.ts'
import { Refusal } from '@aems/kit/refusal.ts'
import { eq, type SQL, sql } from 'drizzle-orm'

type Id = string | null

/** A risk belongs to a unit of the viewer's, or somebody of theirs owns it. @throws Refusal where it would be out of their sight. */
export async function riskWithinReach(tx: ViewerTransaction, orgUnitId: Id, ownerId: Id): Promise<void> {
  const theirs = sql`${inUnits(orgUnitId)} or ${ownerId}::uuid = risk.viewer_employee()
    or (${orgUnitId}::uuid is null and ${inPeople(ownerId)})`
  if (await holds(tx, theirs)) return
  if (orgUnitId !== null) throw await notManaged(tx, orgUnitId)
  throw new Refusal('Name an org unit that you manage, or an owner who works in one; nobody of yours would see the risk.', [
    'input',
    'orgUnitId',
  ])
}

/** An incident happened in a unit of the viewer's. @throws Refusal where it would be out of their sight. */
export async function incidentWithinReach(tx: ViewerTransaction, orgUnitId: Id): Promise<void> {
  if (await holds(tx, inUnits(orgUnitId))) return
  if (orgUnitId !== null) throw await notManaged(tx, orgUnitId)
  throw new Refusal('Name the org unit that it happened in, one that you manage or one beneath it.', ['input', 'orgUnitId'])
}

/** A finding is answered for by somebody of the viewer's, or its control is. @throws Refusal where it would be out of their sight. */
export async function findingWithinReach(tx: ViewerTransaction, controlId: Id, ownerId: Id): Promise<void> {
  const common = sql`${controlId}::uuid is null or ${controlId}::uuid in (select risk.common_controls())`
  const theirs = sql`${inPeople(ownerId)} or ${controlId}::uuid in (select risk.viewer_controls())
    or (${ownerId}::uuid is null and (${common}))`
  if (await holds(tx, theirs)) return
  throw new Refusal('Its owner works in no unit that you manage, and neither is its control for one of them; name others.', [
    'input',
    'ownerId',
  ])
}

const inUnits = (id: Id): SQL => sql`${id}::uuid in (select risk.viewer_units())`
const inPeople = (id: Id): SQL => sql`${id}::uuid in (select risk.viewer_people())`

async function holds(tx: ViewerTransaction, condition: SQL): Promise<boolean> {
  const [found] = await tx.execute<{ theirs: boolean | null }>(
    sql`select risk.viewer_sees_every_unit() or (${condition}) as theirs`,
  )
  return found?.theirs === true
}

async function notManaged(tx: ViewerTransaction, id: string): Promise<Refusal> {
  const [unit] = await tx.select({ name: projectedOrgUnits.name }).from(projectedOrgUnits).where(eq(projectedOrgUnits.id, id))
  return new Refusal(`You manage neither ${unit?.name ?? id} nor a unit above it; ask whoever does.`, ['input', 'orgUnitId'])
}
