import type { Server } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'

/** Requests that are under way when a server stops have so long to end. */
const drainMs = 10_000
/** Connections that clients have opened are waited for so long: closed before their request is read, they would be reset. */
const graceMs = 250

/**
 * Listens.
 * @param port 0: any that is free.
 * @returns the port.
 */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

/** Takes no more connections, answers what is under way, and closes each connection as soon as it has nothing to answer. */
export async function drain(server: Server): Promise<void> {
  await delay(graceMs)
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  // A connection that is kept would otherwise be waited for until its client lets go of it.
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const late = setTimeout(() => server.closeAllConnections(), drainMs)
  await closed
  clearInterval(idle)
  clearTimeout(late)
}
