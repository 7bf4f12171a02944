/** Says on standard error what a command does, as it does it. */
export interface Progress {
  /** Does `work` under a heading, and says how long it took. `work` may show how far it is. */
  step<Result>(what: string, work: (show: (howFar: string) => void) => Promise<Result>): Promise<Result>
  /** Says one thing. */
  note(text: string): void
}

/** Each step on a line of its own, with its seconds once it is done. How far it is shows in a terminal alone. */
export const shownProgress: Progress = {
  step: async (what, work) => {
    const began = Date.now()
    const terminal = process.stderr.isTTY
    const line = (text: string) => process.stderr.write(`${terminal ? '\r\x1b[K' : ''}${text}`)
    line(`  ${what} … `)
    try {
      const result = await work((howFar) => {
        if (terminal) line(`  ${what} … ${howFar}`)
      })
      const seconds = `${((Date.now() - began) / 1000).toFixed(1)} s\n`
      if (terminal) line(`  ${what} … ${seconds}`)
      else process.stderr.write(seconds)
      return result
    } catch (error) {
      process.stderr.write('broken off\n')
      throw error
    }
  },
  note: (text) => process.stderr.write(`  ${text}\n`),
}
