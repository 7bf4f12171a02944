import type { ViewerTransaction } from '@aems/drizzle/client.ts'
import { candidateStages, candidates, requisitions } from '@aems/drizzle/hr/tables.ts'
import { newId } from '@aems/drizzle/ids.ts'
import type { RunCommand } from '@aems/kit/commands.ts'
import { Refusal } from '@aems/kit/refusal.ts'
import { isId } from '@aems/kit/rows.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { and, eq, max } from 'drizzle-orm'
import { afterStep, isFinal } from '../../domain/recruiting.ts'
import type * as graph from '../../graph.generated.ts'
import { noteChange } from '../changes.ts'
import { must, optionalText, optionalUnsigned, pastDay, takenRef, textGiven, unitGiven, unknownReference } from './given.ts'

/** Asks for people to be hired. @throws Refusal */
export function openRequisition(run: RunCommand, viewer: Viewer, input: graph.OpenRequisitionInput): Promise<string> {
  return run({ name: 'openRequisition', idempotencyKey: input.idempotencyKey }, async (tx) => {
    const id = newId()
    const unit = await unitGiven(tx, input.orgUnitId, ['input', 'orgUnitId'])
    const positions = input.positions ?? 1
    must(positions >= 1 && positions <= 10_000, `${positions} positions can't be sought; give 1 to 10,000.`, [
      'input',
      'positions',
    ])
    const became = {
      ref: input.ref == null ? id : textGiven(input.ref, 'A ref', ['input', 'ref']),
      orgUnitId: unit.id,
      title: textGiven(input.title, 'A title', ['input', 'title']),
      openedOn: pastDay(viewer, input.openedOn, ['input', 'openedOn']),
      positions,
    }
    const written = await tx
      .insert(requisitions)
      .values({ tenantId: viewer.company.id, id, ...became })
      .onConflictDoNothing()
      .returning({ id: requisitions.id })
    if (written.length === 0) throw takenRef(became.ref)
    await noteChange(tx, viewer, { subjectId: id, action: 'openRequisition', became })
    return { id, event: { type: 'requisition.opened', subject: { orgUnitId: unit.id } } }
  })
}

/** Records that nobody more is sought, and what it has cost. @throws Refusal */
export function fillRequisition(run: RunCommand, viewer: Viewer, input: graph.FillRequisitionInput): Promise<string> {
  return run({ name: 'fillRequisition', idempotencyKey: input.idempotencyKey }, async (tx) => {
    const filledOn = pastDay(viewer, input.filledOn, ['input', 'filledOn'])
    const requisition = await openOne(tx, input.requisitionId)
    mustNotPrecede(requisition.openedOn, filledOn, ['input', 'filledOn'])
    const cost = optionalUnsigned(input.cost, 'A cost', ['input', 'cost']) ?? requisition.cost
    const became = { filledOn, cost }
    await tx.update(requisitions).set(became).where(eq(requisitions.id, requisition.id))
    await noteChange(tx, viewer, { subjectId: requisition.id, action: 'fillRequisition', became })
    return { id: requisition.id, event: { type: 'requisition.filled', subject: { filledOn } } }
  })
}

/** Gives a requisition up. @throws Refusal */
export function cancelRequisition(run: RunCommand, viewer: Viewer, input: graph.CancelRequisitionInput): Promise<string> {
  return run({ name: 'cancelRequisition', idempotencyKey: input.idempotencyKey }, async (tx) => {
    const cancelledOn = pastDay(viewer, input.cancelledOn, ['input', 'cancelledOn'])
    const requisition = await openOne(tx, input.requisitionId)
    mustNotPrecede(requisition.openedOn, cancelledOn, ['input', 'cancelledOn'])
    await tx.update(requisitions).set({ cancelledOn }).where(eq(requisitions.id, requisition.id))
    await noteChange(tx, viewer, { subjectId: requisition.id, action: 'cancelRequisition', became: { cancelledOn } })
    return { id: requisition.id, event: { type: 'requisition.cancelled', subject: { cancelledOn } } }
  })
}

const mustNotPrecede = (openedOn: string, day: string, path: readonly string[]): void =>
  must(day >= openedOn, `It was opened on ${openedOn}; give that day or a later one.`, path)

