const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP']
/** One Ctrl-C arrives up to three times: from the terminal, from npm and from the bootstrap. */
const sameSignalMs = 700

/**
 * Calls `stop` at the first Ctrl-C, SIGTERM or end of the process that started this one, then ends the process.
 * A second Ctrl-C ends it at once.
 */
export function onInterrupt(stop: () => Promise<void>): void {
  let stoppingSince: number | null = null
  const interrupt = (status: number) => {
    if (stoppingSince !== null) {
      if (Date.now() - stoppingSince > sameSignalMs) process.exit(status)
      return
    }
    stoppingSince = Date.now()
    stop().then(
      () => process.exit(status),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  for (const signal of signals) process.on(signal, () => interrupt(signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 0 : 129))
  process.on('disconnect', () => interrupt(1))
  process.channel?.unref()
}
