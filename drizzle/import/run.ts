/**
 * The process of one import, or of rolling one back: `node drizzle/import/run.ts COMPANY_ID IMPORT_ID`.
 * Whoever starts it has written the import's row into auth.imports (status running; companyId(key) of drizzle/ids.ts is
 * its tenant, also where the company is yet to be made) and passes AEMS_IMPORT_DATABASE_URL, which reaches the database as
 * the import role. Progress and ending go into that row. SIGTERM stops the import, and nothing of it is kept.
 */
import { setFlagsFromString } from 'node:v8'
import postgres from 'postgres'
import { z } from 'zod'
import { ImportRefused } from './company.ts'
import { DirectoryError } from './directory.ts'
import { importDirectory, importRows } from './import.ts'
import { type Ending, type ImportRecord, type ImportRequest, importRecord } from './import-record.ts'
import { ImportCancelled, type Progress } from './progress.ts'
import { rollBackImport } from './rollback.ts'

// Rows die young. A nursery that does not grow frees them often, and nearly halves the memory of the process at a tenth more work.
setFlagsFromString('--semi-space-growth-factor=1')

const usage = 'Usage: AEMS_IMPORT_DATABASE_URL=postgres://… node drizzle/import/run.ts COMPANY_ID IMPORT_ID'
/** Milliseconds from one note of progress to the next. */
const noteEvery = 500
/** Milliseconds without progress after which the record hears that the import is under way all the same. */
const noteAfter = 5_000

const environment = z.object({ AEMS_IMPORT_DATABASE_URL: z.url() }).safeParse(process.env)
const order = z.tuple([z.uuid(), z.uuid()]).safeParse(process.argv.slice(2))
if (!environment.success || !order.success) {
  console.error(usage)
  process.exit(2)
}

const url = environment.data.AEMS_IMPORT_DATABASE_URL
const [companyId, importId] = order.data
const client = postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: 'a-ems import record' } })
const stopped = new AbortController()
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stopped.abort())
// Started with a channel, it stops when the other end is gone: nobody would tell of its ending then.
process.on('disconnect', () => stopped.abort())
process.channel?.unref()

const record = importRecord(client, companyId, importId)
const request = await record.takeUp()
if (request === undefined) {
  console.error(`There is no import ${importId} under way in company ${companyId}.`)
  process.exitCode = 1
} else {
  await record.end(await run(request, record))
}
await client.end({ timeout: 5 })

async function run(request: ImportRequest, record: ImportRecord): Promise<Ending> {
  let latest: Progress | null = null
  let noting = Promise.resolve()
  let notedAt = Date.now()
  const note = () => {
    const progress = latest
    if (progress === null && Date.now() - notedAt < noteAfter) return
    latest = null
    notedAt = Date.now()
    // A note that is lost is made up for by the next one.
    noting = noting.then(() => record.tell(progress)).catch((error: unknown) => log('progress was not noted', error))
  }
  const timer = setInterval(note, noteEvery)
  try {
    const { rollsBack, files, directory, companyKey, ...order } = request
    const follow = (progress: Progress) => {
      latest = progress
    }
    const run = { ...order, url, importId, signal: stopped.signal }
    if (rollsBack !== null) return await rollBackImport({ ...run, companyId, companyKey, rollsBack }, follow)
    return files === null
      ? await importDirectory({ ...run, directory, companyKey }, follow)
      : await importRows({ ...run, companyId, files }, follow)
  } catch (error) {
    if (error instanceof ImportCancelled) return { status: 'cancelled' }
    log('import failed', error)
    return { status: 'failed', failure: reason(error) }
  } finally {
    clearInterval(timer)
    await noting
  }
}

const databaseReasons: Record<string, string> = {
  '53100': "The database's disk is full. Make room and import again.",
  '55P03': 'Other work held the tables for too long. Import again in a moment.',
  CONNECTION_CLOSED: 'The connection to the database was lost. Import again when it is back.',
}

/** Why an import failed, in words for whoever started it; what is internal goes to the log alone. */
function reason(error: unknown): string {
  if (error instanceof DirectoryError || error instanceof ImportRefused) return error.message
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return (
    databaseReasons[code] ??
    `The import broke off; nothing of it was kept. The server's log has the reason, under import ${importId}.`
  )
}

function log(message: string, error: unknown): void {
  const said = error instanceof Error ? { message: error.message, stack: error.stack } : { message: String(error) }
  console.error(JSON.stringify({ level: 'error', time: new Date().toISOString(), msg: message, importId, error: said }))
}
