/** How far a candidate is. Days are YYYY-MM-DD. */
export interface Application {
  readonly stage: string
  readonly appliedOn: string
  readonly offeredOn: string | null
  readonly offer: string | null
  readonly hiredOn: string | null
}

/** A stage that a candidate enters on a day, and what became of an offer, where that is said. */
export interface Step {
  readonly stage: string
  readonly on: string
  readonly offer: string | null
}

/** Stages in which recruiting ends; a company's own stages may be called anything else. */
const finalStages: ReadonlySet<string> = new Set(['hired', 'rejected', 'withdrawn', 'declined'])

export const isFinal = (stage: string): boolean => finalStages.has(stage.toLowerCase())

/**
 * What an application is after a step, or why it can't be taken. Whoever is hired was offered the job and took it, on that day
 * where nothing else is known; whoever declines turned an offer down.
 */
export function afterStep(was: Application, { stage, on, offer }: Step): Application | string {
  const name = stage.toLowerCase()
  if (isFinal(was.stage)) return `The candidate is ${was.stage} already; recruiting has ended there.`
  if (name === was.stage.toLowerCase() && offer === was.offer) return `The candidate is in stage ${was.stage} already.`
  const implied = name === 'hired' ? 'accepted' : name === 'declined' ? 'declined' : null
  if (implied !== null && offer !== null && offer !== implied) {
    return `A candidate who is ${name} has ${implied} the offer; it can't be ${offer}.`
  }
  const outcome = offer ?? implied ?? was.offer
  return {
    stage,
    appliedOn: was.appliedOn,
    offeredOn: outcome === null ? null : (was.offeredOn ?? on),
    offer: outcome,
    hiredOn: name === 'hired' ? on : null,
  }
}
