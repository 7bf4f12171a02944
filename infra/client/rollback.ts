import { z } from 'zod'
import { CommandError } from '../command/run.ts'
import type { RemoteGraph } from './graph.ts'
import { type ImportRecord, importFields, importSchema } from './import.ts'

const resultSchema = z.object({
  rollBackImport: z.union([
    z.object({ id: z.string() }),
    z.object({
      message: z.string(),
      rows: z.array(z.object({ file: z.string(), row: z.string(), message: z.string() })).default([]),
    }),
  ]),
})

const starting = `mutation ($id: ID!) { rollBackImport(input: { id: $id }) {
  ... on RollbackStarted { id } ... on ImportWrittenSince { message rows { file row message } } ... on UserError { message } } }`

/** Starts to take an import back. @returns the id of the run that does it. */
export async function startRollback(graph: RemoteGraph, id: string): Promise<string> {
  const { data, errors } = await graph.execute(starting, { id })
  if (errors[0]) throw new CommandError(errors[0].message)
  const { rollBackImport: result } = resultSchema.parse(data)
  if ('id' in result) return result.id
  throw new CommandError([...result.rows.map(({ file, row, message }) => `${file} ${row} ${message}`), result.message].join('\n'))
}

/** The company's imports, newest first. */
export async function listImports(graph: RemoteGraph): Promise<ImportRecord[]> {
  const { data, errors } = await graph.execute(`{ imports(first: 100) { ${importFields} } }`, {})
  if (errors[0]) throw new CommandError(errors[0].message)
  return z.object({ imports: z.array(importSchema) }).parse(data).imports
}

/** One line on an import: its id, when it began, what became of it, and its rows. */
export function listed({ id, startedAt, status, dryRun, rollsBack, rolledBackAt, counts }: ImportRecord): string {
  const rows = counts.reduce((sum, count) => sum + count.rows, 0).toLocaleString('en')
  const notes = [
    ...(dryRun ? ['dry run'] : []),
    ...(rollsBack === null ? [] : [`rolled ${rollsBack} back`]),
    ...(rolledBackAt === null ? [] : [`rolled back ${rolledBackAt}`]),
  ]
  return [id, startedAt, status.toLowerCase(), `${rows} rows`, ...notes].join('  ')
}
