import { z } from 'zod'

const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? [])
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null)

const span = z.object({ from: text, to: text, all: z.boolean().default(false) })
const period = z.object({ ...span.shape, also: list(z.object({ ...span.shape, also: list(span) })) })
const filter = z.object({ dimension: z.string(), in: z.array(z.string()).optional(), notIn: z.array(z.string()).optional() })
const having = z.object({ metric: z.string(), op: z.string(), value: z.number() })
const sort = z.object({ by: z.string(), of: z.string().default('value'), direction: text })

const wanted = z.object({
  kind: z.enum(['metrics', 'list', 'why', 'forecast', 'whatif', 'clarify', 'refuse']),
  metrics: list(
    z.object({
      name: z.string(),
      filters: list(filter),
      groupBy: list(z.string()),
      grain: text,
      period: period.nullish().transform((value) => value ?? null),
      compare: text,
    }),
  ),
  having: list(having),
  sort: sort.nullish().transform((value) => value ?? null),
  limit: z
    .number()
    .nullish()
    .transform((value) => value ?? null),
  atLeast: z.boolean().default(false),
  candidates: list(z.string()),
  reason: text,
})

/** What a right answer to a question is. Names with `|` are alternatives. */
export type Wanted = z.infer<typeof wanted>
export type WantedPeriod = z.infer<typeof period>

const question = z
  .object({
    id: z.string(),
    domains: z.array(z.string()).default([]),
    question: z.string(),
    followUpOf: text,
    asOf: text,
    asker: z
      .object({ role: z.string() })
      .nullish()
      .transform((asker) => asker?.role ?? null),
    optional: z.boolean().default(false),
    expect: z.object({ ...wanted.shape, alsoRight: list(wanted) }),
  })
  .transform(({ expect: { alsoRight, ...first }, ...item }) => ({
    ...item,
    kind: first.kind,
    wanted: [first, ...alsoRight],
    figures: null,
  }))

const decimalRow = z.object({
  metric: text,
  keys: z.record(z.string(), z.string().nullable()).default({}),
  period: span.nullish().transform((value) => value ?? null),
  value: z
    .union([z.number(), z.record(z.string(), z.number().nullable())])
    .nullish()
    .transform((value) => value ?? null),
  previous: z.number().nullish(),
  change: z.number().nullish(),
})

type DecimalRow = z.infer<typeof decimalRow>

/** Rows that hold a metric each, for the same members and days, as one row with all of them. */
function asOneRow(rows: readonly DecimalRow[]): DecimalRow[] {
  const placeOf = ({ keys, period }: DecimalRow): string => JSON.stringify([Object.entries(keys).toSorted(), period])
  return [...Map.groupBy(rows, placeOf).values()].flatMap((alike) => {
    const [first] = alike
    if (!first || first.metric === null) return alike
    const value = Object.fromEntries(
      alike.flatMap((row) => (row.metric !== null && typeof row.value === 'number' ? [[row.metric, row.value] as const] : [])),
    )
    return [{ ...first, metric: null, value }]
  })
}

const fact = z
  .object({
    id: z.string(),
    question: z.string(),
    metric: text,
    metrics: list(z.string()),
    followUpOf: text,
    tolerance: z.union([z.number(), z.record(z.string(), z.number())]),
    shareOf: text,
    order: z.unknown().optional(),
    kind: z.string(),
    expected: z.union([z.number(), z.array(decimalRow)]),
  })
  .transform(({ metric, metrics, tolerance, shareOf, order, expected, kind, ...item }) => ({
    ...item,
    domains: [],
    asOf: null,
    asker: null,
    optional: false,
    kind,
    wanted: [],
    figures: {
      metrics: metric === null ? metrics : [metric],
      tolerance: typeof tolerance === 'number' ? tolerance : Math.max(...Object.values(tolerance)),
      of:
        shareOf !== null
          ? ('share' as const)
          : metric === null && typeof expected === 'number'
            ? ('quotient' as const)
            : ('value' as const),
      ordered: order !== null && order !== undefined,
      expected: typeof expected === 'number' ? expected : asOneRow(expected),
    },
  }))

/** A question with what a right answer to it is: what must be understood, or the very figures. */
export type Item = z.infer<typeof question> | z.infer<typeof fact>
export type ExpectedFigures = NonNullable<Item['figures']>

/** Reads a file of questions: one JSON object a line with what must be understood, or an array of facts with their figures. */
export function readItems(content: string): Item[] {
  const trimmed = content.trim()
  if (trimmed.startsWith('[')) return z.array(fact).parse(JSON.parse(trimmed))
  return trimmed.split('\n').map((line, index) => {
    const item = question.safeParse(JSON.parse(line))
    if (item.success) return item.data
    throw new Error(`Line ${index + 1} is no question: ${z.prettifyError(item.error)}`)
  })
}

/** A question's ancestors and itself, from the root. */
export function chainOf(item: Item, items: ReadonlyMap<string, Item>): Item[] {
  const before = item.followUpOf === null ? undefined : items.get(item.followUpOf)
  return before ? [...chainOf(before, items), item] : [item]
}
