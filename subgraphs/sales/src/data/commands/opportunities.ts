import type { ViewerTransaction } from '@aems/drizzle/client.ts'
import { newId } from '@aems/drizzle/ids.ts'
import { customers, opportunities, opportunityStages, projectedProducts, salesPeople } from '@aems/drizzle/sales/tables.ts'
import { nearest } from '@aems/kit/metrics/nearest.ts'
import { listed } from '@aems/kit/metrics/plan.ts'
import { isId } from '@aems/kit/rows.ts'
import { today, type Viewer } from '@aems/kit/viewer.ts'
import { desc, eq, sql } from 'drizzle-orm'
import { amountIfGiven, chanceIfGiven, pastDay, textIfGiven, valueRefused } from '../../domain/given.ts'
import { commonStages, moved } from '../../domain/opportunity-move.ts'
import type { CreateOpportunityInput, MoveOpportunityInput } from '../../graph.generated.ts'
import { noteChange } from '../changes.ts'
import { notThere, refTaken, sellerOf, thereIfGiven } from './there.ts'

/** The stage as the company writes it. @throws Refusal naming the nearest where there is none such. */
async function stageGiven(tx: ViewerTransaction, stage: string): Promise<string> {
  const used = await tx.execute<{ stage: string }>(sql`select distinct stage from ${opportunities}
    union select distinct stage from ${opportunityStages}`)
  const known = [...new Set([...commonStages, ...used.map((row) => row.stage)])]
  const found = known.find((each) => each === stage) ?? known.find((each) => each.toLowerCase() === stage.trim().toLowerCase())
  if (found !== undefined) return found
  const near = nearest(stage, known, 2).map((each) => `“${each}”`)
  throw valueRefused(`There is no stage “${stage}”. The nearest are ${listed(near)}.`, 'stage')
}

async function enter(tx: ViewerTransaction, viewer: Viewer, opportunityId: string, stage: string, on: string): Promise<void> {
  await tx.execute(sql`insert into ${opportunityStages} (tenant_id, id, opportunity_id, stage, entered_on, position)
    select ${viewer.company.id}, ${newId()}, ${opportunityId}, ${stage}, ${on}::date, coalesce(max(position) + 1, 0)
    from ${opportunityStages} where opportunity_id = ${opportunityId} and entered_on = ${on}::date`)
}

/** @throws Refusal */
export async function createOpportunity(tx: ViewerTransaction, viewer: Viewer, given: CreateOpportunityInput) {
  const id = newId()
  const stage = await stageGiven(tx, given.stage ?? 'prospecting')
  if (stage === 'won' || stage === 'lost') {
    throw valueRefused(`An opportunity begins open; move it to ${stage} when it is there.`, 'stage')
  }
  const createdOn = pastDay(given.createdOn, today(viewer.company), 'createdOn')
  if (given.expectedCloseOn != null && given.expectedCloseOn < createdOn) {
    throw valueRefused(`It can't close on ${given.expectedCloseOn}, before it began on ${createdOn}.`, 'expectedCloseOn')
  }
  const row = {
    id,
    ref: textIfGiven(given.ref, 200, 'ref') ?? id,
    customerId: await thereIfGiven(tx, customers, 'customer', given.customerId, 'customerId'),
    salesPersonId: await thereIfGiven(tx, salesPeople, 'sales person', sellerOf(viewer, given.salesPersonId), 'salesPersonId'),
    productId: await thereIfGiven(tx, projectedProducts, 'product', given.productId, 'productId'),
    stage,
    amount: amountIfGiven(given.amount, 'amount'),
    probability: chanceIfGiven(given.probability, 'probability'),
    createdOn,
    engagedOn: stage === 'prospecting' ? null : createdOn,
    expectedCloseOn: given.expectedCloseOn ?? null,
  }
  const [made] = await tx
    .insert(opportunities)
    .values({ tenantId: viewer.company.id, ...row })
    .onConflictDoNothing()
    .returning({ id: opportunities.id })
  if (!made) throw refTaken('opportunity', row.ref)
  await enter(tx, viewer, id, stage, createdOn)
  await noteChange(tx, viewer, { subjectId: id, action: 'createOpportunity', was: null, became: row })
  return { id, event: { type: 'opportunity.created', subject: { ref: row.ref, stage } } }
}

/** @throws Refusal */
export async function moveOpportunity(tx: ViewerTransaction, viewer: Viewer, given: MoveOpportunityInput) {
  const [was] = isId(given.opportunityId)
    ? await tx.select().from(opportunities).where(eq(opportunities.id, given.opportunityId)).for('update')
    : []
  if (!was) throw notThere('opportunity', given.opportunityId, 'opportunityId')
  const [last] = await tx
    .select({ on: opportunityStages.enteredOn })
    .from(opportunityStages)
    .where(eq(opportunityStages.opportunityId, was.id))
    .orderBy(desc(opportunityStages.enteredOn))
    .limit(1)
  const on = pastDay(given.on, today(viewer.company), 'on')
  const stage = await stageGiven(tx, given.stage)
  const lostReason = textIfGiven(given.lostReason, 500, 'lostReason')
  const became = {
    ...moved(was.ref, was, { stage, on, lostReason }, last?.on ?? was.createdOn),
    ...(given.amount != null && { amount: amountIfGiven(given.amount, 'amount') }),
    ...(given.probability != null && { probability: chanceIfGiven(given.probability, 'probability') }),
    ...(given.expectedCloseOn != null && { expectedCloseOn: given.expectedCloseOn }),
  }
  await tx.update(opportunities).set(became).where(eq(opportunities.id, was.id))
  await enter(tx, viewer, was.id, stage, on)
  await noteChange(tx, viewer, { subjectId: was.id, action: 'moveOpportunity', was, became })
  return { id: was.id, event: { type: 'opportunity.moved', subject: { ref: was.ref, from: was.stage, to: stage } } }
}
