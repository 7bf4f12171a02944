import { GraphError } from '@aems/kit/errors.ts'
import type { GraphClient } from '@aems/kit/subgraph.ts'
import { apiSdl } from '@aems/schema/sdl.ts'
import { buildSchema, type GraphQLSchema, parse, validate } from 'graphql'
import { z } from 'zod'
import type { Table } from '../domain/answer/figures.ts'
import type { Operation } from '../domain/operation.ts'

const decimal = z
  .string()
  .nullish()
  .transform((value) => value ?? null)
const days = z.object({ from: decimal, to: decimal })
const unit = z.enum(['MONEY', 'COUNT', 'RATIO', 'DAYS', 'HOURS', 'MONTHS', 'YEARS', 'POINTS', 'SCORE'])
const better = z.enum(['HIGHER', 'LOWER', 'NEITHER'])
const cell = z.object({
  metric: z.string(),
  value: decimal,
  previous: decimal,
  change: decimal,
  changeRatio: decimal,
  target: decimal,
  low: decimal,
  high: decimal,
})
const optionalNumber = z
  .number()
  .nullish()
  .transform((value) => value ?? null)

const table = z.object({
  columns: z.array(z.object({ metric: z.string(), label: z.string(), unit, better, currency: decimal })),
  rows: z.array(
    z.object({
      keys: z.array(z.object({ dimension: z.string(), value: decimal, label: z.string(), id: decimal })),
      period: days.nullish().transform((value) => value ?? null),
      forecast: z.boolean().default(false),
      cells: z.array(cell),
    }),
  ),
  totals: z.array(cell),
  rowCount: z.number(),
  period: days,
  comparedTo: days.nullish().transform((value) => value ?? null),
  explain: z
    .array(
      z.object({
        metric: z.string(),
        formula: z.string(),
        sql: decimal,
        sources: z.array(z.string()),
        recordCount: optionalNumber,
        lag: optionalNumber,
        forecastError: z
          .object({ smape: decimal, mase: decimal, origins: z.number() })
          .nullish()
          .transform((value) => value ?? null),
      }),
    )
    .nullish()
    .transform((value) => value ?? []),
})

let schema: GraphQLSchema | undefined

/** Faults of an operation against the graph that clients see; empty where it may run. */
export function faultsOf(operation: string): readonly string[] {
  schema ??= buildSchema(apiSdl(), { assumeValidSDL: true })
  return validate(schema, parse(operation)).map(({ message }) => message)
}

/** What running an operation came to: the tables by alias, or the rights that were lacking. */
export type Ran =
  | { readonly tables: ReadonlyMap<string, Table> }
  | { readonly forbidden: string }
  | { readonly unavailable: string }

/**
 * Checks an operation against the graph and runs it with the asker's rights.
 * @throws GraphError where the planner wrote one that the graph does not have.
 */
export async function runFigures(graph: GraphClient, operation: Operation): Promise<Ran> {
  const faults = faultsOf(operation.text)
  if (faults.length > 0)
    throw new GraphError('INTERNAL', `The planner wrote an operation that the graph refuses: ${faults.join(' ')}`)
  const { data, errors } = await graph.execute(operation.text, operation.variables)
  const codes = (errors ?? []).map((error) => error.extensions?.['code'])
  const [first] = errors ?? []
  if (codes.some((code) => code === 'FORBIDDEN' || code === 'UNAUTHENTICATED')) return { forbidden: first?.message ?? '' }
  const found = Object.entries(data ?? {}).flatMap(([alias, value]) =>
    value === null ? [] : [[alias, table.parse(value)] as const],
  )
  if (first || found.length === 0) return { unavailable: first?.message ?? 'The graph gave no figures.' }
  return { tables: new Map(found) }
}
