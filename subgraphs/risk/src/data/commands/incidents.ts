import { newId } from '@aems/drizzle/ids.ts'
import { incidents } from '@aems/drizzle/risk/tables.ts'
import type { RunCommand } from '@aems/kit/commands.ts'
import { Refusal } from '@aems/kit/refusal.ts'
import { isId } from '@aems/kit/rows.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { eq } from 'drizzle-orm'
import type * as graph from '../../graph.generated.ts'
import { amountGiven, freeRef, must, mustBeThere, optionalText, pastInstant, takenRef, textGiven, unknown } from './given.ts'
import { incidentWithinReach } from './reach.ts'

/** Records an incident. @throws Refusal */
export function recordIncident(run: RunCommand, viewer: Viewer, input: graph.RecordIncidentInput): Promise<string> {
  return run({ name: 'recordIncident', idempotencyKey: input.idempotencyKey }, async (tx) => {
    const id = newId()
    const reportedAt = pastInstant(viewer, input.reportedAt, ['input', 'reportedAt'])
    const occurredAt = input.occurredAt ?? null
    const detectedAt = input.detectedAt ?? null
    must(isBefore(occurredAt, reportedAt), 'It can not have been reported before it happened.', ['input', 'occurredAt'])
    must(isBefore(occurredAt, detectedAt), 'It can not have been noticed before it happened.', ['input', 'detectedAt'])
    if (detectedAt !== null) pastInstant(viewer, detectedAt, ['input', 'detectedAt'])
    const { recordsAffected } = input
    must((recordsAffected ?? 0) >= 0, `${recordsAffected} records are fewer than none.`, ['input', 'recordsAffected'])
    const orgUnitId = await mustBeThere(tx, 'org unit', input.orgUnitId, ['input', 'orgUnitId'])
    await incidentWithinReach(tx, orgUnitId)
    const ref = await freeRef(tx, 'incident', input.ref, id)
    const incident = {
      tenantId: viewer.company.id,
      id,
      ref,
      title: textGiven(input.title, 'A title', ['input', 'title'], 2_000),
      category: optionalText(input.category, 'A category', ['input', 'category']),
      severity: input.severity.toLowerCase(),
      occurredAt,
      detectedAt,
      reportedAt,
      orgUnitId,
      productId: await mustBeThere(tx, 'product', input.productId, ['input', 'productId']),
      lossAmount: amountGiven(input.lossAmount, 'A loss of', ['input', 'lossAmount']),
      recordsAffected: recordsAffected ?? null,
      cause: optionalText(input.cause, 'A cause', ['input', 'cause'], 2_000),
      status: 'open',
    }
    const made = await tx.insert(incidents).values(incident).onConflictDoNothing().returning({ id: incidents.id })
    if (made.length === 0) throw takenRef(ref)
    return { id, event: { type: 'incident.recorded', subject: { severity: input.severity } } }
  })
}

/** Records that an incident is resolved, and what it cost in the end. @throws Refusal */
export function resolveIncident(run: RunCommand, viewer: Viewer, input: graph.ResolveIncidentInput): Promise<string> {
  const { incidentId } = input
  return run({ name: 'resolveIncident', idempotencyKey: input.idempotencyKey }, async (tx) => {
    const [incident] = isId(incidentId) ? await tx.select().from(incidents).where(eq(incidents.id, incidentId)).for('update') : []
    if (incident === undefined) throw unknown('incident', incidentId, ['input', 'incidentId'])
    if (incident.resolvedAt !== null || incident.closedAt !== null) {
      throw new Refusal(`“${incident.title}” is resolved already.`, ['input', 'incidentId'])
    }
    const resolvedAt = pastInstant(viewer, input.resolvedAt, ['input', 'resolvedAt'])
    must(isBefore(incident.reportedAt, resolvedAt), 'It can not have been resolved before it was reported.', [
      'input',
      'resolvedAt',
    ])
    await tx
      .update(incidents)
      .set({
        resolvedAt,
        status: 'resolved',
        lossAmount: amountGiven(input.lossAmount, 'A loss of', ['input', 'lossAmount']) ?? incident.lossAmount,
        cause: optionalText(input.cause, 'A cause', ['input', 'cause'], 2_000) ?? incident.cause,
      })
      .where(eq(incidents.id, incident.id))
    return { id: incident.id, event: { type: 'incident.resolved', subject: { resolvedAt } } }
  })
}

const isBefore = (first: string | null, second: string | null): boolean =>
  first === null || second === null || Date.parse(first) <= Date.parse(second)
