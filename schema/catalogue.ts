import type { ConstDirectiveNode, EnumTypeDefinitionNode, EnumValueDefinitionNode } from 'graphql'
import { Kind, parse, valueFromASTUntyped } from 'graphql'
import { domains, supergraphSdl } from './sdl.ts'

export type Unit = 'MONEY' | 'COUNT' | 'RATIO' | 'DAYS' | 'HOURS' | 'MONTHS' | 'YEARS' | 'POINTS' | 'SCORE'
export type Better = 'HIGHER' | 'LOWER' | 'NEITHER'
type Adds = 'ALWAYS' | 'AT_A_TIME' | 'NEVER'

/** A metric as the SDL declares it. */
export interface Metric {
  /** The domain whose enum it stands in, such as `sales`. */
  readonly domain: string
  readonly name: string
  readonly label: string
  /** What it is, in words: the enum value's description. */
  readonly description: string
  readonly unit: Unit
  readonly better: Better
  readonly adds: Adds
  /** Whether it is taken on the last day of the period alone: all that sum at a time are, and some that never do. */
  readonly asOf: boolean
  readonly says: readonly string[]
  /** Names of the domain's dimensions that its fact reaches. */
  readonly dimensions: readonly string[]
  /** Scopes needed beside the field's own: all of one of the lists. Empty: none. */
  readonly scopes: readonly (readonly string[])[]
  /** The rows behind it; null where no list holds them. */
  readonly records: MetricRecords | null
  /** The figures that it is a quotient of; null where it has facts of its own. */
  readonly derived: DerivedFrom | null
}

/** A metric of any domain. */
export interface MetricName {
  readonly domain: string
  readonly name: string
}

/** What a metric over two others divides. */
export interface DerivedFrom {
  /** Alternatives: the first that the company has facts for is meant. */
  readonly of: readonly MetricName[]
  readonly per: MetricName
}

/** The rows behind a metric, as the directive declares them. */
export interface MetricRecords {
  /** The connection on Query that lists them. */
  readonly field: string
  /** What the connection's `state` argument is given. */
  readonly state?: string
  /** The field of a row whose sum over all rows is the figure. */
  readonly sums?: string
  /** Whether the figure is the number of rows. */
  readonly counts?: boolean
}

/** A dimension as the SDL declares it. */
export interface Dimension {
  readonly domain: string
  readonly name: string
  readonly label: string
  readonly description: string
  readonly says: readonly string[]
  /** The type of its members, where they have one. */
  readonly entity: string | null
  /** Other ways people say members that every company has. */
  readonly members: readonly { readonly member: string; readonly says: readonly string[] }[]
  readonly scopes: readonly (readonly string[])[]
}

export interface Catalogue {
  readonly metrics: readonly Metric[]
  readonly dimensions: readonly Dimension[]
}

/** What a directive of an enum value says; the composer has checked it against the directive's definition. */
function directiveArguments<Arguments>(value: EnumValueDefinitionNode, name: string): Arguments | undefined {
  const directive = value.directives?.find((node: ConstDirectiveNode) => node.name.value === name)
  if (!directive) return undefined
  return Object.fromEntries(
    (directive.arguments ?? []).map((argument) => [argument.name.value, valueFromASTUntyped(argument.value)]),
  ) as Arguments
}

/** `sales.NET_REVENUE|finance.REVENUE`: metrics of any domain. */
function metricNames(written: string): MetricName[] {
  return written.split('|').map((each) => {
    const [domain = '', name = ''] = each.split('.')
    return { domain, name }
  })
}

function derivedFrom(value: EnumValueDefinitionNode): DerivedFrom | null {
  const declared = directiveArguments<{ of: string; per: string }>(value, 'derived')
  const [per] = declared ? metricNames(declared.per) : []
  return declared && per ? { of: metricNames(declared.of), per } : null
}

/** `SalesMetric` → `sales`. */
const domainOf = (enumName: string, suffix: string): string => enumName.slice(0, -suffix.length).toLowerCase()

/**
 * Reads every metric and dimension from a composed graph. Introspection, printSchema and the gateway's loaded schema
 * drop the directives, so only the supergraph's own text will do.
 */
export function parseCatalogue(supergraph: string): Catalogue {
  const enums = parse(supergraph).definitions.filter(
    (node): node is EnumTypeDefinitionNode => node.kind === Kind.ENUM_TYPE_DEFINITION,
  )
  const metrics: Metric[] = []
  const dimensions: Dimension[] = []
  for (const type of enums) {
    for (const value of type.values ?? []) {
      const defaults = { asOf: false, scopes: [], records: null, entity: null, members: [] }
      const common = { name: value.name.value, description: value.description?.value ?? '' }
      const metric = directiveArguments<Omit<Metric, 'domain' | 'name' | 'description' | 'derived'>>(value, 'metric')
      if (metric) {
        metrics.push({
          ...defaults,
          ...common,
          ...metric,
          domain: domainOf(type.name.value, 'Metric'),
          asOf: metric.adds === 'AT_A_TIME' || metric.asOf === true,
          derived: derivedFrom(value),
        })
      }
      const dimension = directiveArguments<Omit<Dimension, 'domain' | 'name' | 'description'>>(value, 'dimension')
      if (dimension) {
        dimensions.push({ ...defaults, ...common, ...dimension, domain: domainOf(type.name.value, 'Dimension') })
      }
    }
  }
  return { metrics: metrics.toSorted(byDomain), dimensions: dimensions.toSorted(byDomain) }
}

const places = new Map<string, number>(domains.map((domain, place) => [domain, place]))
const placeOf = (domain: string): number => places.get(domain) ?? places.size

/** In the order of the domains; those of one domain as they are declared. */
const byDomain = (a: { readonly domain: string }, b: { readonly domain: string }): number => placeOf(a.domain) - placeOf(b.domain)

let loaded: Catalogue | undefined

/** The catalogue of the composed graph; read once per process. */
export function catalogue(): Catalogue {
  loaded ??= parseCatalogue(supergraphSdl())
  return loaded
}

/** Whether `held` scopes satisfy a requirement: all scopes of one of its lists; an empty requirement always is. */
export function satisfies(held: ReadonlySet<string>, required: readonly (readonly string[])[]): boolean {
  return required.length === 0 || required.some((all) => all.every((scope) => held.has(scope)))
}
