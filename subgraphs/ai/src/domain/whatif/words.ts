import Big from 'big.js'
import type { Assumption } from '../meaning.ts'

/** What is supposed, as the contract tells it. */
export const assumptionOf = (assumption: Assumption): Readonly<Record<string, unknown>> => {
  if (assumption.kind === 'change') return { metric: assumption.metric, by: assumption.by, value: Number(assumption.value) }
  if (assumption.kind === 'withoutNamed') return { without: 'where' }
  const { dimension, first, direction } = assumption
  return { without: { dimension, first, direction } }
}

/** What is supposed, as one would say it: `if burn rate rose by 20 %`, `without our 3 largest customers`. */
export function assumptionWords(assumption: Assumption | null): string {
  if (assumption === null || assumption.kind === 'withoutNamed') return ''
  const name = assumption.label.toLowerCase()
  if (assumption.kind === 'without')
    return `without our ${assumption.first} ${assumption.direction === 'desc' ? 'largest' : 'smallest'} ${name}${assumption.first === 1 ? '' : 's'}`
  const value = Big(assumption.value)
  if (assumption.by === 'to') return `if ${name} were ${value.toFixed()}`
  const step = assumption.by === 'factor' ? value.minus(1).times(100) : value
  const fraction = assumption.by === 'plus' && value.abs().lt(1)
  const size = fraction
    ? `${step.abs().times(100).toFixed()} points`
    : `${step.abs().toFixed()}${assumption.by === 'factor' ? ' %' : ''}`
  return `if ${name} ${step.lt(0) ? 'fell' : 'rose'} by ${size}`
}
