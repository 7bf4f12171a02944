import OpenAI from 'openai'
import type { ChatCompletionChunk, ChatCompletionMessageParam, ChatCompletionTool } from 'openai/resources/chat/completions'
import type { ModelSettings } from '../environment.ts'
import { ModelFailure } from './failure.ts'

export type Message = ChatCompletionMessageParam
export type Tool = ChatCompletionTool

export interface ToolCall {
  readonly id: string
  readonly name: string
  /** As the model wrote them: JSON, or not. */
  readonly arguments: string
}

/** What the model said in one turn. */
export interface Turn {
  readonly text: string
  readonly calls: readonly ToolCall[]
  /** As the model wants to be shown it again. */
  readonly message: Message
  readonly tokens: number
}

/** Speaks with a model. */
export interface ModelClient {
  /**
   * One turn: yields pieces of text as they come, returns all of it.
   * @throws ModelFailure where the model does not answer, or not to the end.
   */
  turn(messages: readonly Message[], tools: readonly Tool[], signal: AbortSignal): AsyncGenerator<string, Turn>
}

/** A turn ends here, whatever the model has in mind. */
const mostTokens = 4_000

export function modelClient({ baseUrl, apiKey, model, thinking, timeoutMs }: ModelSettings): ModelClient {
  // One more try where the endpoint is busy; the signal ends that too.
  const openai = new OpenAI({ baseURL: baseUrl, apiKey: apiKey || 'none', maxRetries: 1, timeout: timeoutMs, logLevel: 'off' })
  return {
    async *turn(messages, tools, signal) {
      const stalled = new AbortController()
      try {
        const stream = await openai.chat.completions.create(
          {
            model,
            messages: [...messages],
            // A model that thinks refuses to be told which tool to call: tool_choice stays away.
            ...(tools.length > 0 && { tools: [...tools] }),
            max_tokens: mostTokens,
            stream: true,
            stream_options: { include_usage: true },
            ...(thinking !== null && { thinking: { type: thinking ? 'enabled' : 'disabled' } }),
          },
          { signal: AbortSignal.any([signal, stalled.signal]) },
        )
        return yield* read(stream, timeoutMs / 2, stalled)
      } catch (error) {
        if (error instanceof ModelFailure) throw error
        if (signal.aborted || stalled.signal.aborted) throw new ModelFailure('did not answer in time')
        throw await failureOf(error, openai, model)
      }
    },
  }
}

async function* read(
  stream: AsyncIterable<ChatCompletionChunk>,
  patienceMs: number,
  stalled: AbortController,
): AsyncGenerator<string, Turn> {
  const calls = new Map<number, { id: string; name: string; arguments: string }>()
  let [text, reasoning, tokens, ended] = ['', '', 0, false]
  const watch = setTimeout(() => stalled.abort(), patienceMs)
  try {
    for await (const { choices, usage } of stream) {
      watch.refresh()
      tokens = usage?.total_tokens ?? tokens
      const [choice] = choices
      if (!choice) continue
      if (choice.finish_reason) ended = true
      const delta = choice.delta as typeof choice.delta & { readonly reasoning_content?: string | null }
      reasoning += delta.reasoning_content ?? ''
      for (const { index, id, function: called } of delta.tool_calls ?? []) {
        const call = calls.get(index) ?? { id: '', name: '', arguments: '' }
        calls.set(index, {
          id: call.id || (id ?? ''),
          name: call.name || (called?.name ?? ''),
          arguments: call.arguments + (called?.arguments ?? ''),
        })
      }
      if (!delta.content) continue
      text += delta.content
      yield delta.content
    }
  } finally {
    clearTimeout(watch)
  }
  if (stalled.signal.aborted) throw new ModelFailure('did not answer in time', 'the stream stalled')
  if (!ended) throw new ModelFailure('broke off in the middle', 'the stream ended before its end')
  const made = [...calls.values()]
  return { text, calls: made, message: again(text, reasoning, made), tokens: tokens || estimate(text + reasoning, made) }
}

/** The turn as the model wants to see it again: one that thinks wants its thoughts back with its calls. */
function again(content: string, reasoning: string, calls: readonly ToolCall[]): Message {
  const message: Message & { readonly reasoning_content?: string } = {
    role: 'assistant',
    content,
    ...(reasoning && { reasoning_content: reasoning }),
    ...(calls.length > 0 && {
      tool_calls: calls.map(({ id, name, arguments: written }) => ({
        id,
        type: 'function' as const,
        function: { name, arguments: written },
      })),
    }),
  }
  return message
}

/** Some endpoints do not count: four letters are about a token. */
const estimate = (text: string, calls: readonly ToolCall[]): number =>
  Math.ceil((text.length + calls.reduce((sum, call) => sum + call.arguments.length, 0)) / 4)

async function failureOf(error: unknown, openai: OpenAI, model: string): Promise<ModelFailure> {
  if (!(error instanceof OpenAI.APIError)) return new ModelFailure('answered nothing usable', String(error))
  if (error instanceof OpenAI.APIConnectionTimeoutError) return new ModelFailure('did not answer in time')
  const { status, message } = error
  if (status === undefined) return new ModelFailure('can’t be reached', message)
  if (status === 429) return new ModelFailure('takes no more questions just now', message)
  if (status === 401 || status === 403) return new ModelFailure('does not take the key that is set', message)
  if (status === 404 || (status === 400 && /model/i.test(message))) {
    const names = await openai.models.list().then(
      ({ data }) => data.map(({ id }) => id),
      () => [],
    )
    const known = names.length > 0 ? ` It has: ${names.slice(0, 20).join(', ')}.` : ''
    return new ModelFailure(
      'that is set does not exist',
      `The endpoint has no model “${model}”: set AI_MODEL.${known} (${message})`,
    )
  }
  return new ModelFailure('answered with an error', `${status}: ${message}`)
}
