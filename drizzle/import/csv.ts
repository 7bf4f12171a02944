import { isUtf8 } from 'node:buffer'
import { open } from 'node:fs/promises'

/** One record of a CSV file. */
export interface CsvRow {
  /** The line on which it begins; the header is line 1. */
  readonly line: number
  readonly fields: readonly string[]
  /** Why the record can't be read, where it can't. */
  readonly malformed?: string
}

/** Where the records of a file are: at a path, or given as they are, without the header. */
export type Records = string | readonly CsvRow[]

/** Whole lines of a file, read at once. */
export interface Piece {
  /** They stay what they are until the next piece. */
  readonly lines: Buffer
  /** Bytes of the file that were read, in its order; they stay what they are until the next piece. */
  readonly bytes: Buffer
  /** Whether nothing follows. */
  readonly last: boolean
}

/** Records that were read together. */
export interface CsvBatch {
  /** Made as they are asked for, once: they must be gone through before the next batch is. */
  readonly rows: Iterable<CsvRow>
  /** Bytes of the file that were read, in its order; they stay what they are until the next batch. */
  readonly bytes: Buffer
}

const chunkBytes = 256 * 1024
const newline = 0x0a
/** A record longer than this is one whose quote was never closed; it also bounds the memory that a file can take. */
const longestRecord = 4 * 1024 ** 2

/**
 * Reads a CSV file as RFC 4180 has it, in pieces, so that memory stays flat: UTF-8 with or without byte-order mark,
 * quotes, newlines within quotes, CRLF or LF. Lines without a quote, nearly all of them, are split by the runtime's own
 * code, which is what makes this several times as fast as parsers that look at each character.
 */
export async function* readCsv(records: Records): AsyncGenerator<CsvBatch> {
  if (typeof records !== 'string') {
    yield { rows: records, bytes: Buffer.alloc(0) }
    return
  }
  const reader = recordReader()
  for await (const { lines, bytes, last } of readPieces(records)) {
    yield { rows: reader.read(lines, last), bytes }
    if (reader.broken()) return
  }
}

/** Reads a file in pieces of whole lines, so that no character is cut in two. */
export async function* readPieces(path: string): AsyncGenerator<Piece> {
  const file = await open(path)
  try {
    // One buffer for the whole file: what is left of a line that a piece ends in moves to its front.
    let buffer = Buffer.allocUnsafe(chunkBytes)
    let left = 0
    for (let last = false; !last; ) {
      const { bytesRead } = await file.read(buffer, left, buffer.length - left)
      last = bytesRead === 0
      const unread = buffer.subarray(0, left + bytesRead)
      const whole = last || unread.length >= longestRecord ? unread.length : unread.lastIndexOf(newline) + 1
      yield { lines: unread.subarray(0, whole), bytes: unread.subarray(left), last }
      left = unread.length - whole
      if (left === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafe(buffer.length)])
      else buffer.copyWithin(0, whole, whole + left)
    }
  } finally {
    await file.close()
  }
}

/** Reads the records of one piece of a file after another. */
export interface RecordReader {
  /** Made as they are asked for, once. */
  read(lines: Buffer, last: boolean): Iterable<CsvRow>
  /** Whether a record has begun that the next piece goes on with. */
  unfinished(): boolean
  /** Whether nothing after this can be read. */
  broken(): boolean
}

/** Gives records that were given as they are. */
export const givenReader = (rows: readonly CsvRow[]): RecordReader => ({
  read: () => rows,
  unfinished: () => false,
  broken: () => false,
})

