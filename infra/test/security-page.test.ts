import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../command/paths.ts'

const page = readFileSync(join(root, 'docs/security.md'), 'utf8')

/** What the page calls the folders of tests. */
const folders: Readonly<Record<string, string>> = {
  auth: 'subgraphs/auth/src/test',
  kit: 'subgraphs/kit/src/test',
  router: 'router/src/test',
  drizzle: 'drizzle/test',
  web: 'web/test/browser',
}

function fileOf(name: string): string {
  const [first = '', ...rest] = name.split('/')
  const folder = folders[first]
  return folder !== undefined && rest.length === 1 ? `${folder}/${rest[0]}` : name
}

test('every test that the page on security names is there', () => {
  const rows = page.split('\n').filter((line) => /^\| \d/.test(line))
  const named = rows.flatMap((row) => [...(row.split(' | ').at(-1) ?? '').matchAll(/`([\w./-]+)`/g)].map(([, name = '']) => name))
  expect(named.length).toBeGreaterThan(80)
  const gone = named.filter((name) => !existsSync(join(root, `${fileOf(name)}.test.ts`)) && !existsSync(join(root, fileOf(name))))
  expect([...new Set(gone)]).toEqual([])
})

test('every page that it leads to is there', () => {
  const led = [...page.matchAll(/\]\(([^)#]+)\)/g)].map(([, to = '']) => to).filter((to) => !to.startsWith('http'))
  expect(led.length).toBeGreaterThan(8)
  expect(led.filter((to) => !existsSync(join(root, 'docs', to)))).toEqual([])
})
