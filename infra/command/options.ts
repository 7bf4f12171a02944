import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { z } from 'zod'

/** A command was called with options that it does not have, or values that they can't take. */
class UsageError extends Error {
  override name = 'UsageError'
}

/** What a command line may hold. */
export interface CommandShape<Options extends z.ZodObject, Arguments extends z.ZodType> {
  /** As it is typed: `npm run import -- DIR [--company KEY]`. */
  readonly usage: string
  /** By their names on the command line; booleans are flags, all else takes a value. */
  readonly options: Options
  /** What stands without a name. */
  readonly arguments: Arguments
}

/** Reads a command line, or says what is wrong with it and how it is meant. `--help` prints the usage and ends. */
export function readCommandLine<Options extends z.ZodObject, Arguments extends z.ZodType>(
  shape: CommandShape<Options, Arguments>,
  args: readonly string[] = process.argv.slice(2),
): { options: z.infer<Options>; arguments: z.infer<Arguments> } {
  if (args.includes('--help')) {
    console.log(shape.usage)
    process.exit(0)
  }
  const refuse = (reason: string): never => {
    throw new UsageError(`${reason}\n${shape.usage}`)
  }
  const { values, positionals } = split(shape.options, args, refuse)
  const options = shape.options.safeParse(values)
  if (!options.success) return refuse(faults(options.error, '--'))
  const rest = shape.arguments.safeParse(positionals)
  if (!rest.success) return refuse(faults(rest.error, 'argument '))
  return { options: options.data, arguments: rest.data }
}

/** An option that is there or not. */
export const flag = z.boolean().default(false)

/** A TCP port. */
export const port = z.coerce
  .number('must be a number')
  .int('must be a whole number')
  .min(1, 'must be 1 to 65535')
  .max(65_535, 'must be 1 to 65535')

function split(options: z.ZodObject, args: readonly string[], refuse: (reason: string) => never) {
  try {
    return parseArgs({ args: [...args], options: config(options), allowPositionals: true })
  } catch (error) {
    // Node says which option, then explains at length how to escape it.
    return refuse(error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : String(error))
  }
}

function config(options: z.ZodObject): ParseArgsOptionsConfig {
  return Object.fromEntries(
    Object.entries(options.shape).map(([name, schema]) => [name, { type: schema === flag ? 'boolean' : 'string' }]),
  )
}

const faults = (error: z.ZodError, prefix: string): string =>
  error.issues.map((issue) => `${prefix}${issue.path.join('.')}: ${issue.message}`).join('\n')
