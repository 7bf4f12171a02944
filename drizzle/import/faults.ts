/** One thing wrong with a file. */
export interface Fault {
  readonly file: string
  /** Line in the file; the header is line 1. */
  readonly line: number
  /** Which of the rows that were given without a file, the first is 1. */
  readonly row?: number
  readonly column: string | null
  /** What is wrong and what would be right, following the column's name. */
  readonly message: string
}

/** How many faults are kept; the others are only counted. */
export const keptFaults = 100

/** What is wrong with a directory: the first faults, and how many there are in all. */
export interface Faults {
  readonly kept: readonly Fault[]
  readonly count: number
  add(file: string, line: number, column: string | null, message: string): void
  /** Counts faults that are not kept. */
  addUnseen(count: number): void
}

export function collectFaults(): Faults {
  const kept: Fault[] = []
  let count = 0
  return {
    kept,
    get count() {
      return count
    },
    add: (file, line, column, message) => {
      count += 1
      if (kept.length < keptFaults) kept.push({ file, line, column, message })
    },
    addUnseen: (more) => {
      count += more
    },
  }
}

/** The fault as people read it: `orders.csv:1234 shipped_on "2014-13-01" is not a date (YYYY-MM-DD)`. */
export function faultSentence({ file, line, column, message }: Fault): string {
  return column === null ? `${file}:${line} ${message}` : `${file}:${line} ${column} ${message}`
}
