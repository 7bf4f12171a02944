import Big from 'big.js'

export type Light = 'green' | 'amber' | 'red'

/** A measure and its thresholds. */
export interface Measured {
  readonly value: string
  readonly amberAt: string | null
  readonly redAt: string | null
}

/** What a measure says against its thresholds. Less is worse where red lies below amber; else more is. */
export function lightOf({ value, amberAt, redAt }: Measured): Light {
  const lessIsWorse = amberAt !== null && redAt !== null && new Big(redAt).lt(amberAt)
  const reached = (threshold: string | null) =>
    threshold !== null && (lessIsWorse ? new Big(value).lte(threshold) : new Big(value).gte(threshold))
  if (reached(redAt)) return 'red'
  return reached(amberAt) ? 'amber' : 'green'
}
