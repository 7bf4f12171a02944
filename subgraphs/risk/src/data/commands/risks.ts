import type { ViewerTransaction } from '@aems/drizzle/client.ts'
import { newId } from '@aems/drizzle/ids.ts'
import { riskAssessments, risks } from '@aems/drizzle/risk/tables.ts'
import type { RunCommand } from '@aems/kit/commands.ts'
import { addMonths, isDay } from '@aems/kit/metrics/days.ts'
import { Refusal } from '@aems/kit/refusal.ts'
import { isId } from '@aems/kit/rows.ts'
import { today, type Viewer } from '@aems/kit/viewer.ts'
import Big from 'big.js'
import { eq } from 'drizzle-orm'
import type * as graph from '../../graph.generated.ts'
import type { RiskRow } from '../risks.ts'
import { amountGiven, freeRef, must, mustBeThere, onScale, optionalText, pastDay, takenRef, textGiven, unknown } from './given.ts'
import { riskWithinReach } from './reach.ts'

/** Months for which a risk can be accepted at once; then it must be decided on again. */
const longestAcceptance = 12

type Decision = 'registered' | 'assessed' | 'treated' | 'accepted' | 'closed'
type Rated = 'likelihood' | 'impact' | 'residualLikelihood' | 'residualImpact'

/** Puts a risk on the register. @throws Refusal */
export function registerRisk(run: RunCommand, viewer: Viewer, input: graph.RegisterRiskInput): Promise<string> {
  return run({ name: 'registerRisk', idempotencyKey: input.idempotencyKey }, async (tx) => {
    const id = newId()
    const risk = {
      tenantId: viewer.company.id,
      id,
      ref: await freeRef(tx, 'risk', input.ref, id),
      title: textGiven(input.title, 'A title', ['input', 'title']),
      category: textGiven(input.category, 'A category', ['input', 'category']),
      description: optionalText(input.description, 'A description', ['input', 'description'], 10_000),
      ownerId: await mustBeThere(tx, 'employee', input.ownerId, ['input', 'ownerId']),
      orgUnitId: await mustBeThere(tx, 'org unit', input.orgUnitId, ['input', 'orgUnitId']),
      identifiedOn: pastDay(viewer, input.identifiedOn, ['input', 'identifiedOn']),
      likelihood: onScale(input.likelihood, 'A likelihood of', ['input', 'likelihood']),
      impact: onScale(input.impact, 'An impact of', ['input', 'impact']),
      status: 'open',
      reviewDueOn: input.reviewDueOn ?? null,
      ...lossesGiven(input),
    }
    await riskWithinReach(tx, risk.orgUnitId, risk.ownerId)
    const [made] = await tx.insert(risks).values(risk).onConflictDoNothing().returning()
    if (made === undefined) throw takenRef(risk.ref)
    await note(tx, viewer, made, 'registered', null)
    return { id, event: { type: 'risk.registered', subject: { category: risk.category } } }
  })
}

/** Assesses a risk anew; what is not given stays as it was. @throws Refusal */
export function assessRisk(run: RunCommand, viewer: Viewer, input: graph.AssessRiskInput): Promise<string> {
  return run({ name: 'assessRisk', idempotencyKey: input.idempotencyKey }, (tx) =>
    decide(tx, viewer, input, 'assessed', (risk) => ({
      ...rated(input, risk),
      reviewDueOn: input.reviewDueOn ?? risk.reviewDueOn,
      ...lossesGiven(input, risk),
    })),
  )
}

/** Settles what is done about a risk, other than accepting it. @throws Refusal */
export function treatRisk(run: RunCommand, viewer: Viewer, input: graph.TreatRiskInput): Promise<string> {
  return run({ name: 'treatRisk', idempotencyKey: input.idempotencyKey }, (tx) =>
    decide(tx, viewer, input, 'treated', (risk) => {
      must(input.treatment !== 'ACCEPT', 'To accept a risk, use acceptRisk: it asks for an end and a reason.', [
        'input',
        'treatment',
      ])
      return { ...rated(input, risk), treatment: input.treatment.toLowerCase(), acceptedUntil: null }
    }),
  )
}

/** Accepts a risk as it is, for a time. @throws Refusal */
export function acceptRisk(run: RunCommand, viewer: Viewer, input: graph.AcceptRiskInput): Promise<string> {
  return run({ name: 'acceptRisk', idempotencyKey: input.idempotencyKey }, (tx) =>
    decide(tx, viewer, input, 'accepted', (risk) => {
      const now = today(viewer.company)
      const last = addMonths(now, longestAcceptance)
      must(
        isDay(input.until) && input.until > now && input.until <= last,
        `A risk is accepted until a day after today and within ${longestAcceptance} months, ${last} at the latest; not ${input.until}.`,
        ['input', 'until'],
      )
      textGiven(input.note, 'The reason', ['input', 'note'], 10_000)
      if (risk.ownerId !== null && risk.ownerId === viewer.employeeId) {
        throw new Refusal('You answer for this risk, so somebody else must accept it.', ['input', 'riskId'])
      }
      return { treatment: 'accept', acceptedUntil: input.until, reviewDueOn: input.until }
    }),
  )
}

