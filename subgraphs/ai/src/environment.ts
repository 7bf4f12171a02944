import { readEnvironment } from '@aems/kit/environment.ts'
import { z } from 'zod'

const tokens = z.coerce.number('must be a number').int().min(1)

/** What the assistant is told of a language model. Without an endpoint or a key it plans by itself alone. */
export const modelEnvironment = z.object({
  DEEPSEEK_API_KEY: z
    .string()
    .optional()
    .describe('Plans questions with DeepSeek: its key. Without a model the assistant plans by itself.'),
  AI_BASE_URL: z
    .url({ protocol: /^https?$/, error: 'must be a URL like http://localhost:11434/v1' })
    .optional()
    .describe('Any other endpoint that speaks the chat completions protocol of OpenAI, such as one of your own house.'),
  AI_API_KEY: z.string().optional().describe('Its key, where it wants one.'),
  AI_MODEL: z
    .string()
    .optional()
    .describe(`The model's name at the endpoint. Default for DeepSeek: deepseek-v4-flash; must be set for any other.`),
  AI_THINKING: z
    .enum(['on', 'off'])
    .optional()
    .describe('Whether the model thinks before it answers: better and slower. DeepSeek does unless told; default for it: off.'),
  AI_SENDS_ROWS: z
    .enum(['no', 'yes'])
    .default('no')
    .describe(
      'Whether names of members and the aggregated rows of an answer may leave the house, so that the model words it. no: only catalogue and question leave.',
    ),
  AI_TOKENS_PER_QUESTION: tokens
    .default(40_000)
    .describe('Tokens that one question may cost; then the assistant plans it by itself.'),
  AI_TOKENS_PER_DAY: tokens.default(2_000_000).describe('Tokens that the questions of one company may cost in a day.'),
  AI_TIMEOUT_SECONDS: z.coerce
    .number('must be a number')
    .min(1)
    .max(60)
    .default(20)
    .describe('A model that has not planned a question by then, or is silent for half of it, is given up for that question.'),
})

/** A language model that may plan questions. */
export interface ModelSettings {
  readonly baseUrl: string
  readonly apiKey: string
  readonly model: string
  /** Null: nothing is said about it. */
  readonly thinking: boolean | null
  readonly sendsRows: boolean
  readonly tokensPerQuestion: number
  readonly tokensPerDay: number
  readonly timeoutMs: number
}

const deepseek = { baseUrl: 'https://api.deepseek.com', model: 'deepseek-v4-flash' }

/**
 * The model that the environment names; null where it names none.
 * @throws EnvironmentError where it names half of one.
 */
export function modelSettings(source: Readonly<Record<string, string | undefined>> = process.env): ModelSettings | null {
  const read = readEnvironment(checked, source)
  const { DEEPSEEK_API_KEY: key, AI_BASE_URL: url, AI_MODEL: model, AI_THINKING: thinking } = read
  if (!key && !url) return null
  return {
    baseUrl: url ?? deepseek.baseUrl,
    apiKey: (url ? read.AI_API_KEY : key) ?? '',
    model: model ?? deepseek.model,
    thinking: thinking ? thinking === 'on' : url ? null : false,
    sendsRows: read.AI_SENDS_ROWS === 'yes',
    tokensPerQuestion: read.AI_TOKENS_PER_QUESTION,
    tokensPerDay: read.AI_TOKENS_PER_DAY,
    timeoutMs: read.AI_TIMEOUT_SECONDS * 1_000,
  }
}

const checked = modelEnvironment.extend({}).check(({ value, issues }) => {
  if (value.AI_BASE_URL && !value.AI_MODEL)
    issues.push({ code: 'custom', input: value.AI_MODEL, path: ['AI_MODEL'], message: 'must be set where AI_BASE_URL is' })
})
