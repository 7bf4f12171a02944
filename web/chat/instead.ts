import type { SplitsQuery } from '../gql/graphql.ts'
import type { Answer } from './answer.ts'

type Chip = Answer['chips'][number]

const instead: Readonly<Record<string, readonly string[]>> = {
  period: ['this month', 'this quarter', 'this year', 'last month', 'last quarter', 'last year', 'the last 12 months'],
  grain: ['by day', 'by week', 'by month', 'by quarter', 'by year'],
  compare: ['compared with a year earlier', 'compared with the period before'],
  first: ['top 3', 'top 5', 'top 10', 'top 20'],
}

/** Words that can stand in a chip's place. */
export function insteadOf({ slot, label }: Chip): readonly string[] {
  if (slot === 'where') {
    const excluded = /^without (.+)$/.exec(label)?.[1]
    return [excluded ? `only ${excluded}` : `without ${label}`]
  }
  return (instead[slot] ?? []).filter((words) => !label.startsWith(words))
}

/** Whether a question makes sense without a part: it needs a metric. */
export const canGo = ({ chips }: Answer, { slot, label }: Chip): boolean =>
  slot === 'metric' ? chips.filter((chip) => chip.slot === 'metric').length > 1 : !(slot === 'period' && label === 'all time')

function names(json: unknown, key: string): readonly string[] {
  if (typeof json !== 'object' || json === null) return []
  const value = new Map<string, unknown>(Object.entries(json)).get(key)
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

/** Labels of the dimensions that all metrics of an answer have, and that it is not split by, in small letters. */
export function otherSplits(
  { understood }: Answer,
  catalogue: NonNullable<SplitsQuery['metricCatalogue']> | null,
): readonly string[] {
  const split = names(understood, 'by')
  const metrics = names(understood, 'metrics').flatMap((name) => catalogue?.metrics.find((metric) => metric.name === name) ?? [])
  const [first] = metrics
  if (!first) return []
  return first.dimensions
    .filter((name) => !split.includes(name) && metrics.every(({ dimensions }) => dimensions.includes(name)))
    .flatMap((name) => {
      const found = catalogue?.dimensions.find((dimension) => dimension.name === name && dimension.domain === first.domain)
      return found ? [found.label.toLowerCase()] : []
    })
}
