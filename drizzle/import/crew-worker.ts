/** A thread of a crew: converts the pieces of a file that it is sent, in their order. */
import { parentPort } from 'node:worker_threads'
import { pieceConverter } from './conversion.ts'
import type { Errand } from './crew.ts'
import { recordReader } from './csv.ts'
import { loadedFiles } from './format.ts'

let convert: ReturnType<typeof pieceConverter> | undefined

parentPort?.on('message', (errand: Errand) => {
  if ('file' in errand) {
    const format = loadedFiles.find(({ name }) => name === errand.file)
    if (format === undefined) throw new Error(`${errand.file} is no file whose rows are kept.`)
    convert = pieceConverter({ format, header: errand.header }, errand.context)
    return
  }
  const { lines, line } = errand
  // A piece without a quote ends where a record does, so it is read as if nothing followed.
  const piece = convert?.(Buffer.from(lines.buffer), recordReader(line), true)
  parentPort?.postMessage(piece, piece === undefined ? [] : [piece.text.buffer])
})
