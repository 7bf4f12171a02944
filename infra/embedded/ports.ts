import { createServer } from 'node:net'

/** A port can't be listened on; the message names it and what to pass instead. */
class PortTaken extends Error {
  override name = 'PortTaken'
}

/**
 * Makes sure that nothing listens on a port.
 * @param option what to pass to use another one, such as `--port`.
 */
export async function assertFree(port: number, what: string, option: string): Promise<void> {
  try {
    await listenOnce(port)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'EADDRINUSE') {
      throw new PortTaken(
        `Port ${port}, where ${what} would answer, is taken by another program. Stop that one, or pass another port: ${option} ${port + 10}`,
      )
    }
    if (code === 'EACCES')
      throw new PortTaken(`Port ${port} needs a right that this user lacks. Pass one above 1024: ${option} 3000`)
    throw error
  }
}

/** A port that nothing listens on just now. */
export const freePort = (): Promise<number> => listenOnce(0, '127.0.0.1')

function listenOnce(port: number, host?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ port, ...(host && { host }) }, () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No port is free.'))))
    })
  })
}
