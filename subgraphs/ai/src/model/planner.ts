import type { GraphClient } from '@aems/kit/subgraph.ts'
import { type Ran, runFigures } from '../data/figures.ts'
import { membersNamed } from '../data/members.ts'
import type { Chart } from '../domain/answer/chart.ts'
import type { Figures } from '../domain/answer/figures.ts'
import type { Said } from '../domain/answer/sentence.ts'
import { chipsOf } from '../domain/answer/words.ts'
import type { Meaning, Member } from '../domain/meaning.ts'
import { type Operation, operationOf } from '../domain/operation.ts'
import type { Knowledge, Memory } from '../domain/understand.ts'
import type { ModelSettings } from '../environment.ts'
import type { Message, ModelClient, ToolCall, Turn } from './client.ts'
import { ModelFailure } from './failure.ts'
import { messagesFor, wordingAsked } from './prompt.ts'
import { meaningOfQuery } from './query.ts'
import { searchMetrics } from './search.ts'
import { type ParsedCall, parsedCall, tools } from './tools.ts'
import { checkedSentences } from './wording.ts'

/** What the model made of a question. */
export type Planned =
  | {
      readonly kind: 'figures'
      readonly meaning: Meaning
      readonly operation: Operation
      readonly ran: Extract<Ran, { tables: unknown }>
      readonly chart: Chart | null
      /** Words the answer, checked; absent where rows may not leave the house. */
      readonly say?: (figures: Figures, plain: Said['plain']) => AsyncGenerator<string, void>
    }
  | { readonly kind: 'ask'; readonly metrics: readonly string[] }
  | { readonly kind: 'declined'; readonly reason: 'out_of_scope' | 'no_data' }

export interface PlanParts {
  readonly client: ModelClient
  readonly settings: ModelSettings
  readonly graph: GraphClient
  readonly knowledge: Knowledge
  readonly memory: Memory | null
  readonly signal: AbortSignal
  /** Hears what each turn cost. */
  readonly spent: (tokens: number) => void
}

const mostTurns = 10
const mostRepairs = 3
const mostRows = 50

/**
 * Has the model plan a question with tools that check all it says, in the asker's own rights.
 * @throws ModelFailure where it does not come to a plan in time, within its budget and after three repairs.
 */
export async function planWithModel(question: string, parts: PlanParts): Promise<Planned> {
  const { client, settings, knowledge, memory, spent } = parts
  const signal = AbortSignal.any([parts.signal, AbortSignal.timeout(settings.timeoutMs)])
  const bench = workbench(parts)
  const messages: Message[] = messagesFor({
    question,
    today: knowledge.clock.asOf,
    currency: knowledge.currency ?? '',
    before: memory && memory.meaning.metrics.length > 0 ? { meaning: memory.meaning, refOf: bench.refOf } : null,
  })
  const seen = new Map<string, number>()
  let [tokens, repairs, chart]: [number, number, Chart | null] = [0, 0, null]
  const count = (more: number) => {
    tokens += more
    spent(more)
    if (tokens > settings.tokensPerQuestion) throw new ModelFailure('used up what one question may cost')
  }
  for (let turn = 0; turn < mostTurns; turn++) {
    const { text, calls, message, tokens: cost } = await whole(client.turn(messages, tools, signal))
    count(cost)
    messages.push(message)
    if (calls.length === 0) {
      if (++repairs > mostRepairs) throw new ModelFailure('came to no plan', `it wrote: ${text.slice(0, 200)}`)
      messages.push({ role: 'user', content: 'Use the tools: run, forecast, ask or decline.' })
    }
    let planned: Planned | null = null
    for (const call of calls) {
      const same = `${call.name} ${call.arguments}`
      seen.set(same, (seen.get(same) ?? 0) + 1)
      if ((seen.get(same) ?? 0) > 2) throw new ModelFailure('came to no plan', `it repeats itself: ${same.slice(0, 200)}`)
      const done = await bench.do(call)
      if ('fault' in done && ++repairs > mostRepairs) throw new ModelFailure('came to no plan', done.fault)
      if ('chart' in done) chart = done.chart
      if ('planned' in done) planned = done.planned
      messages.push({ role: 'tool', tool_call_id: call.id, content: JSON.stringify('result' in done ? done.result : done) })
    }
    if (planned?.kind !== 'figures') {
      if (planned) return planned
      continue
    }
    if (!settings.sendsRows) return { ...planned, chart }
    const say = (figures: Figures, plain: Said['plain']) => {
      const all = [...messages, rowsOf(figures)]
      return checkedSentences(pieces(client.turn(all, [], signal), JSON.stringify(all).length, count), figures, plain)
    }
    return { ...planned, chart, say }
  }
  throw new ModelFailure('came to no plan', `${mostTurns} turns were not enough`)
}

async function whole<Result>(turn: AsyncGenerator<string, Result>): Promise<Result> {
  for (;;) {
    const next = await turn.next()
    if (next.done) return next.value
  }
}