async function openOne(tx: ViewerTransaction, id: string): Promise<typeof requisitions.$inferSelect> {
  const path = ['input', 'requisitionId']
  const [found] = isId(id) ? await tx.select().from(requisitions).where(eq(requisitions.id, id)).for('update') : []
  if (found === undefined) throw unknownReference('requisition', id, path)
  const { title, filledOn, cancelledOn } = found
  if (filledOn !== null) throw new Refusal(`The requisition “${title}” was filled on ${filledOn}. Open another.`, path)
  if (cancelledOn !== null) throw new Refusal(`The requisition “${title}” was given up on ${cancelledOn}. Open another.`, path)
  return found
}

/** Records that someone applied. @throws Refusal */
export function addCandidate(run: RunCommand, viewer: Viewer, input: graph.AddCandidateInput): Promise<string> {
  return run({ name: 'addCandidate', idempotencyKey: input.idempotencyKey }, async (tx) => {
    const tenantId = viewer.company.id
    const id = newId()
    const requisition = await openOne(tx, input.requisitionId)
    const stage = textGiven(input.stage ?? 'applied', 'A stage', ['input', 'stage'])
    must(!isFinal(stage), `Nobody begins ${stage}; add the candidate in an earlier stage, then move them.`, ['input', 'stage'])
    const became = {
      ref: input.ref == null ? id : textGiven(input.ref, 'A ref', ['input', 'ref']),
      requisitionId: requisition.id,
      source: optionalText(input.source, 'A source', ['input', 'source']),
      appliedOn: pastDay(viewer, input.appliedOn, ['input', 'appliedOn']),
      stage,
    }
    const written = await tx
      .insert(candidates)
      .values({ tenantId, id, ...became })
      .onConflictDoNothing()
      .returning({ id: candidates.id })
    if (written.length === 0) throw takenRef(became.ref)
    await tx.insert(candidateStages).values({ tenantId, id: newId(), candidateId: id, stage, enteredOn: became.appliedOn })
    return { id, event: { type: 'candidate.applied', subject: { requisitionId: requisition.id } } }
  })
}

/** Moves a candidate on; their stages are their history. @throws Refusal */
export function moveCandidate(run: RunCommand, viewer: Viewer, input: graph.MoveCandidateInput): Promise<string> {
  const { candidateId } = input
  return run({ name: 'moveCandidate', idempotencyKey: input.idempotencyKey }, async (tx) => {
    const on = pastDay(viewer, input.on, ['input', 'on'])
    const stage = textGiven(input.stage, 'A stage', ['input', 'stage'])
    const [candidate] = isId(candidateId)
      ? await tx.select().from(candidates).where(eq(candidates.id, candidateId)).for('update')
      : []
    if (candidate === undefined) throw unknownReference('candidate', candidateId, ['input', 'candidateId'])
    const [latest] = await tx
      .select({ day: max(candidateStages.enteredOn) })
      .from(candidateStages)
      .where(eq(candidateStages.candidateId, candidate.id))
    const since = latest?.day ?? candidate.appliedOn
    must(on >= since, `The candidate has been in stage ${candidate.stage} since ${since}; give that day or a later one.`, [
      'input',
      'on',
    ])
    const next = afterStep(candidate, { stage, on, offer: input.offer?.toLowerCase() ?? null })
    if (typeof next === 'string') throw new Refusal(next, ['input', 'stage'])
    await tx.update(candidates).set(next).where(eq(candidates.id, candidate.id))
    await enterStage(tx, viewer, candidate.id, stage, on)
    return { id: candidate.id, event: { type: 'candidate.moved', subject: { stage } } }
  })
}

/** A stage that was entered on that day already, as where an offer is answered on the day it is made, is not entered twice. */
async function enterStage(tx: ViewerTransaction, viewer: Viewer, candidateId: string, stage: string, on: string): Promise<void> {
  const same = and(eq(candidateStages.candidateId, candidateId), eq(candidateStages.stage, stage))
  const [known] = await tx
    .select({ id: candidateStages.id })
    .from(candidateStages)
    .where(and(same, eq(candidateStages.enteredOn, on)))
  if (known !== undefined) return
  await tx.insert(candidateStages).values({ tenantId: viewer.company.id, id: newId(), candidateId, stage, enteredOn: on })
}
