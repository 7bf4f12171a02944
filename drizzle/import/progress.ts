import { stat } from 'node:fs/promises'
import type { SourceFile } from './directory.ts'

/** How far an import is. */
export interface Progress {
  /** The file being read or written. */
  readonly file: string | null
  /** What it is doing, in a few words. */
  readonly step: string
  /** Rows dealt with so far in this step. */
  readonly rows: number
  readonly rowsPerSecond: number | null
  /** Seconds until it is done, as far as can be told. */
  readonly secondsLeft: number | null
}

/** The import was told to stop. */
export class ImportCancelled extends Error {
  override name = 'ImportCancelled'
  override message = 'The import was stopped; nothing of it was kept.'
}

/** Follows an import through its steps; each may throw {@link ImportCancelled}. */
export interface ProgressTracker {
  /** Of all files. */
  readonly bytes: number
  reading(file: string): (rows: number, bytes: number) => void
  checking(file: string): void
  /** @returns hears how many of these rows have been written. */
  writing(file: string, rows: number): (written: number) => void
  finishing(): void
}

/** Checking and writing take about this many times as long as reading the same rows. */
const writingPerReading = 1.5

/** Reckons the time left from the bytes that have been read, then from the rows that have been written. */
export async function trackProgress(
  sources: readonly SourceFile[],
  report: (progress: Progress) => void,
  signal: AbortSignal | undefined,
): Promise<ProgressTracker> {
  const sizes = await Promise.all(
    sources.map(async ({ records }) => (typeof records === 'string' ? (await stat(records)).size : records.length)),
  )
  const totalBytes = sizes.reduce((sum, size) => sum + size, 0)
  const began = performance.now()
  let bytesBefore = 0
  let readingTook = 0
  let rowsRead = 0
  let rowsWritten = 0
  let writingBegan = 0

  const tell = (progress: Progress) => {
    if (signal?.aborted === true) throw new ImportCancelled()
    report(progress)
  }
  const secondsSince = (start: number) => (performance.now() - start) / 1000
  const perSecond = (rows: number, seconds: number) => (seconds > 0 ? Math.round(rows / seconds) : null)

  return {
    bytes: totalBytes,
    reading: (file) => {
      const start = performance.now()
      const before = bytesBefore
      const rowsBefore = rowsRead
      return (rows, bytes) => {
        bytesBefore = before + bytes
        rowsRead = rowsBefore + rows
        readingTook = secondsSince(began)
        const whole = readingTook / Math.max(bytesBefore / Math.max(totalBytes, 1), 0.001)
        const secondsLeft = Math.round(whole - readingTook + whole * writingPerReading)
        tell({ file, step: 'Reading', rows, rowsPerSecond: perSecond(rows, secondsSince(start)), secondsLeft })
      }
    },
    checking: (file) =>
      tell({ file, step: 'Checking', rows: 0, rowsPerSecond: null, secondsLeft: Math.round(readingTook * writingPerReading) }),
    writing: (file, rows) => {
      writingBegan ||= performance.now()
      const before = rowsWritten
      rowsWritten += rows
      const follow = (written: number) => {
        const took = secondsSince(writingBegan)
        const sofar = before + written
        const left = sofar > 0 ? ((rowsRead - sofar) * took) / sofar : readingTook * writingPerReading
        tell({ file, step: 'Writing', rows: sofar, rowsPerSecond: perSecond(sofar, took), secondsLeft: Math.round(left) })
      }
      follow(0)
      return follow
    },
    finishing: () => tell({ file: null, step: 'Finishing', rows: rowsWritten, rowsPerSecond: null, secondsLeft: null }),
  }
}
