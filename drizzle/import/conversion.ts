import { createHash } from 'node:crypto'
import type { Crew } from './crew.ts'
import { givenReader, type RecordReader, readPieces, recordReader } from './csv.ts'
import type { SourceFile } from './directory.ts'
import { collectFaults, type Fault, type Faults } from './faults.ts'
import { type RowContext, rowConverter } from './rows.ts'

/** What a piece of a file became. */
export interface ConvertedPiece {
  /** Its rows, in COPY's text format. */
  readonly text: Uint8Array<ArrayBuffer>
  /** Rows read for it. */
  readonly rows: number
  /** The first things wrong with them, and how many there are. */
  readonly faults: { readonly kept: readonly Fault[]; readonly count: number }
}

/** How a file was read. */
export interface Reading {
  readonly rows: number
  /** SHA-256 of the file. */
  readonly hash: string
}

/** For whom rows are converted. */
export type ConversionContext = Omit<RowContext, 'faults'>

const quote = 0x22
const newline = 0x0a

/** Converts the pieces of a file, one after another. */
export function pieceConverter(source: Pick<SourceFile, 'format' | 'header'>, context: ConversionContext) {
  const faults = collectFaults()
  const { convert } = rowConverter(source, { ...context, faults })
  return (lines: Buffer, reader: RecordReader, last: boolean): ConvertedPiece => {
    const before = { kept: faults.kept.length, count: faults.count }
    let text = ''
    let rows = 0
    for (const row of reader.read(lines, last)) {
      if (row.line === 1) continue
      rows += 1
      text += convert(row) ?? ''
    }
    // Fresh, so that it can be handed to another thread without a copy.
    const encoded = new TextEncoder().encode(text)
    return { text: encoded, rows, faults: { kept: faults.kept.slice(before.kept), count: faults.count - before.count } }
  }
}

/**
 * Reads a file and gives its rows in COPY's text format, in its order. Where there is a crew, pieces without a quote,
 * which nearly all are, are converted by it; what has quotes is read here, one piece after another, since where a record
 * ends is known only by whoever has read what came before. `onRows` hears of progress: rows and bytes so far.
 */
export async function* convertFile(
  source: SourceFile,
  context: ConversionContext,
  faults: Faults,
  crew: Crew | null,
  onRows: (rows: number, bytes: number) => void,
): AsyncGenerator<Uint8Array, Reading> {
  const convertHere = pieceConverter(source, context)
  const convertThere = crew?.take(source, context)
  const hash = createHash('sha256')
  const underWay: { readonly piece: ConvertedPiece | Promise<ConvertedPiece>; readonly bytes: number }[] = []
  let line = 1
  let reader: RecordReader | undefined
  let rows = 0
  const next = async (): Promise<Uint8Array> => {
    const first = underWay.shift()
    if (first === undefined) return new Uint8Array()
    const piece = await first.piece
    rows += piece.rows
    for (const fault of piece.faults.kept) faults.add(fault.file, fault.line, fault.column, fault.message)
    faults.addUnseen(piece.faults.count - piece.faults.kept.length)
    onRows(rows, first.bytes)
    return piece.text
  }
  if (typeof source.records !== 'string') {
    hash.update(JSON.stringify([source.header, source.records]))
    underWay.push({ piece: convertHere(Buffer.alloc(0), givenReader(source.records), true), bytes: source.records.length })
    yield await next()
    return { rows, hash: hash.digest('hex') }
  }
  let bytes = 0
  for await (const piece of readPieces(source.records)) {
    hash.update(piece.bytes)
    bytes += piece.bytes.length
    const { lines, last } = piece
    const ends = last || lines.at(-1) === newline
    if (convertThere !== undefined && reader === undefined && ends && !lines.includes(quote)) {
      const converting = convertThere(lines, line)
      // Whoever takes it hears of a failure; until then it is nobody's.
      converting.catch(() => {})
      underWay.push({ piece: converting, bytes })
    } else {
      reader ??= recordReader(line)
      underWay.push({ piece: convertHere(lines, reader, last), bytes })
      if (reader.broken()) break
      if (!reader.unfinished()) reader = undefined
    }
    line += newlines(lines)
    while (underWay.length > (crew?.pieces ?? 0)) yield await next()
  }
  while (underWay.length > 0) yield await next()
  return { rows, hash: hash.digest('hex') }
}

function newlines(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) count += 1
  return count
}
