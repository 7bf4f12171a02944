import { z } from 'zod'

/** A command can't go on; the message is for whoever typed it, whole, with the remedy. */
export class CommandError extends Error {
  override name = 'CommandError'
}

/** Errors whose message says it all; any other shows where it came from. */
const plain = new Set([
  'CommandError',
  'UsageError',
  'FolderInUse',
  'PortTaken',
  'DatabaseError',
  'MigrationError',
  'EnvironmentError',
  'CompositionError',
])

/** Runs a command to its end: exit status 0 only where `work` succeeds, and a sentence instead of a stack where it can. */
export async function runCommand(work: () => Promise<number | undefined>): Promise<void> {
  try {
    process.exitCode = (await work()) ?? 0
  } catch (error) {
    console.error(sentence(error))
    process.exitCode = 1
  }
}

function sentence(error: unknown): unknown {
  if (error instanceof z.ZodError) return z.prettifyError(error)
  return error instanceof Error && plain.has(error.name) ? error.message : error
}
