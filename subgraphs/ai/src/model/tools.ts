import { z } from 'zod'
import type { Tool } from './client.ts'
import { querySchema } from './query.ts'

const searching = z.strictObject({ words: z.string().min(1).max(200).describe('What the figure may be called.') })
const looking = z.strictObject({
  words: z.string().min(1).max(200).describe('The name as the question has it.'),
  metric: z.string().describe('The metric whose dimensions are looked through, such as sales.NET_REVENUE.'),
})
const drawing = z.strictObject({ chart: z.enum(['none', 'line', 'bar', 'stacked', 'table']) })
const asking = z.strictObject({
  metrics: z.array(z.string()).min(2).max(6).describe('Full names between which the asker must choose.'),
})
const declining = z.strictObject({ reason: z.enum(['out_of_scope', 'no_data']) })

/** What the model may do, with what it must say to do it. */
export const schemas = {
  search_catalogue: searching,
  look_up_members: looking,
  validate: querySchema,
  run: querySchema,
  forecast: querySchema,
  draw_chart: drawing,
  ask: asking,
  decline: declining,
} as const

export type ToolName = keyof typeof schemas

const told: Readonly<Record<ToolName, string>> = {
  search_catalogue: 'Finds metrics by words. Always begin here.',
  look_up_members: 'Finds members, such as a customer or a category, by name. Gives refs to use in where.',
  validate: 'Checks a query without running it.',
  run: 'Runs a query: its figures are the answer.',
  forecast: 'Runs a query about days to come; the period says which.',
  draw_chart: 'Chooses the chart of the answer; without it one that suits is drawn. Call it together with run.',
  ask: 'Lets the asker choose, where the question can mean several metrics that differ.',
  decline: 'Says that the catalogue has nothing for the question, or that it is about something else.',
}

export const tools: readonly Tool[] = Object.entries(schemas).map(([name, schema]) => {
  const { $schema: _, ...parameters } = z.toJSONSchema(schema)
  return { type: 'function', function: { name, description: told[name as ToolName], parameters } }
})

/** What a call asks for, or what is wrong with it. */
export function parsedCall(name: string, written: string): { readonly asked: ParsedCall } | { readonly fault: string } {
  if (!(name in schemas)) return { fault: `There is no tool “${name}”. There are: ${Object.keys(schemas).join(', ')}.` }
  const tool = name as ToolName
  let json: unknown
  try {
    json = JSON.parse(written)
  } catch {
    return { fault: 'The arguments are not JSON. Call the tool again with an object.' }
  }
  const read = schemas[tool].safeParse(json)
  if (read.success) return { asked: { tool, arguments: read.data } as ParsedCall }
  return { fault: read.error.issues.map(({ path, message }) => `${path.join('.') || 'the arguments'}: ${message}`).join('; ') }
}

export type ParsedCall = {
  [Name in ToolName]: { readonly tool: Name; readonly arguments: z.infer<(typeof schemas)[Name]> }
}[ToolName]
