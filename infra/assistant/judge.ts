import { z } from 'zod'
import type { Answer } from './answer.ts'
import { figuresAgree } from './figures.ts'
import type { Item, Wanted, WantedPeriod } from './questions.ts'

/** What came of a question. `outside`: it wants metrics that the graph does not have, and was not answered. */
export type Verdict = 'correct' | 'asked' | 'declined' | 'needless' | 'wrong' | 'failed' | 'outside'

export interface Judged {
  readonly verdict: Verdict
  /** Where it went wrong. */
  readonly faults: readonly string[]
}

const names = z.array(z.string()).default([])
const understoodSchema = z.object({
  metrics: names,
  period: z
    .object({ from: z.string().nullish(), to: z.string().nullish(), all: z.boolean().default(false) })
    .default({ all: false }),
  grain: z.string().nullable().default(null),
  by: names,
  where: z
    .array(z.object({ dimension: z.string(), in: z.array(z.string()).optional(), notIn: z.array(z.string()).optional() }))
    .default([]),
  having: z.array(z.object({ metric: z.string(), op: z.string(), value: z.number() })).default([]),
  compare: z.string().nullable().default(null),
  order: z.object({ by: z.string(), of: z.string(), direction: z.string() }).nullable().default(null),
  first: z.number().nullable().default(null),
  intent: z.string().default('value'),
})

/** What the company has, against which answers are judged. */
export interface Company {
  /** Names of the metrics that the graph has. */
  readonly known: ReadonlySet<string>
  /** Those for which the company has no facts at all: that there are none is the right answer. */
  readonly factless: ReadonlySet<string>
}

/** Judges an answer. @param asOf the day that today meant. */
export function judge(item: Item, answer: Answer, { known, factless }: Company, asOf: string): Judged {
  if (answer.status === 'error') return { verdict: 'failed', faults: [answer.text] }
  if (item.figures) return judgeFigures(item, answer, known)
  const judged = item.wanted.map((wanted) => judgeWanted(wanted, answer, { known, factless }, asOf))
  const good = judged.find(({ verdict }) => verdict === 'correct' || verdict === 'asked' || verdict === 'declined')
  return good ?? judged[0] ?? { verdict: 'failed', faults: ['Nothing is said about the right answer'] }
}

function judgeFigures(item: Item, answer: Answer, known: ReadonlySet<string>): Judged {
  const { figures } = item
  if (!figures) return { verdict: 'failed', faults: [] }
  const isKnown = figures.metrics.length > 0 && figures.metrics.every((name) => known.has(name))
  if (answer.status !== 'answered')
    return isKnown ? { verdict: 'needless', faults: [answer.text] } : { verdict: 'outside', faults: [] }
  if (!isKnown) return { verdict: 'wrong', faults: ['The graph has no such figure, yet it was answered'] }
  const faults = figuresAgree(figures, answer)
  return { verdict: faults.length === 0 ? 'correct' : 'wrong', faults }
}

function judgeWanted(wanted: Wanted, answer: Answer, { known, factless }: Company, asOf: string): Judged {
  if (wanted.kind === 'clarify') {
    if (answer.status === 'answered')
      return isBeyond(wanted.candidates, known)
        ? { verdict: 'outside', faults: [] }
        : { verdict: 'wrong', faults: ['It should have asked'] }
    if (answer.status === 'refused')
      return { verdict: isBeyond(wanted.candidates, known) ? 'outside' : 'needless', faults: [answer.text] }
    const offered = answer.candidates.filter(({ name }) => wanted.candidates.includes(name)).length
    return wanted.candidates.length === 0 || offered >= 2
      ? { verdict: 'asked', faults: [] }
      : {
          verdict: isBeyond(wanted.candidates, known) ? 'outside' : 'needless',
          faults: [`${offered} of the wanted candidates are offered`],
        }
  }
  if (wanted.kind === 'refuse') {
    if (answer.status === 'refused')
      return { verdict: 'declined', faults: answer.reason === wanted.reason ? [] : [`The reason should be ${wanted.reason}`] }
    return { verdict: answer.status === 'clarify' ? 'needless' : 'wrong', faults: ['It should have been declined'] }
  }
  const isKnown = wanted.metrics.every(({ name }) => alternatives(name).some((one) => known.has(one)))
  const faults = faultsOf(wanted, understoodSchema.parse(answer.understood), asOf)
  if (answer.status !== 'answered') {
    const isFactless = wanted.metrics.some(({ name }) => alternatives(name).every((one) => factless.has(one) || !known.has(one)))
    if (isKnown && isFactless && answer.reason === 'no_data' && faults.length === 0) return { verdict: 'correct', faults: [] }
    return isKnown ? { verdict: 'needless', faults: [answer.text] } : { verdict: 'outside', faults: [] }
  }
  return { verdict: faults.length === 0 ? 'correct' : 'wrong', faults }
}

