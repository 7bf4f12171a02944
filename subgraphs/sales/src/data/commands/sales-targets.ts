import type { ViewerTransaction } from '@aems/drizzle/client.ts'
import { newId } from '@aems/drizzle/ids.ts'
import { salesPeople, salesTargets, territories } from '@aems/drizzle/sales/tables.ts'
import { Refusal } from '@aems/kit/refusal.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { and, eq, isNull } from 'drizzle-orm'
import { amountGiven, valueRefused } from '../../domain/given.ts'
import type { SetSalesTargetInput } from '../../graph.generated.ts'
import { noteChange } from '../changes.ts'
import { thereIfGiven } from './there.ts'

/** @throws Refusal */
export async function setSalesTarget(tx: ViewerTransaction, viewer: Viewer, given: SetSalesTargetInput) {
  const { startsOn, endsOn } = given
  if ((given.salesPersonId == null) === (given.territoryId == null)) {
    throw valueRefused('A target is a sales person’s or a territory’s: give exactly one of salesPersonId and territoryId.')
  }
  if (endsOn < startsOn) throw valueRefused(`It ends on ${endsOn}, before it starts on ${startsOn}. Exchange the two.`, 'endsOn')
  if (viewer.salesPersonId !== null && !viewer.scopes.has('sales:all')) {
    throw new Refusal('Who sees their own deals alone sets no targets; ask somebody with sales:all.', ['input'])
  }
  const salesPersonId = await thereIfGiven(tx, salesPeople, 'sales person', given.salesPersonId, 'salesPersonId')
  const territoryId = await thereIfGiven(tx, territories, 'territory', given.territoryId, 'territoryId')
  const amount = amountGiven(given.amount, 'amount')
  const [was] = await tx
    .select()
    .from(salesTargets)
    .where(
      and(
        salesPersonId === null ? isNull(salesTargets.salesPersonId) : eq(salesTargets.salesPersonId, salesPersonId),
        territoryId === null ? isNull(salesTargets.territoryId) : eq(salesTargets.territoryId, territoryId),
        eq(salesTargets.startsOn, startsOn),
        eq(salesTargets.endsOn, endsOn),
      ),
    )
    .for('update')
  const row = { id: was?.id ?? newId(), salesPersonId, territoryId, startsOn, endsOn, amount }
  await tx
    .insert(salesTargets)
    .values({ tenantId: viewer.company.id, ...row })
    .onConflictDoUpdate({ target: [salesTargets.tenantId, salesTargets.id], set: { amount } })
  await noteChange(tx, viewer, { subjectId: row.id, action: 'setSalesTarget', was: was ?? null, became: row })
  return { id: row.id, event: { type: 'sales_target.set', subject: { salesPersonId, territoryId, startsOn, endsOn, amount } } }
}
