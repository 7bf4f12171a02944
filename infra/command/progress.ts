/** Says on standard error what a command does, as it does it. */
export interface Progress {
  /** Does `work` under a heading, and says how long it took. */
  step<Result>(what: string, work: () => Promise<Result>): Promise<Result>
  /** Says one thing. */
  note(text: string): void
}

/** Each step on a line of its own, with its seconds once it is done. */
export const shownProgress: Progress = {
  step: async (what, work) => {
    const began = Date.now()
    process.stderr.write(`  ${what} … `)
    try {
      const result = await work()
      process.stderr.write(`${seconds(began)}\n`)
      return result
    } catch (error) {
      process.stderr.write('failed\n')
      throw error
    }
  },
  note: (text) => process.stderr.write(`  ${text}\n`),
}

/** Says nothing. */
export const silentProgress: Progress = { step: (_what, work) => work(), note: () => {} }

const seconds = (began: number): string => `${((Date.now() - began) / 1000).toFixed(1)} s`
