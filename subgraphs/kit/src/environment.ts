import type { z } from 'zod'

/** A program's environment lacks something or holds what can't be; the message names each variable. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError'
}

/**
 * Reads what a program is told by its environment, once, when it starts. An empty variable counts as absent.
 * Each variable of the schema carries `.describe('…')`: `.env.example` is generated from it.
 */
export function readEnvironment<Shape extends z.ZodObject>(
  schema: Shape,
  source: Readonly<Record<string, string | undefined>> = process.env,
): z.infer<Shape> {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const read = schema.safeParse(present)
  if (read.success) return read.data
  const faults = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new EnvironmentError(`The environment is not as it must be (.env.example describes each variable):\n${faults.join('\n')}`)
}
