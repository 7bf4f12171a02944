import { boundWords, byWords, type Chip, chipsOf, compareWords, during, grainWords, limited } from './answer/words.ts'
import type { Meaning } from './meaning.ts'
import { intentOf } from './meaningOf.ts'
import { everything } from './time/period.ts'
import { assumptionWords } from './whatif/words.ts'

/**
 * A meaning without one of its parts, as its chip names it; null where it has no such part, or can't be without it. A
 * question without its period is about all time.
 */
export function without(meaning: Meaning, { slot, label }: { readonly slot: string; readonly label: string }): Meaning | null {
  const same = chipsOf(meaning).filter((chip) => chip.slot === slot)
  const at = same.findIndex((chip) => chip.label === label)
  const chip = same[at]
  if (!chip) return null
  const rest = left(meaning, chip.slot, at)
  if (rest.metrics.length === 0) return null
  const isSpecial = ['forecast', 'define', 'why', 'whatif', 'share'].includes(meaning.intent) && chip.slot !== 'assumption'
  const special = isSpecial ? meaning.intent : null
  const isStillShared = meaning.intent !== 'share' || rest.by.length > 0 || rest.part !== null
  const intent = special && isStillShared ? special : intentOf(rest, false, meaning.intent === 'quotient')
  return { ...rest, intent, entity: intent === 'list' ? rest.entity : null }
}

function left(meaning: Meaning, slot: Chip['slot'], at: number): Meaning {
  const others = <Item>(items: readonly Item[]): readonly Item[] => items.filter((_, index) => index !== at)
  switch (slot) {
    case 'assumption':
      return { ...meaning, assumption: null, intent: 'value' }
    case 'metric':
      return withMetrics(meaning, others(meaning.metrics))
    case 'period':
      return { ...meaning, period: everything, periodNamed: true, compare: null }
    case 'where': {
      const gone = meaning.where[at]?.dimension
      return { ...meaning, where: others(meaning.where), part: meaning.part === gone ? null : meaning.part }
    }
    case 'by':
      return ranked({ ...meaning, by: others(meaning.by) })
    case 'grain':
      return ranked({ ...meaning, grain: null })
    case 'compare':
      return { ...meaning, compare: null, order: meaning.order && { ...meaning.order, of: 'value' } }
    case 'having':
      return { ...meaning, having: others(meaning.having) }
    case 'order':
      return { ...meaning, order: null, first: null }
    case 'first':
      return { ...meaning, first: null }
  }
}

/** What orders and bounds rows by a metric goes with it. */
function withMetrics(meaning: Meaning, metrics: Meaning['metrics']): Meaning {
  return {
    ...meaning,
    metrics,
    having: meaning.having.filter(({ metric }) => metrics.includes(metric)),
    order: meaning.order && metrics.includes(meaning.order.by) ? meaning.order : null,
  }
}

/** Without rows there is nothing to order or to cut off. */
const ranked = (meaning: Meaning): Meaning =>
  meaning.by.length > 0 || meaning.grain !== null ? meaning : { ...meaning, order: null, first: null, having: [] }

/** A meaning as one would ask for it. */
export function questionOf(meaning: Meaning): string {
  const { metrics, order, first } = meaning
  const names = metrics.map(({ label }) => label).join(' and ')
  const rank = order && first !== null ? `${order.direction === 'desc' ? 'top' : 'bottom'} ${first}` : ''
  const bounds = boundWords(meaning)
  return [
    meaning.intent === 'forecast' ? 'Forecast of' : meaning.intent === 'why' ? 'Why did' : '',
    names,
    meaning.intent === 'why' ? 'change' : '',
    byWords(meaning),
    grainWords(meaning),
    limited(meaning),
    during(meaning),
    compareWords(meaning),
    bounds.length > 0 ? `with ${bounds.join(' and ')}` : '',
    rank,
    assumptionWords(meaning.assumption),
  ]
    .filter((words) => words !== '')
    .join(' ')
}
