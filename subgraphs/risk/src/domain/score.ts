import Big from 'big.js'

export type Level = 'low' | 'medium' | 'high' | 'critical'

/**
 * The lowest score of each level above low, on the 5 × 5 matrix of likelihood and impact (ISO 31010:2019, B.10.3; the
 * bounds are the company's choice, these the usual ones).
 */
export const levelsFrom = [
  ['critical', 20],
  ['high', 12],
  ['medium', 6],
] as const satisfies readonly (readonly [Level, number])[]

/** Likelihood times impact, each from 1 to 5, exactly. */
export const score = (likelihood: string, impact: string): string => new Big(likelihood).times(impact).toFixed()

/** The level that a score belongs to. */
export function levelOf(of: string): Level {
  const found = levelsFrom.find(([, from]) => new Big(of).gte(from))
  return found?.[0] ?? 'low'
}

/** A risk as it was assessed. */
export interface Assessed {
  readonly likelihood: string
  readonly impact: string
  readonly residualLikelihood: string | null
  readonly residualImpact: string | null
}

export const inherentScore = ({ likelihood, impact }: Assessed): string => score(likelihood, impact)

/** Null where either part is not assessed. */
export const residualScore = ({ residualLikelihood, residualImpact }: Assessed): string | null =>
  residualLikelihood === null || residualImpact === null ? null : score(residualLikelihood, residualImpact)

/** What the risk scores with what is done about it, where that is assessed; else what it scores without. */
export const currentScore = (risk: Assessed): string => residualScore(risk) ?? inherentScore(risk)