/** The pieces of a turn. One that nobody hears to its end is counted by its length: its own count comes last. */
async function* pieces(turn: ReturnType<ModelClient['turn']>, asked: number, count: (tokens: number) => void) {
  let [heard, tokens]: [string, number | null] = ['', null]
  try {
    for (;;) {
      const next = await turn.next()
      if (next.done) {
        tokens = next.value.tokens
        return
      }
      heard += next.value
      yield next.value
    }
  } finally {
    count(tokens ?? Math.ceil((asked + heard.length) / lettersPerToken))
    turn.return(unheard).catch(() => {})
  }
}

const lettersPerToken = 4
const unheard: Turn = { text: '', calls: [], message: { role: 'assistant', content: '' }, tokens: 0 }

const rowsOf = ({ columns, rows, totals, rowCount }: Figures): Message => ({
  role: 'user',
  content: JSON.stringify({
    task: wordingAsked,
    columns: columns.map(({ name, label, unit, currency }) => ({ name, label, unit, currency })),
    rows: rows.slice(0, mostRows).map(({ labels, period, values, previous, change, changeRatio }) => ({
      labels,
      period,
      values,
      previous,
      change,
      changeRatio,
    })),
    totals,
    rowCount,
  }),
})

type Done =
  | { readonly result: unknown }
  | { readonly fault: string }
  | { readonly result: unknown; readonly planned: Planned }
  | { readonly result: unknown; readonly chart: Chart }

/** The tools, with what was looked up so far. */
function workbench({ graph, knowledge, settings }: PlanParts) {
  const refs = new Map<string, Member>()
  const refOf = (member: Member): string => {
    const known = [...refs].find(([, each]) => each.dimension === member.dimension && each.value === member.value)?.[0]
    const ref = known ?? `m${refs.size + 1}`
    refs.set(ref, member)
    return ref
  }
  const visible = knowledge.catalogue.metrics.filter(knowledge.maySee)

  const search = (words: string): Done => {
    const found = searchMetrics(words, visible)
    if (found.length === 0) return { result: { metrics: [], hint: 'Nothing of that name. Try other words, or decline.' } }
    return {
      result: {
        metrics: found.map(({ domain, name, label, description, unit, dimensions }) => ({
          name: `${domain}.${name}`,
          label,
          means: description.slice(0, 240),
          unit,
          dimensions,
        })),
      },
    }
  }

  const lookUp = async (words: string, name: string): Promise<Done> => {
    const metric = visible.find((each) => `${each.domain}.${each.name}` === name)
    if (!metric) return { fault: `There is no metric “${name}”: find it with search_catalogue first.` }
    const dimensions = knowledge.catalogue.dimensions.filter(
      (each) => each.domain === metric.domain && metric.dimensions.includes(each.name) && knowledge.maySee(each),
    )
    const found = await membersNamed(graph, dimensions, words)
    return {
      result: {
        // Names are the company's: without leave to send them, the model works with refs alone.
        members: found.map(({ member, exact }) => ({
          ref: refOf(member),
          dimension: member.dimension,
          match: exact ? 'exact' : 'part',
          ...(settings.sendsRows && { name: member.label }),
        })),
      },
    }
  }

  const run = async (query: Parameters<typeof meaningOfQuery>[0], ahead: boolean): Promise<Done> => {
    const meant = meaningOfQuery(query, knowledge, refs, ahead)
    if ('faults' in meant) return { fault: meant.faults.join(' ') }
    const operation = operationOf(meant.meaning, knowledge.clock.asOf)
    const ran = await runFigures(graph, operation)
    if ('forbidden' in ran) return { fault: ran.forbidden }
    if ('unavailable' in ran) return { fault: ran.unavailable }
    return { result: 'done', planned: { kind: 'figures', meaning: meant.meaning, operation, ran, chart: null } }
  }

  const asked = async (call: ParsedCall): Promise<Done> => {
    switch (call.tool) {
      case 'search_catalogue':
        return search(call.arguments.words)
      case 'look_up_members':
        return lookUp(call.arguments.words, call.arguments.metric)
      case 'validate': {
        const meant = meaningOfQuery(call.arguments, knowledge, refs)
        if ('faults' in meant) return { fault: meant.faults.join(' ') }
        const chips = chipsOf(meant.meaning).filter(({ slot }) => settings.sendsRows || slot !== 'where')
        return { result: { understood: chips.map(({ label }) => label) } }
      }
      case 'run':
        return run(call.arguments, false)
      case 'forecast':
        return run(call.arguments, true)
      case 'draw_chart':
        return { result: 'chosen', chart: call.arguments.chart }
      case 'ask':
        return { result: 'asked', planned: { kind: 'ask', metrics: call.arguments.metrics } }
      case 'decline':
        return { result: 'declined', planned: { kind: 'declined', reason: call.arguments.reason } }
    }
  }

  return {
    refOf,
    do: async ({ name, arguments: written }: ToolCall): Promise<Done> => {
      const call = parsedCall(name, written)
      return 'fault' in call ? call : asked(call.asked)
    },
  }
}
