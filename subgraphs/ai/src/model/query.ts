import type { Dimension, Metric } from '@aems/schema/catalogue.ts'
import { z } from 'zod'
import type { Filter, Meaning, Member } from '../domain/meaning.ts'
import { emptyMeaning, intentOf } from '../domain/meaningOf.ts'
import { outlookOf, unforeseeable } from '../domain/outlook.ts'
import { readQuestion } from '../domain/reading.ts'
import { timing } from '../domain/timing.ts'
import type { Knowledge } from '../domain/understand.ts'
import { searchMetrics } from './search.ts'

/** A question as the model puts it. Names are the catalogue's; periods are words, which our own calendar reads. */
export const querySchema = z.strictObject({
  metrics: z.array(z.string()).min(1).max(12).describe('Full names from search_catalogue, such as sales.NET_REVENUE.'),
  period: z
    .string()
    .max(100)
    .optional()
    .describe('In words: 2013, last quarter, since March 2014, the last 12 months, FY14, year to date. Absent: all time.'),
  grain: z
    .enum(['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR', 'FISCAL_QUARTER', 'FISCAL_YEAR'])
    .optional()
    .describe('A row for each.'),
  by: z.array(z.string()).max(4).optional().describe('Names of dimensions to split by.'),
  where: z
    .array(z.strictObject({ dimension: z.string(), in: z.array(z.string()).optional(), notIn: z.array(z.string()).optional() }))
    .max(8)
    .optional()
    .describe('Only, or all but, these members: refs from look_up_members.'),
  having: z
    .array(z.strictObject({ metric: z.string(), op: z.enum(['>', '>=', '<', '<=']), value: z.string().regex(/^-?\d+(\.\d+)?$/) }))
    .max(4)
    .optional()
    .describe('Bounds on figures; exact decimals as text, ratios as fractions.'),
  compare: z.enum(['PREVIOUS_PERIOD', 'PREVIOUS_YEAR', 'BUDGET']).optional(),
  order: z
    .strictObject({ by: z.string(), of: z.enum(['value', 'change', 'changeRatio']), direction: z.enum(['asc', 'desc']) })
    .optional(),
  first: z.int().min(1).max(1_000).optional().describe('Only so many rows; needs order.'),
  share: z.boolean().optional().describe('Each row as a share of the total.'),
})

export type ModelQuery = z.infer<typeof querySchema>

/** Members that were looked up, by the refs that the model knows them by. */
export type Refs = ReadonlyMap<string, Member>

/**
 * What a query of the model's means; or every fault of it, in words that tell it what would do.
 * @param ahead whether it asks for days to come.
 */
export function meaningOfQuery(
  query: ModelQuery,
  knowledge: Knowledge,
  refs: Refs,
  ahead = false,
): { readonly meaning: Meaning } | { readonly faults: readonly string[] } {
  const faults: string[] = []
  const visible = knowledge.catalogue.metrics.filter(knowledge.maySee)
  const metric = (name: string): Metric | undefined => {
    const found =
      visible.find((each) => `${each.domain}.${each.name}` === name) ?? only(visible.filter((each) => each.name === name))
    if (!found) {
      const near = searchMetrics(name.replaceAll(/[._]/g, ' '), visible, 3).map(({ domain, name: own }) => `${domain}.${own}`)
      faults.push(`There is no metric “${name}”.${near.length > 0 ? ` Near: ${near.join(', ')}.` : ' Use search_catalogue.'}`)
    }
    return found
  }
  const metrics = query.metrics.flatMap((name) => metric(name) ?? [])
  const dimension = (name: string): Dimension | undefined => {
    const lacking = metrics.find(({ dimensions }) => !dimensions.includes(name))
    const found = knowledge.catalogue.dimensions.find((each) => each.name === name && each.domain === metrics[0]?.domain)
    if (metrics.length > 0 && (lacking || !found || !knowledge.maySee(found))) {
      faults.push(
        `${lacking?.name ?? metrics[0]?.name} has no dimension “${name}”. It has: ${(lacking ?? metrics[0])?.dimensions.join(', ')}.`,
      )
      return undefined
    }
    return found
  }
  const by = (query.by ?? []).flatMap((name) => dimension(name) ?? [])
  const where = (query.where ?? []).flatMap(({ dimension: name, in: only_, notIn }): Filter[] => {
    dimension(name)
    if ((only_ === undefined) === (notIn === undefined)) {
      faults.push(`A condition on ${name} needs either in or notIn.`)
      return []
    }
    const members = (only_ ?? notIn ?? []).flatMap((ref) => {
      const member = refs.get(ref)
      if (member?.dimension === name) return [member]
      faults.push(`“${ref}” is no member of ${name} that was looked up: use a ref from look_up_members.`)
      return []
    })
    return [{ dimension: name, members, not: notIn !== undefined }]
  })
  const having = (query.having ?? []).flatMap(({ metric: name, op, value }) => {
    const bounded = metric(name)
    return bounded ? [{ metric: bounded, op, value }] : []
  })
  const orderedBy = query.order && metric(query.order.by)
  if (query.order && query.order.of !== 'value' && !query.compare) faults.push('An order by change needs compare.')
  const reading = query.period === undefined ? null : readQuestion(query.period, knowledge, null)
  if (reading && !reading.time.period && !reading.time.future) faults.push(`“${query.period}” is no period that I can read.`)
  if (faults.length > 0) return { faults }
  const { period, periodNamed } = reading ? timing(reading, metrics, knowledge.clock) : emptyMeaning
  const plain: Meaning = {
    ...emptyMeaning,
    metrics,
    period,
    periodNamed,
    grain: query.grain ?? null,
    by,
    where,
    having,
    compare: query.compare ?? null,
    order: query.order && orderedBy ? { ...query.order, by: orderedBy } : null,
    first: query.first ?? null,
  }
  const meaning = { ...plain, intent: intentOf(plain, query.share ?? false, false) }
  if (!ahead) return { meaning }
  const [unforeseen] = unforeseeable(meaning)
  if (unforeseen) return { faults: [`${unforeseen.name} can't be forecast: only figures that add up can.`] }
  return { meaning: { ...outlookOf(meaning, reading ?? readQuestion('', knowledge, null), knowledge.clock), intent: 'forecast' } }
}

const only = <Item>(items: readonly Item[]): Item | undefined => (items.length === 1 ? items[0] : undefined)
