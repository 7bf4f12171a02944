import { newId } from '@aems/drizzle/ids.ts'
import { controls, controlTests, filings, findings } from '@aems/drizzle/risk/tables.ts'
import type { RunCommand } from '@aems/kit/commands.ts'
import { Refusal } from '@aems/kit/refusal.ts'
import { isId } from '@aems/kit/rows.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { and, eq } from 'drizzle-orm'
import type * as graph from '../../graph.generated.ts'
import { freeRef, must, mustBeThere, optionalText, pastDay, takenRef, textGiven, unknown } from './given.ts'
import { findingWithinReach } from './reach.ts'

/** Records a test of a control. @throws Refusal */
export function testControl(run: RunCommand, viewer: Viewer, input: graph.TestControlInput): Promise<string> {
  const { controlId } = input
  return run({ name: 'testControl', idempotencyKey: input.idempotencyKey }, async (tx) => {
    const testedOn = pastDay(viewer, input.testedOn, ['input', 'testedOn'])
    const [control] = isId(controlId) ? await tx.select().from(controls).where(eq(controls.id, controlId)).for('update') : []
    if (control === undefined) throw unknown('control', controlId, ['input', 'controlId'])
    if (control.status === 'retired')
      throw new Refusal(`“${control.title}” is retired; there is nothing to test.`, ['input', 'controlId'])
    const sameDay = and(eq(controlTests.controlId, control.id), eq(controlTests.testedOn, testedOn))
    const [done] = await tx.select({ result: controlTests.result }).from(controlTests).where(sameDay)
    if (done !== undefined) {
      throw new Refusal(
        `“${control.title}” was tested on ${testedOn} already: ${done.result.replace('_', ' ')}. Choose another day.`,
        ['input', 'testedOn'],
      )
    }
    const id = newId()
    const result = input.result.toLowerCase()
    const notes = optionalText(input.notes, 'A note', ['input', 'notes'], 10_000)
    await tx.insert(controlTests).values({ tenantId: viewer.company.id, id, controlId: control.id, testedOn, result, notes })
    return { id, event: { type: 'control.tested', subject: { controlId: control.id, result } } }
  })
}

/** Raises a finding. @throws Refusal */
export function raiseFinding(run: RunCommand, viewer: Viewer, input: graph.RaiseFindingInput): Promise<string> {
  return run({ name: 'raiseFinding', idempotencyKey: input.idempotencyKey }, async (tx) => {
    const id = newId()
    const openedOn = pastDay(viewer, input.openedOn, ['input', 'openedOn'])
    const dueOn = input.dueOn ?? null
    must(dueOn === null || dueOn >= openedOn, `It was opened on ${openedOn} and can't be due before.`, ['input', 'dueOn'])
    const controlId = await mustBeThere(tx, 'control', input.controlId, ['input', 'controlId'])
    const ownerId = await mustBeThere(tx, 'employee', input.ownerId, ['input', 'ownerId'])
    await findingWithinReach(tx, controlId, ownerId)
    const ref = await freeRef(tx, 'finding', input.ref, id)
    const finding = {
      tenantId: viewer.company.id,
      id,
      ref,
      title: textGiven(input.title, 'A title', ['input', 'title']),
      controlId,
      severity: input.severity.toLowerCase(),
      openedOn,
      dueOn,
      ownerId,
    }
    const made = await tx.insert(findings).values(finding).onConflictDoNothing().returning({ id: findings.id })
    if (made.length === 0) throw takenRef(ref)
    return { id, event: { type: 'finding.raised', subject: { severity: input.severity } } }
  })
}

/** Closes a finding that was put right. @throws Refusal */
export function closeFinding(run: RunCommand, viewer: Viewer, input: graph.CloseFindingInput): Promise<string> {
  const { findingId } = input
  return run({ name: 'closeFinding', idempotencyKey: input.idempotencyKey }, async (tx) => {
    const [finding] = isId(findingId) ? await tx.select().from(findings).where(eq(findings.id, findingId)).for('update') : []
    if (finding === undefined) throw unknown('finding', findingId, ['input', 'findingId'])
    if (finding.closedOn !== null) {
      throw new Refusal(`“${finding.title}” was closed on ${finding.closedOn}. Raise a new finding if it is back.`, [
        'input',
        'findingId',
      ])
    }
    const closedOn = pastDay(viewer, input.closedOn, ['input', 'closedOn'])
    must(closedOn >= finding.openedOn, `It was opened on ${finding.openedOn} and can't be closed before.`, ['input', 'closedOn'])
    await tx.update(findings).set({ closedOn }).where(eq(findings.id, finding.id))
    return { id: finding.id, event: { type: 'finding.closed', subject: { closedOn } } }
  })
}

/** Records that a return was filed. @throws Refusal */
export function fileReturn(run: RunCommand, viewer: Viewer, input: graph.FileReturnInput): Promise<string> {
  const { filingId } = input
  return run({ name: 'fileReturn', idempotencyKey: input.idempotencyKey }, async (tx) => {
    const [filing] = isId(filingId) ? await tx.select().from(filings).where(eq(filings.id, filingId)).for('update') : []
    if (filing === undefined) throw unknown('return', filingId, ['input', 'filingId'])
    if (filing.filedOn !== null) {
      throw new Refusal(`The return under ${filing.regulation} was filed on ${filing.filedOn} already.`, ['input', 'filingId'])
    }
    const filedOn = pastDay(viewer, input.filedOn, ['input', 'filedOn'])
    await tx.update(filings).set({ filedOn }).where(eq(filings.id, filing.id))
    return { id: filing.id, event: { type: 'filing.filed', subject: { filedOn } } }
  })
}
