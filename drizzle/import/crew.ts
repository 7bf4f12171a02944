import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { ConversionContext, ConvertedPiece } from './conversion.ts'
import type { SourceFile } from './directory.ts'

/** What a worker is told: which file comes next, or a piece of it. */
export type Errand =
  | { readonly file: string; readonly header: readonly string[]; readonly context: ConversionContext }
  | { readonly lines: Uint8Array; readonly line: number }

/** Threads that convert pieces of files, so that more than one core reads while the database writes. */
export interface Crew {
  /** How many pieces may be under way at once. */
  readonly pieces: number
  /** Turns to a file; gives what converts its pieces. `line` is the one on which a piece begins. */
  take(source: SourceFile, context: ConversionContext): (lines: Buffer, line: number) => Promise<ConvertedPiece>
  close(): Promise<void>
}

/** Files of fewer bytes are read before a thread has started. */
const worthwhile = 16 * 1024 ** 2
const most = 1
const program = new URL('./crew-worker.ts', import.meta.url)

/** A crew for files of so many bytes; null where one would be no help. */
export function assembleCrew(bytes: number): Crew | null {
  const size = Math.min(most, availableParallelism())
  return bytes < worthwhile || availableParallelism() < 2 ? null : crewOf(size)
}

interface Waiting {
  resolve(piece: ConvertedPiece): void
  reject(error: Error): void
}

function crewOf(size: number): Crew {
  const members = Array.from({ length: size }, () => {
    // Rows die young: a small nursery keeps a thread's memory small.
    const worker = new Worker(program, { resourceLimits: { maxYoungGenerationSizeMb: 16 } })
    const waiting: Waiting[] = []
    worker.on('message', (piece: ConvertedPiece) => waiting.shift()?.resolve(piece))
    worker.on('error', (error: Error) => {
      for (const each of waiting.splice(0)) each.reject(error)
    })
    return { worker, waiting }
  })
  const send = (worker: Worker, errand: Errand, transfer: ArrayBuffer[] = []) => worker.postMessage(errand, transfer)
  return {
    pieces: size + 2,
    take: ({ format, header }, context) => {
      for (const { worker } of members) send(worker, { file: format.name, header, context })
      let turn = 0
      return (lines, line) =>
        new Promise((resolve, reject) => {
          const member = members[turn % members.length]
          turn += 1
          if (member === undefined) return reject(new Error('The crew has nobody.'))
          member.waiting.push({ resolve, reject })
          // A copy of its own: the reader goes on with its buffer.
          const copy = Uint8Array.from(lines)
          send(member.worker, { lines: copy, line }, [copy.buffer])
        })
    },
    close: async () => {
      await Promise.all(members.map(({ worker }) => worker.terminate()))
    },
  }
}