/** @param firstLine the line of the file on which the first piece begins. */
export function recordReader(firstLine = 1): RecordReader {
  let line = firstLine
  let started = firstLine > 1
  let unfinished = ''
  let broken = false
  function* readText(more: string, last: boolean): Generator<CsvRow> {
    let text = unfinished + more
    unfinished = ''
    if (!started && text.startsWith('\uFEFF')) text = text.slice(1)
    started ||= text.length > 0
    let at = 0
    let quote = text.indexOf('"')
    while (at < text.length) {
      const found = text.indexOf('\n', at)
      const end = found === -1 ? text.length : found
      if (quote !== -1 && quote < at) quote = text.indexOf('"', at)
      if (quote === -1 || quote >= end) {
        const fields = plainFields(text, at, end > at && text.charCodeAt(end - 1) === 13 ? end - 1 : end)
        at = end + 1
        line += 1
        if (fields.length > 1 || fields[0] !== '') yield { line: line - 1, fields }
        continue
      }
      const record = quotedRecord(text, at)
      if (record === undefined) {
        if (!last && text.length - at < longestRecord) {
          unfinished = text.slice(at)
          break
        }
        broken = true
        yield { line, fields: [], malformed: 'has a quote that is never closed; double a quote that is meant as a character' }
        break
      }
      yield { line, fields: record.fields, ...(record.malformed !== undefined && { malformed: record.malformed }) }
      line += record.lines
      at = record.next
    }
  }
  const notUtf8 = (bytes: Buffer): CsvRow => {
    broken = true
    let at = 0
    for (;;) {
      const end = bytes.indexOf(newline, at)
      const upTo = end === -1 ? bytes.length : end
      if (!isUtf8(bytes.subarray(at, upTo)) || end === -1) break
      line += 1
      at = upTo + 1
    }
    return { line, fields: [], malformed: 'is not UTF-8; save the file in that encoding' }
  }
  return {
    read: (lines, last) => (isUtf8(lines) ? readText(lines.toString(), last) : [notUtf8(lines)]),
    unfinished: () => unfinished !== '',
    broken: () => broken,
  }
}

/** The fields of a record without quotes. */
function plainFields(text: string, start: number, end: number): string[] {
  const fields: string[] = []
  let from = start
  for (let at = start; at < end; at += 1) {
    if (text.charCodeAt(at) !== 44) continue
    fields.push(text.slice(from, at))
    from = at + 1
  }
  fields.push(text.slice(from, end))
  return fields
}

interface QuotedRecord {
  readonly fields: string[]
  /** Lines that it takes up. */
  readonly lines: number
  /** Where the next one begins. */
  readonly next: number
  readonly malformed?: string
}

/** Reads a record that has quotes; undefined where it does not end in the text. */
function quotedRecord(text: string, start: number): QuotedRecord | undefined {
  const fields: string[] = []
  let lines = 1
  let at = start
  for (;;) {
    if (text[at] === '"') {
      let value = ''
      at += 1
      for (;;) {
        const close = text.indexOf('"', at)
        if (close === -1) return undefined
        value += text.slice(at, close)
        at = close + 1
        if (text[at] !== '"') break
        value += '"'
        at += 1
      }
      for (let newlineAt = value.indexOf('\n'); newlineAt !== -1; newlineAt = value.indexOf('\n', newlineAt + 1)) lines += 1
      fields.push(value)
    } else {
      const end = unquotedEnd(text, at)
      const value = text.slice(at, end)
      if (value.includes('"'))
        return malformed(text, at, lines, 'has a quote inside a value that is not quoted; quote the value and double the quote')
      fields.push(value)
      at = end
    }
    if (text[at] === ',') at += 1
    else if (text[at] === '\n' || at >= text.length) return { fields, lines, next: at + 1 }
    else if (text[at] === '\r' && (text[at + 1] === '\n' || at + 1 >= text.length)) return { fields, lines, next: at + 2 }
    else return malformed(text, at, lines, 'has text after a closing quote; double a quote that is meant as a character')
  }
}

function unquotedEnd(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === 44 || code === 10 || (code === 13 && (text.charCodeAt(at + 1) === 10 || at + 1 >= text.length))) break
    at += 1
  }
  return at
}

function malformed(text: string, at: number, lines: number, reason: string): QuotedRecord {
  const end = text.indexOf('\n', at)
  return { fields: [], lines, next: end === -1 ? text.length : end + 1, malformed: reason }
}
