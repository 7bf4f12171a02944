import postgres from 'postgres'
import { ImportCancelled } from './progress.ts'
import { undelayed } from './undelayed.ts'

/** How the work of an import reaches the database. */
interface Connection {
  /** The database as the import role reaches it. */
  readonly url: string
  /** Stops the work; nothing of it is kept. */
  readonly signal?: AbortSignal
}

/** Ends a transaction whose work is not to be kept. */
export class TakenBack extends Error {
  override name = 'TakenBack'
}

/**
 * Does the work of an import in one transaction on a connection of its own. Work that throws {@link TakenBack} is not kept.
 * @throws {ImportCancelled} the signal stopped it.
 */
export async function inTransaction(order: Connection, work: (session: postgres.TransactionSql) => Promise<void>): Promise<void> {
  const options = {
    max: 1,
    onnotice: () => {},
    connection: { application_name: 'a-ems import', statement_timeout: 0, work_mem: '128MB', temp_buffers: '64MB' },
    socket: undelayed,
  }
  const client = postgres(order.url, options)
  try {
    await client.begin((session) => stoppable(session, order, () => work(session)))
  } catch (error) {
    if (order.signal?.aborted) throw new ImportCancelled()
    if (!(error instanceof TakenBack)) throw error
  } finally {
    await client.end({ timeout: 5 })
  }
}

/** Lets the order's signal break off a statement that is under way. */
async function stoppable(
  session: postgres.TransactionSql,
  { url, signal }: Connection,
  work: () => Promise<void>,
): Promise<void> {
  const [backend] = await session<{ pid: number }[]>`select pg_backend_pid() as pid`
  const cancel = async () => {
    const canceller = postgres(url, { max: 1, onnotice: () => {} })
    await canceller`select pg_cancel_backend(${backend?.pid ?? 0})`.finally(() => canceller.end({ timeout: 5 }))
  }
  // Where cancelling fails, the import still stops, at its next step.
  const onAbort = () => void cancel().catch(() => {})
  signal?.addEventListener('abort', onAbort)
  try {
    await work()
  } finally {
    signal?.removeEventListener('abort', onAbort)
  }
}
