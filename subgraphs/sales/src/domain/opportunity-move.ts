import { Refusal } from '@aems/kit/refusal.ts'
import { valueRefused } from './given.ts'

/** Of an opportunity, what a move may change. */
export interface Standing {
  readonly stage: string
  readonly engagedOn: string | null
  readonly closedOn: string | null
  readonly lostReason: string | null
}

export interface Move {
  readonly stage: string
  readonly on: string
  readonly lostReason: string | null
}

const firstStage = 'prospecting'
const isEnd = (stage: string): boolean => stage === 'won' || stage === 'lost'

/** Stages that every company has; beside them, its own. */
export const commonStages: readonly string[] = [firstStage, 'engaging', 'proposal', 'negotiation', 'won', 'lost']

/**
 * Where an opportunity stands after a move. Won and lost close it on that day; moved back from there it is open again.
 * @param since the day on which it came to its present stage, where that is known.
 * @throws Refusal where it is there already, the day lies before that, or a loss has no reason.
 */
export function moved(ref: string, from: Standing, { stage, on, lostReason }: Move, since: string | null): Standing {
  if (stage === from.stage) throw new Refusal(`Opportunity ${ref} is at ${stage} already.`, ['input', 'stage'])
  if (since !== null && on < since) {
    throw valueRefused(`Opportunity ${ref} came to ${from.stage} on ${since}; it can't have left it on ${on}.`, 'on')
  }
  if (stage === 'lost' && lostReason === null) throw valueRefused('Say why it was lost.', 'lostReason')
  if (stage !== 'lost' && lostReason !== null) {
    throw valueRefused('Only what is lost has a reason for it; leave lostReason out.', 'lostReason')
  }
  const wasEngaged = from.engagedOn ?? (stage === firstStage || stage === 'lost' ? null : on)
  return { stage, engagedOn: wasEngaged, closedOn: isEnd(stage) ? on : null, lostReason }
}
