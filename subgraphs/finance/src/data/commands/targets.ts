import type { ViewerTransaction } from '@aems/drizzle/client.ts'
import { targets } from '@aems/drizzle/finance/tables.ts'
import { newId } from '@aems/drizzle/ids.ts'
import type { RunCommand } from '@aems/kit/commands.ts'
import { GraphError } from '@aems/kit/errors.ts'
import { resolveConditions } from '@aems/kit/metrics/conditions.ts'
import { Refusal } from '@aems/kit/refusal.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { and, eq, isNull } from 'drizzle-orm'
import type { SetTargetInput } from '../../graph.generated.ts'
import { financeCatalogue } from '../../metrics/metrics.ts'
import { noteChange } from '../changes.ts'
import { amountGiven, calendarDay, must } from './given.ts'

/** Sets what a figure should come to over some days; the same days again replace what was set. @throws Refusal */
export function setTarget(run: RunCommand, viewer: Viewer, input: SetTargetInput): Promise<string> {
  return run({ name: 'setTarget', idempotencyKey: input.idempotencyKey }, async (tx) => {
    if (!viewer.scopes.has('hr:all')) {
      throw new Refusal('Who sees some org units alone sets no targets; ask somebody who sees all of them (hr:all).', ['input'])
    }
    const { metric } = input
    const startsOn = calendarDay(input.startsOn, ['input', 'startsOn'])
    const endsOn = calendarDay(input.endsOn, ['input', 'endsOn'])
    must(endsOn >= startsOn, `It ends on ${endsOn}, before it starts on ${startsOn}. Exchange the two.`, ['input', 'endsOn'])
    const amount = amountGiven(input.amount, ['input', 'amount'])
    const { dimension, member } = await memberGiven(tx, input)
    const [was] = await tx
      .select()
      .from(targets)
      .where(
        and(
          eq(targets.metric, metric),
          dimension === null ? isNull(targets.dimension) : eq(targets.dimension, dimension),
          member === null ? isNull(targets.member) : eq(targets.member, member),
          eq(targets.startsOn, startsOn),
          eq(targets.endsOn, endsOn),
        ),
      )
      .for('update')
    const row = { id: was?.id ?? newId(), metric, dimension, member, startsOn, endsOn, amount }
    await tx
      .insert(targets)
      .values({ tenantId: viewer.company.id, ...row })
      .onConflictDoUpdate({ target: [targets.tenantId, targets.id], set: { amount } })
    await noteChange(tx, viewer, { subjectId: row.id, action: 'setTarget', was: was ?? null, became: row })
    return { id: row.id, event: { type: 'target.set', subject: { metric, dimension, member, startsOn, endsOn } } }
  })
}

/** Whom a target is for: one member of one dimension that the metric reaches, or the whole company. @throws Refusal */
async function memberGiven(
  tx: ViewerTransaction,
  { metric, dimension, member }: SetTargetInput,
): Promise<{ readonly dimension: string | null; readonly member: string | null }> {
  must((dimension == null) === (member == null), 'A dimension and its member belong together: give both or neither.', [
    'input',
    'member',
  ])
  if (dimension == null || member == null) return { dimension: null, member: null }
  try {
    await resolveConditions(tx, financeCatalogue, [{ dimension, in: [member] }], [metric])
  } catch (error) {
    if (error instanceof GraphError) throw new Refusal(error.message, ['input', 'member'], 'reference')
    throw error
  }
  return { dimension, member }
}
