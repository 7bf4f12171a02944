import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { CommandError } from '../command/run.ts'
import type { RemoteGraph } from './graph.ts'
import { send } from './http.ts'

export const importSchema = z.object({
  id: z.string(),
  companyKey: z.string(),
  status: z.enum(['RUNNING', 'DONE', 'FAULTY', 'FAILED', 'CANCELLED']),
  dryRun: z.boolean(),
  file: z.string().nullable(),
  step: z.string().nullable(),
  rows: z.number(),
  rowsPerSecond: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  counts: z.array(z.object({ file: z.string(), rows: z.number(), added: z.number(), changed: z.number(), removed: z.number() })),
  leftOut: z.array(z.string()),
  faults: z.array(z.object({ file: z.string(), line: z.number(), column: z.string().nullable(), message: z.string() })),
  faultCount: z.number(),
  failure: z.string().nullable(),
  startedAt: z.string(),
  rollsBack: z.string().nullable(),
  rolledBackAt: z.string().nullable(),
})

/** An import as the graph tells of it. */
export type ImportRecord = z.infer<typeof importSchema>

/** What the graph is asked for of an import. */
export const importFields = `id companyKey status dryRun file step rows rowsPerSecond secondsLeft
  counts { file rows added changed removed } leftOut faults { file line column message } faultCount failure startedAt rollsBack rolledBackAt`

const startedSchema = z.object({ startImport: z.union([z.object({ id: z.string() }), z.object({ message: z.string() })]) })

/** What to load, and how. */
export interface ImportRequest {
  /** Absolute, on the server's machine. */
  readonly directory: string
  readonly companyKey: string | null
  readonly email: string | null
  readonly dryRun: boolean
  readonly replace: boolean
}

/** Starts an import and shows its progress on standard error until it is over. Aborting the signal cancels it. */
export async function runImport(graph: RemoteGraph, request: ImportRequest, signal: AbortSignal): Promise<ImportRecord> {
  return followImport(graph, await start(graph, request), signal)
}

/** Shows an import's progress on standard error until it is over. Aborting the signal cancels it. */
export async function followImport(graph: RemoteGraph, id: string, signal: AbortSignal): Promise<ImportRecord> {
  const line = progressLine()
  let cancelled = false
  for (;;) {
    if (signal.aborted && !cancelled) {
      cancelled = true
      await graph.execute('mutation ($id: ID!) { cancelImport(id: $id) { id } }', { id })
    }
    const record = await read(graph, id)
    line.show(record)
    if (record.status !== 'RUNNING') {
      line.end()
      return record
    }
    await delay(250, undefined, { signal: cancelled ? undefined : signal }).catch(() => {})
  }
}

async function start(graph: RemoteGraph, request: ImportRequest): Promise<string> {
  if (graph.operatorKey === null) {
    throw new CommandError(
      'npm run import runs beside an embedded server, on its data folder (--data DIR); there is no operator key here.',
    )
  }
  const query =
    'mutation ($input: StartImportInput!) { startImport(input: $input) { ... on ImportStarted { id } ... on UserError { message } } }'
  const { data, errors } = await send(graph.url, { query, variables: { input: { operatorKey: graph.operatorKey, ...request } } })
  if (errors[0]) throw new CommandError(errors[0].message)
  const { startImport } = startedSchema.parse(data)
  if ('message' in startImport) throw new CommandError(startImport.message)
  return startImport.id
}

async function read(graph: RemoteGraph, id: string): Promise<ImportRecord> {
  const { data, errors } = await graph.execute(`query ($id: ID!) { import(id: $id) { ${importFields} } }`, { id })
  if (errors[0]) throw new CommandError(errors[0].message)
  return z.object({ import: importSchema }).parse(data).import
}

/** One line that is written over in a terminal; elsewhere a line for each new step. */
function progressLine() {
  const terminal = process.stderr.isTTY
  let last = ''
  return {
    show(record: ImportRecord): void {
      const what = [record.file, record.step].filter((each) => each !== null).join(': ')
      if (what === '') return
      if (terminal) process.stderr.write(`\r\x1b[K${what} ${progressOf(record)}`)
      else if (what !== last) process.stderr.write(`${what}\n`)
      last = what
    },
    end(): void {
      if (terminal && last !== '') process.stderr.write('\r\x1b[K')
    },
  }
}

function progressOf({ rows, rowsPerSecond, secondsLeft }: ImportRecord): string {
  const count = (value: number): string => value.toLocaleString('en')
  return [
    `${count(rows)} rows`,
    ...(rowsPerSecond === null ? [] : [`${count(rowsPerSecond)} rows/s`]),
    ...(secondsLeft === null ? [] : [`${secondsLeft} s left`]),
  ].join(', ')
}

/** Says on standard error how an import ended: rows by file, or the first faults and how many there are. */
export function printOutcome(record: ImportRecord): void {
  for (const line of outcome(record)) console.error(line)
}

/** The same as lines. */
export function outcome(record: ImportRecord): string[] {
  const { status, faults, faultCount, companyKey } = record
  const leftOut =
    record.leftOut.length > 0 ? [`Left out, since their domains are not there yet: ${record.leftOut.join(', ')}.`] : []
  if (status === 'DONE' && record.rollsBack !== null) {
    return [
      ...record.counts.map(
        ({ file, added, changed, removed }) => `${file}: ${removed} taken away, ${changed} changed back, ${added} brought back`,
      ),
      `The import ${record.rollsBack} into ${companyKey} is rolled back.`,
    ]
  }
  if (status === 'DONE') {
    return [
      ...record.counts.map(
        ({ file, rows, added, changed, removed }) =>
          `${file}: ${rows} rows, ${added} new, ${changed} changed, ${removed} removed`,
      ),
      ...leftOut,
      record.dryRun
        ? 'Every row is in order. This is what the import would do; nothing was written, as you asked.'
        : `${companyKey} is loaded. Ask about it: npm run ask -- --company ${companyKey} "What was revenue last year?"`,
    ]
  }
  if (status === 'FAULTY' && record.rollsBack !== null) {
    return [
      ...faults.map(({ file, column, message }) => `${file} ${column ?? ''} ${message}`),
      `${faultCount} ${faultCount === 1 ? 'row stands' : 'rows stand'} in the way. Nothing was taken back.`,
    ]
  }
  if (status === 'FAULTY') {
    return [
      ...faults.map(({ file, line, column, message }) => `${file}:${line} ${column === null ? '' : `${column} `}${message}`),
      faultCount > faults.length
        ? `${faultCount} faults, of which these are the first ${faults.length}. Nothing was written.`
        : `${faultCount} ${faultCount === 1 ? 'fault' : 'faults'}. Nothing was written.`,
    ]
  }
  return [
    status === 'CANCELLED'
      ? 'The import was stopped; nothing of it was kept.'
      : `The import broke off; nothing was written. ${record.failure ?? ''}`.trim(),
  ]
}
