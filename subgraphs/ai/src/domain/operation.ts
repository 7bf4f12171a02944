import type { Filter, Meaning } from './meaning.ts'
import { ahead } from './outlook.ts'
import { periodInput } from './time/period.ts'

/** A GraphQL operation with its variables. */
export interface Operation {
  readonly text: string
  readonly variables: Readonly<Record<string, unknown>>
}

/** Alias of the field that answers for a domain, and of the one that gives the whole of which a share is taken. */
export const alias = (domain: string, whole = false): string => (whole ? `${domain}Whole` : domain)

const figures = `fragment Figures on MetricTable {
  columns { metric label unit better currency }
  rows {
    keys { dimension value label id }
    period { from to }
    forecast
    cells { metric value previous change changeRatio target withheld low high }
  }
  totals { metric value previous change changeRatio target withheld }
  rowCount
  period { from to }
  comparedTo { from to }
  asOf
  explain { metric formula sql sources recordCount lag forecastError { smape mase origins } }
}`

const capital = (domain: string): string => domain.charAt(0).toUpperCase() + domain.slice(1)

/** The domains whose metrics a meaning asks for, in the order in which they come. */
export const domainsOf = (meaning: Meaning): readonly string[] => [...new Set(meaning.metrics.map((metric) => metric.domain))]

/** One question to a domain, under a name of its own. */
export interface Asked {
  readonly alias: string
  readonly domain: string
  readonly query: Readonly<Record<string, unknown>>
}

/** One operation that asks several questions; it runs unchanged in the explorer. */
export function operationFor(asked: readonly Asked[]): Operation {
  const declared = asked.map(({ alias: name, domain }) => `$${name}: ${capital(domain)}MetricsQuery!`)
  const fields = asked.map(({ alias: name, domain }) => `  ${name}: ${domain}Metrics(query: $${name}) { ...Figures }`)
  const variables = Object.fromEntries(asked.map(({ alias: name, query }) => [name, query]))
  return { text: `query Ask(${declared.join(', ')}) {\n${fields.join('\n')}\n}\n${figures}`, variables }
}

/**
 * Writes the one operation that answers: a field per domain, and one more for the whole that a share is taken of.
 * It runs unchanged in the explorer.
 * @param asOf the day that relative periods count from.
 */
export function operationOf(meaning: Meaning, asOf: string): Operation {
  const names = domainsOf(meaning).flatMap((domain) =>
    meaning.part === null ? [{ domain, whole: false }] : [false, true].map((whole) => ({ domain, whole })),
  )
  return operationFor(
    names.map(({ domain, whole }) => ({ alias: alias(domain, whole), domain, query: queryOf(meaning, domain, asOf, whole) })),
  )
}

const bounds = { '>': 'over', '>=': 'atLeast', '<': 'under', '<=': 'atMost' } as const
const parts = { value: 'VALUE', change: 'CHANGE', changeRatio: 'CHANGE_RATIO' } as const

/** Days to come are rows beyond a period that ends today. */
function outlook(meaning: Meaning, asOf: string): Record<string, unknown> {
  const { from, to, n } = ahead(meaning, asOf)
  return { period: { from, to }, forecast: { n, unit: meaning.grain } }
}

/** What limits the figures, as the graph is told so. */
export const conditionsOf = (where: readonly Filter[]): Record<string, unknown> =>
  where.length === 0
    ? {}
    : {
        where: where.map((filter) => ({
          dimension: filter.dimension,
          [filter.not ? 'notIn' : 'in']: filter.members.map(({ value }) => value),
        })),
      }

function queryOf(meaning: Meaning, domain: string, asOf: string, whole: boolean): Record<string, unknown> {
  const metrics = meaning.metrics.filter((metric) => metric.domain === domain)
  const where = meaning.where.filter((filter) => !whole || filter.dimension !== meaning.part || filter.not)
  const own = (of: { readonly domain: string }): boolean => of.domain === domain
  const having = whole ? [] : meaning.having.filter(({ metric }) => own(metric))
  const order = meaning.order && own(meaning.order.by) ? meaning.order : null
  const lead = metrics[0]
  const byLead =
    meaning.by.length > 0 && meaning.grain === null && lead ? { metric: lead.name, of: 'VALUE', direction: 'DESC' } : undefined
  const orderBy = order ? { metric: order.by.name, of: parts[order.of], direction: order.direction.toUpperCase() } : byLead
  return {
    metrics: metrics.map(({ name }) => name),
    ...(meaning.intent === 'forecast' ? outlook(meaning, asOf) : { period: periodInput(meaning.period) }),
    asOf,
    ...(meaning.grain && { grain: meaning.grain }),
    ...(meaning.by.length > 0 && { by: meaning.by.map(({ name }) => name) }),
    ...conditionsOf(where),
    ...(having.length > 0 && { having: having.map(({ metric, op, value }) => ({ metric: metric.name, [bounds[op]]: value })) }),
    ...(meaning.compare && { compare: meaning.compare }),
    ...(orderBy && !whole && { orderBy }),
    ...(meaning.first !== null && !whole && { first: meaning.first }),
  }
}
