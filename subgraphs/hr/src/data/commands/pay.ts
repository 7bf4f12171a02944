import { compensation } from '@aems/drizzle/hr/tables.ts'
import { newId } from '@aems/drizzle/ids.ts'
import type { RunCommand } from '@aems/kit/commands.ts'
import { Refusal } from '@aems/kit/refusal.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import Big from 'big.js'
import { and, desc, eq, lte } from 'drizzle-orm'
import type { ChangePayInput } from '../../graph.generated.ts'
import { agreedDay, must, mustWorkHere, optionalUnsigned, personGiven, unsignedGiven } from './given.ts'

/** Changes what someone is paid from a day on. What they were paid before stays; amounts are told to nobody else. @throws Refusal */
export function changePay(run: RunCommand, viewer: Viewer, input: ChangePayInput): Promise<string> {
  return run({ name: 'changePay', idempotencyKey: input.idempotencyKey }, async (tx) => {
    const effectiveOn = agreedDay(viewer, input.effectiveOn, ['input', 'effectiveOn'])
    const annualAmount = unsignedGiven(input.annualAmount, 'Pay', ['input', 'annualAmount'])
    const person = await personGiven(tx, input.employeeId, ['input', 'employeeId'])
    if (person.id === viewer.employeeId) {
      throw new Refusal('This is your own pay; someone else must change it.', ['input', 'employeeId'])
    }
    mustWorkHere(person, effectiveOn, ['input', 'effectiveOn'])
    const [before] = await tx
      .select()
      .from(compensation)
      .where(and(eq(compensation.employeeId, person.id), lte(compensation.effectiveOn, effectiveOn)))
      .orderBy(desc(compensation.effectiveOn))
      .limit(1)
    if (before?.effectiveOn === effectiveOn) {
      throw new Refusal(`The pay of ${person.name} from ${effectiveOn} on is settled already; give another day.`, [
        'input',
        'effectiveOn',
      ])
    }
    const edge = (field: 'bandMin' | 'bandMid' | 'bandMax'): string | null =>
      optionalUnsigned(input[field], 'What is given', ['input', field]) ?? before?.[field] ?? null
    const band = { bandMin: edge('bandMin'), bandMid: edge('bandMid'), bandMax: edge('bandMax') }
    mustRise([band.bandMin, band.bandMid, band.bandMax])
    const id = newId()
    const pay = { employeeId: person.id, effectiveOn, annualAmount, ...band }
    await tx.insert(compensation).values({ tenantId: viewer.company.id, id, ...pay })
    return { id, event: { type: 'pay.changed', subject: { employeeId: person.id, effectiveOn } } }
  })
}

/** @throws Refusal where a band's least pay is above its middle, or that above its highest. */
function mustRise(edges: readonly (string | null)[]): void {
  const known = edges.filter((edge) => edge !== null)
  const rises = known.every((edge, index) => index === 0 || new Big(edge).gte(known[index - 1] ?? edge))
  must(rises, `A band goes from its least pay by its middle to its highest, not ${known.join(', ')}.`, ['input', 'bandMin'])
}