/** Takes a risk off the register. @throws Refusal */
export function closeRisk(run: RunCommand, viewer: Viewer, input: graph.CloseRiskInput): Promise<string> {
  return run({ name: 'closeRisk', idempotencyKey: input.idempotencyKey }, (tx) =>
    decide(tx, viewer, input, 'closed', (risk) => {
      const on = pastDay(viewer, input.closedOn, ['input', 'closedOn'])
      must(on >= risk.identifiedOn, `It was identified on ${risk.identifiedOn} and can't end before.`, ['input', 'closedOn'])
      return { status: 'closed', closedOn: on }
    }),
  )
}

interface Deciding {
  readonly riskId: string
  readonly note?: string | null | undefined
}

/** Changes an open risk, and writes down how it is seen from now on. */
async function decide(
  tx: ViewerTransaction,
  viewer: Viewer,
  { riskId, note: reason }: Deciding,
  decision: Decision,
  change: (risk: RiskRow) => Partial<RiskRow>,
) {
  const [risk] = isId(riskId) ? await tx.select().from(risks).where(eq(risks.id, riskId)).for('update') : []
  if (risk === undefined) throw unknown('risk', riskId, ['input', 'riskId'])
  if (risk.status === 'closed') {
    throw new Refusal(`“${risk.title}” is closed. Register it anew if it is back.`, ['input', 'riskId'])
  }
  const changes = change(risk)
  await tx.update(risks).set(changes).where(eq(risks.id, risk.id))
  await note(tx, viewer, { ...risk, ...changes }, decision, optionalText(reason, 'A note', ['input', 'note'], 10_000))
  return { id: risk.id, event: { type: `risk.${decision}`, subject: { category: risk.category } } }
}

async function note(tx: ViewerTransaction, viewer: Viewer, risk: RiskRow, kind: Decision, reason: string | null): Promise<void> {
  const { id: riskId, likelihood, impact, residualLikelihood, residualImpact, treatment, acceptedUntil } = risk
  await tx.insert(riskAssessments).values({
    tenantId: viewer.company.id,
    id: newId(),
    riskId,
    kind,
    userId: viewer.user.id,
    likelihood,
    impact,
    residualLikelihood,
    residualImpact,
    treatment,
    acceptedUntil,
    note: reason,
  })
}

/** The ratings given, each on the scale; the others as they were. */
function rated(given: { readonly [Name in Rated]?: string | null | undefined }, risk: RiskRow): Pick<RiskRow, Rated> {
  const one = (name: Rated, noun: string) => {
    const value = given[name]
    return value == null ? null : onScale(value, noun, ['input', name])
  }
  return {
    likelihood: one('likelihood', 'A likelihood of') ?? risk.likelihood,
    impact: one('impact', 'An impact of') ?? risk.impact,
    residualLikelihood: one('residualLikelihood', 'A residual likelihood of') ?? risk.residualLikelihood,
    residualImpact: one('residualImpact', 'A residual impact of') ?? risk.residualImpact,
  }
}

type Losses = 'eventsPerYear' | 'lossLow' | 'lossLikely' | 'lossHigh'

/** What an event costs and how often it comes: all of it or nothing, and in order. */
function lossesGiven(
  given: { readonly [Name in Losses]?: string | null | undefined },
  before?: Pick<RiskRow, Losses>,
): Pick<RiskRow, Losses> {
  const one = (name: Losses, noun: string) => amountGiven(given[name], noun, ['input', name]) ?? before?.[name] ?? null
  const losses = {
    eventsPerYear: one('eventsPerYear', 'A frequency of'),
    lossLow: one('lossLow', 'A loss of'),
    lossLikely: one('lossLikely', 'A loss of'),
    lossHigh: one('lossHigh', 'A loss of'),
  }
  const { lossLow, lossLikely, lossHigh } = losses
  if (lossLow === null && lossLikely === null && lossHigh === null) return losses
  must(
    lossLow !== null && lossLikely !== null && lossHigh !== null,
    'A loss is told by three amounts: lossLow, lossLikely and lossHigh.',
    ['input'],
  )
  const inOrder = new Big(lossLow ?? 0).lte(lossLikely ?? 0) && new Big(lossLikely ?? 0).lte(lossHigh ?? 0)
  must(inOrder, `The most likely loss, ${lossLikely}, must lie from ${lossLow} to ${lossHigh}.`, ['input', 'lossLikely'])
  return losses
}
