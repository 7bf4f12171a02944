import { z } from 'zod'
import type { RemoteGraph } from '../client/graph.ts'
import { CommandError } from '../command/run.ts'

const decimals = z.record(z.string(), z.string().nullable())
const days = z.object({ from: z.string().nullable(), to: z.string().nullable() })

const answerSchema = z.object({
  id: z.string(),
  conversationId: z.string(),
  status: z.string().transform((status) => status.toLowerCase()),
  understood: z.looseObject({ intent: z.string() }),
  chips: z.array(z.object({ slot: z.string(), label: z.string() })),
  operation: z.string().nullable(),
  variables: z.unknown(),
  columns: z.array(z.object({ name: z.string(), label: z.string(), unit: z.string(), currency: z.string().nullable() })),
  rows: z.array(
    z.object({
      keys: decimals,
      labels: z.record(z.string(), z.string()),
      period: days.nullable(),
      values: decimals,
      previous: decimals.nullable(),
      change: decimals.nullable(),
      changeRatio: decimals.nullable(),
    }),
  ),
  totals: decimals,
  text: z.string(),
  chart: z.string().transform((chart) => chart.toLowerCase()),
  candidates: z.array(z.object({ name: z.string(), label: z.string(), question: z.string() })),
  reason: z
    .string()
    .transform((reason) => reason.toLowerCase())
    .nullable(),
  suggestions: z.array(z.string()),
  planner: z.string(),
  milliseconds: z.number(),
})

/** An answer of the assistant, as the graph gives it. */
export type Answer = z.infer<typeof answerSchema>

const operation = `mutation Ask($input: AskInput!) {
  ask(input: $input) {
    id conversationId status understood operation variables totals text chart reason suggestions planner milliseconds
    chips { slot label }
    columns { name label unit currency }
    rows { keys labels period { from to } values previous change changeRatio }
    candidates { name label question }
  }
}`

/** A question, with the conversation that it follows up and the day that today means, where they are named. */
export interface Question {
  readonly question: string
  readonly conversationId: string | null
  readonly asOf: string | null
}

/** Asks the assistant. @throws CommandError where the graph gives no answer. */
export async function ask(graph: RemoteGraph, { question, conversationId, asOf }: Question): Promise<Answer> {
  const input = { question, ...(conversationId && { conversationId }), ...(asOf && { asOf }) }
  const { data, errors } = await graph.execute(operation, { input })
  const answer = answerSchema.safeParse(data?.['ask'])
  if (answer.success) return answer.data
  throw new CommandError(
    errors.map(({ message }) => message).join('\n') || `The graph gave no answer: ${z.prettifyError(answer.error)}`,
  )
}

/** The contract that `--json` prints and evaluation reads. */
export function contractOf(answer: Answer): Readonly<Record<string, unknown>> {
  return {
    status: answer.status,
    understood: answer.understood,
    operation: answer.operation,
    variables: answer.variables ?? {},
    columns: answer.columns.map(({ name, unit }) => ({ name, unit })),
    rows: answer.rows.map(({ keys, period, values, previous, change, changeRatio }) => ({
      keys,
      period,
      values,
      ...(previous && { previous }),
      ...(change && { change }),
      ...(changeRatio && { changeRatio }),
    })),
    totals: answer.totals,
    text: answer.text,
    chart: answer.chart,
    candidates: answer.candidates.map(({ name }) => name),
    reason: answer.reason,
    suggestions: answer.suggestions,
    planner: answer.planner,
    milliseconds: answer.milliseconds,
    conversation: answer.conversationId,
  }
}