/** Fewer than two of the readings are there to be offered: what should be asked later is plain now. */
const isBeyond = (candidates: readonly string[], known: ReadonlySet<string>): boolean =>
  candidates.length > 0 && candidates.filter((name) => known.has(name)).length < 2

const alternatives = (name: string): string[] => name.split('|')
const allows = (name: string | null, value: string | null): boolean => alternatives(name ?? 'null').includes(value ?? 'null')

type UnderstoodSlots = z.infer<typeof understoodSchema>

function faultsOf(wanted: Wanted, found: UnderstoodSlots, asOf: string): string[] {
  const faults: string[] = []
  const check = (ok: boolean, fault: string) => {
    if (!ok) faults.push(fault)
  }
  const [first] = wanted.metrics
  const missing = wanted.metrics.filter(({ name }) => !alternatives(name).some((one) => found.metrics.includes(one)))
  check(missing.length === 0, `metric ${missing.map(({ name }) => name).join(', ')}`)
  check(wanted.atLeast || found.metrics.length === wanted.metrics.length, 'number of metrics')
  if (!first) return faults
  check(sameFilters(first.filters, found.where), `filters ${JSON.stringify(first.filters)}`)
  check(sameSplit(first.groupBy, found.by), `split ${first.groupBy.join(', ') || 'none'}`)
  check(allows(first.grain, found.grain), `grain ${first.grain ?? 'none'}`)
  check(allows(first.compare, found.compare), `comparison ${first.compare ?? 'none'}`)
  check(first.period === null || samePeriod(first.period, found.period, asOf), `period ${JSON.stringify(first.period)}`)
  check(wanted.limit === null || found.first === wanted.limit, `first ${wanted.limit}`)
  check(wanted.sort === null || sameOrder(wanted.sort, found.order), `order ${JSON.stringify(wanted.sort)}`)
  check(
    wanted.having.every((bound) =>
      found.having.some(
        (other) => other.metric === bound.metric && other.op === bound.op && Math.abs(other.value - bound.value) < 1e-9,
      ),
    ) && found.having.length >= wanted.having.length,
    `bounds ${JSON.stringify(wanted.having)}`,
  )
  const special = wanted.kind === 'why' || wanted.kind === 'forecast' || wanted.kind === 'whatif'
  check(!special || found.intent === wanted.kind, `intent ${wanted.kind}`)
  return faults
}

function sameOrder(wanted: NonNullable<Wanted['sort']>, found: UnderstoodSlots['order']): boolean {
  if (!found) return false
  return (
    allows(wanted.by, found.by) &&
    allows(wanted.of, found.of) &&
    (wanted.direction === null || found.direction === wanted.direction)
  )
}

const sameSplit = (wanted: readonly string[], found: readonly string[]): boolean =>
  wanted.length === found.length && wanted.every((name) => alternatives(name).some((one) => found.includes(one)))

const countries = new Intl.DisplayNames(['en'], { type: 'region' })
const plain = (member: string): string => (/^[A-Z]{2}$/.test(member) ? (countries.of(member) ?? member) : member).toLowerCase()
const sameMembers = (a: readonly string[] = [], b: readonly string[] = []): boolean =>
  a.map(plain).toSorted().join('\n') === b.map(plain).toSorted().join('\n')

function sameFilters(wanted: Wanted['metrics'][number]['filters'], found: UnderstoodSlots['where']): boolean {
  return (
    wanted.length === found.length &&
    wanted.every((filter) =>
      found.some(
        (other) =>
          allows(filter.dimension, other.dimension) && sameMembers(filter.in, other.in) && sameMembers(filter.notIn, other.notIn),
      ),
    )
  )
}

function samePeriod(wanted: WantedPeriod, found: UnderstoodSlots['period'], asOf: string): boolean {
  const cut = (day: string | null | undefined): string | null => (day ? (day > asOf ? asOf : day) : null)
  const one = (period: { from: string | null; to: string | null; all: boolean }): boolean =>
    period.all
      ? found.all || (!found.from && cut(found.to) === asOf)
      : (period.from === null || found.from === period.from) && cut(found.to) === cut(period.to)
  return one(wanted) || wanted.also.some((other) => one(other) || other.also.some(one))
}
