import { GraphError } from '@aems/kit/errors.ts'
import type { GraphClient, GraphResult } from '@aems/kit/subgraph.ts'
import { z } from 'zod'
import type { PartKey, PartTable } from '../domain/derived/table.ts'

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null)
const number = z
  .number()
  .nullish()
  .transform((value) => value ?? null)
const days = z.object({ from: text, to: text })
const cell = z.object({ metric: z.string(), value: text, previous: text })

const part: z.ZodType<PartTable> = z.object({
  columns: z.array(z.object({ metric: z.string(), currency: text })),
  rows: z.array(
    z.object({
      keys: z.array(z.object({ dimension: z.string(), value: text, label: z.string(), id: text })),
      period: days.nullish().transform((value) => value ?? null),
      cells: z.array(cell),
    }),
  ),
  totals: z.array(cell),
  period: days,
  comparedTo: days.nullish().transform((value) => value ?? null),
  asOf: z.string(),
  explain: z
    .array(
      z.object({
        metric: z.string(),
        formula: z.string(),
        sql: text,
        sources: z.array(z.string()),
        recordCount: number,
        lag: number,
      }),
    )
    .nullish()
    .transform((value) => value ?? []),
})

const fields = `fragment Part on MetricTable {
  columns { metric currency }
  rows { keys { dimension value label id } period { from to } cells { metric value previous } }
  totals { metric value previous }
  period { from to }
  comparedTo { from to }
  asOf
  explain { metric formula sql sources recordCount lag }
}`

/** A question to one domain, under a name of its own. */
export interface PartQuestion {
  readonly alias: string
  readonly domain: string
  readonly query: Readonly<Record<string, unknown>>
}

/**
 * Asks several domains for figures, in one operation with the asker's own rights.
 * @throws {GraphError} what the first domain says that can't answer, in its own words.
 */
export async function askParts(graph: GraphClient, questions: readonly PartQuestion[]): Promise<ReadonlyMap<string, PartTable>> {
  if (questions.length === 0) return new Map()
  const declared = questions.map(({ alias, domain }) => `$${alias}: ${capital(domain)}MetricsQuery!`)
  const asked = questions.map(({ alias, domain }) => `  ${alias}: ${domain}Metrics(query: $${alias}) { ...Part }`)
  const variables = Object.fromEntries(questions.map(({ alias, query }) => [alias, query]))
  const { data, errors } = await graph.execute(
    `query Parts(${declared.join(', ')}) {\n${asked.join('\n')}\n}\n${fields}`,
    variables,
  )
  refuseAs(errors)
  return new Map(
    questions.flatMap(({ alias }) => {
      const table = part.safeParse(data?.[alias])
      return table.success ? [[alias, table.data] as const] : []
    }),
  )
}

const keys = z.array(z.object({ dimension: z.string(), value: text, label: z.string(), id: text }))

/** Asks a domain for members of one of its dimensions. @throws {GraphError} what the domain says where it can't answer. */
export async function askMembers(
  graph: GraphClient,
  domain: string,
  { dimension, search, first }: { readonly dimension: string; readonly search: string | null; readonly first: number },
): Promise<PartKey[]> {
  const operation = `query Members($search: String, $first: Int) {
  members: ${domain}Members(dimension: ${dimension}, search: $search, first: $first) { dimension value label id }
}`
  const { data, errors } = await graph.execute(operation, { search, first })
  refuseAs(errors)
  return keys.parse(data?.['members'] ?? [])
}

/** Says what the graph says where it refused. */
function refuseAs(errors: GraphResult['errors']): void {
  const [error] = errors ?? []
  if (error) throw new GraphError(codeOf(error.extensions?.['code']), error.message)
}

const capital = (domain: string): string => domain.charAt(0).toUpperCase() + domain.slice(1)

const codes = ['UNAUTHENTICATED', 'FORBIDDEN', 'BAD_INPUT', 'RATE_LIMITED', 'UNAVAILABLE'] as const

const codeOf = (code: unknown): (typeof codes)[number] => codes.find((known) => known === code) ?? 'UNAVAILABLE'
