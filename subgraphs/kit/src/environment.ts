import { readFileSync } from 'node:fs'
import type { z } from 'zod'

/** A program's environment lacks something or holds what can't be; the message names each variable. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError'
}

/**
 * Reads what a program is told by its environment, once, when it starts. An empty variable counts as absent.
 * A secret may stand in a file: NAME_FILE says where.
 * Each variable of the schema carries `.describe('…')`: `.env.example` is generated from it.
 */
export function readEnvironment<Shape extends z.ZodObject>(
  schema: Shape,
  source: Readonly<Record<string, string | undefined>> = process.env,
): z.infer<Shape> {
  const present = { ...givenIn(source), ...fromFiles(Object.keys(schema.shape), source) }
  const read = schema.safeParse(present)
  if (read.success) return read.data
  const faults = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new EnvironmentError(`The environment is not as it must be (.env.example describes each variable):\n${faults.join('\n')}`)
}

type Source = Readonly<Record<string, string | undefined>>

const givenIn = (source: Source): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))

/** The variables whose values stand in files, as orchestrators hand secrets to containers. */
function fromFiles(names: readonly string[], source: Source): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const file = source[`${name}_FILE`]
      if (!file) return []
      if (source[name]) throw new EnvironmentError(`${name} and ${name}_FILE are both set; set one of them.`)
      try {
        return [[name, readFileSync(file, 'utf8').trimEnd()]]
      } catch {
        throw new EnvironmentError(`${name}_FILE: ${file} can't be read.`)
      }
    }),
  )
}
