import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { convertFile } from '../conversion.ts'
import { assembleCrew, type Crew } from '../crew.ts'
import { collectFaults } from '../faults.ts'
import { loadedFiles } from '../format.ts'

const context = { companyId: '018f0000-0000-7000-8000-000000000000' }

/** 60,000 customers over several pieces; some have quotes, newlines and faults. */
function customers(): string {
  const rows = Array.from({ length: 60_000 }, (_, index) => {
    if (index % 20_000 === 7_000) return `C${index},"Of two\nlines ${index}",person\n`
    if (index % 20_000 === 15_000) return `C${index},Faulty ${index},firm\n`
    return `C${index},Customer number ${index},company\n`
  })
  return `ref,name,kind\n${rows.join('')}`
}

async function convert(crew: Crew | null) {
  const folder = mkdtempSync(join(tmpdir(), 'aems-conversion-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'customers.csv')
  writeFileSync(path, customers())
  const format = loadedFiles.find(({ name }) => name === 'customers.csv')
  if (format === undefined) throw new Error('customers.csv is not known.')
  const faults = collectFaults()
  const texts: Uint8Array[] = []
  let told = 0
  const pieces = convertFile({ format, records: path, header: ['ref', 'name', 'kind'] }, context, faults, crew, (rows) => {
    told = rows
  })
  for (;;) {
    const { done, value } = await pieces.next()
    if (done === true) return { text: Buffer.concat(texts).toString(), reading: value, told, faults: faults.kept }
    texts.push(value)
  }
}

test('a file converted by a crew is what it is without one: rows in order, faults by line, hash', async () => {
  const alone = await convert(null)
  expect(alone.told).toBe(60_000)
  expect(alone.text.split('\n')).toHaveLength(60_001)
  expect(alone.faults.map(({ line, message }) => [line, message])).toEqual([
    [15_003, '"firm" is not one of person, company'],
    [35_004, '"firm" is not one of person, company'],
    [55_005, '"firm" is not one of person, company'],
  ])
  const crew = assembleCrew(Number.MAX_SAFE_INTEGER)
  expect(crew).not.toBeNull()
  const together = await convert(crew)
  await crew?.close()
  expect(together).toEqual(alone)
})

test('small files are read without a crew', () => {
  expect(assembleCrew(100_000)).toBeNull()
})
