import { connect, type Socket } from 'node:net'

/**
 * Opens a connection that sends each message at once. The driver leaves Nagle's algorithm on: what follows a message waits
 * until the database has acknowledged it, which it puts off by 40 ms, twice for every file that is copied.
 */
export function undelayed({
  host,
  port,
}: {
  readonly host: readonly string[]
  readonly port: readonly number[]
}): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: host[0] ?? 'localhost', port: port[0] ?? 5432, noDelay: true })
    socket.once('error', reject)
    socket.once('connect', () => {
      socket.off('error', reject)
      resolve(socket)
    })
  })
}
