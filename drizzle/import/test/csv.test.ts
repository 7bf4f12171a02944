import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { type CsvRow, readCsv } from '../csv.ts'

async function read(content: string | Buffer): Promise<CsvRow[]> {
  const directory = mkdtempSync(join(tmpdir(), 'aems-csv-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  const path = join(directory, 'file.csv')
  writeFileSync(path, content)
  const rows: CsvRow[] = []
  for await (const batch of readCsv(path)) rows.push(...batch.rows)
  return rows
}

test('quotes, newlines within quotes, CRLF, a byte-order mark and a missing last newline are read as RFC 4180 has them', async () => {
  expect(await read('\uFEFFa,b\r\n"one\r\ntwo","say ""hi"""\r\n,\n"",x\nlast,"end"')).toEqual([
    { line: 1, fields: ['a', 'b'] },
    { line: 2, fields: ['one\r\ntwo', 'say "hi"'] },
    { line: 4, fields: ['', ''] },
    { line: 5, fields: ['', 'x'] },
    { line: 6, fields: ['last', 'end'] },
  ])
})

test('whatever is written as CSV is read back, with the right lines, across the borders of pieces', async () => {
  const field = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'ü', '☕', '"', ',', '\n', ' ') }),
    fc.constant(''),
    fc.string({ minLength: 2_000, maxLength: 9_000 }),
  )
  const records = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 60 })
  await fc.assert(
    fc.asyncProperty(records, fc.constantFrom('\n', '\r\n'), async (rows, end) => {
      const write = (value: string) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
      const text = rows.map((row) => row.map(write).join(',') + end).join('')
      let line = 1
      const expected = rows.map((fields) => {
        const at = line
        line += 1 + fields.join('').split('\n').length - 1
        return { line: at, fields }
      })
      expect(await read(text)).toEqual(expected)
    }),
    { numRuns: 40 },
  )
})

test('a record that breaks the rules is named by its line, and those after it are read', async () => {
  expect(await read('a,b\nx"y,1\nok,2\n"x"y,3\nok,4\n')).toEqual([
    { line: 1, fields: ['a', 'b'] },
    { line: 2, fields: [], malformed: 'has a quote inside a value that is not quoted; quote the value and double the quote' },
    { line: 3, fields: ['ok', '2'] },
    { line: 4, fields: [], malformed: 'has text after a closing quote; double a quote that is meant as a character' },
    { line: 5, fields: ['ok', '4'] },
  ])
})

test('a quote that is never closed and bytes that are not UTF-8 are named by line', async () => {
  expect((await read('a\nb\n"c\nd\n')).at(-1)).toEqual({
    line: 3,
    fields: [],
    malformed: 'has a quote that is never closed; double a quote that is meant as a character',
  })
  const latin = Buffer.concat([Buffer.from('a\nb\nM'), Buffer.from([0xfc]), Buffer.from('ller\n')])
  expect((await read(latin)).at(-1)).toEqual({ line: 3, fields: [], malformed: 'is not UTF-8; save the file in that encoding' })
})
