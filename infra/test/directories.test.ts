import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { watchDirectories } from '../dev/directories.ts'

/** A watched folder with one file in it, and what was heard of it. */
function watchedFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'aems-watch-'))
  const file = join(folder, 'file.ts')
  writeFileSync(file, 'first')
  mkdirSync(join(folder, 'node_modules'))
  const heard: string[] = []
  const unwatch = watchDirectories([folder], (path) => heard.push(path))
  onTestFinished(() => {
    unwatch()
    rmSync(folder, { recursive: true, force: true })
  })
  return { folder, file, heard, hears: (path: string) => vi.waitFor(() => expect(heard).toContain(path), 5_000) }
}

test('a file that is replaced by another is heard of each time', async () => {
  const { folder, file, heard, hears } = watchedFolder()
  for (const text of ['second', 'third']) {
    heard.length = 0
    writeFileSync(join(folder, 'draft'), text)
    renameSync(join(folder, 'draft'), file)
    await hears(file)
  }
})

test('what is written in a folder that was made later is heard of', async () => {
  const { folder, hears } = watchedFolder()
  mkdirSync(join(folder, 'new/deep'), { recursive: true })
  const inside = join(folder, 'new/deep/inside.ts')
  writeFileSync(inside, 'first')
  await hears(inside)
})

test('what is installed is not heard of', async () => {
  const { folder, file, heard, hears } = watchedFolder()
  writeFileSync(join(folder, 'node_modules/library.ts'), '')
  writeFileSync(file, 'second')
  await hears(file)
  expect(new Set(heard)).toEqual(new Set([file]))
})
