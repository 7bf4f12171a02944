/** Where a product is in its life, in order. */
const stages = ['draft', 'active', 'end_of_life', 'discontinued'] as const

export type Stage = (typeof stages)[number]

/** The days that a product's life is told by. */
export interface Life {
  readonly status: string | null
  readonly launchedOn: string | null
  readonly discontinuedOn: string | null
}

/** A stage of life as one of those there are; null where the source never said. */
export const stageOf = (status: string | null): Stage | null => stages.find((stage) => stage === status) ?? null

/**
 * A product's life after it entered a stage on a day: going on sale sets the day of its launch, leaving it the day of its end,
 * and coming back on sale takes the end back. Null where the stage can't follow: nothing that was on sale becomes a draft
 * again.
 */
export function entering(life: Life, stage: Stage, day: string): Life | null {
  const before = stageOf(life.status)
  if (stage === 'draft' && before !== null && before !== 'draft') return null
  const launchedOn = stage === 'draft' ? life.launchedOn : (life.launchedOn ?? day)
  return { status: stage, launchedOn, discontinuedOn: stage === 'discontinued' ? day : null }
}
