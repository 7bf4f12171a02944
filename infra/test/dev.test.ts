import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { send } from '../client/http.ts'
import { tokenSource } from '../client/identity.ts'
import { root } from '../command/paths.ts'
import { freePort } from '../embedded/ports.ts'
import { existingOperatorKey } from '../embedded/secrets.ts'

const folder = mkdtempSync(join(tmpdir(), 'aems-dev-'))
const project = join(folder, 'project')
let dev: ChildProcess
let ended: Promise<unknown>
let url: string
let said = ''

beforeAll(async () => {
  chmodSync(folder, 0o755)
  copyProject()
  const port = await freePort()
  url = `http://localhost:${port}`
  const args = ['infra/scripts/dev.ts', '--no-web', '--data', join(folder, 'data'), '--router-port', String(port)]
  dev = spawn(process.execPath, args, { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] })
  ended = new Promise((resolve) => dev.once('exit', resolve))
  for (const stream of [dev.stdout, dev.stderr]) stream?.setEncoding('utf8').on('data', (chunk: string) => (said += chunk))
  await until(() => said.includes('Sign in as'))
}, 60_000)

afterAll(async () => {
  dev.kill('SIGTERM')
  await ended
  rmSync(folder, { recursive: true, force: true })
}, 20_000)

/** The sources, with the libraries that are installed here. */
function copyProject(): void {
  const left = new Set(['node_modules', '.git', '.data', '.next', '.installed'].map((name) => join(root, name)))
  cpSync(root, project, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !left.has(path) && basename(path) !== '.next',
  })
  const modules = join(root, 'node_modules')
  mkdirSync(join(project, 'node_modules'))
  for (const name of readdirSync(modules)) {
    // The workspace's own packages are those of the copy.
    if (name === '@aems')
      cpSync(join(modules, name), join(project, 'node_modules', name), { recursive: true, verbatimSymlinks: true })
    else symlinkSync(join(modules, name), join(project, 'node_modules', name))
  }
}

function edit(file: string, from: string, to: string): void {
  const path = join(project, file)
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(from)
  writeFileSync(path, text.replace(from, to))
}

/** Waits until it holds; the test's own limit ends it otherwise. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) {
    if (dev.exitCode !== null) throw new Error(said)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** The graph's answer, as text; empty where it can't be reached. */
async function answer(operation: string): Promise<string> {
  const identity = { credentials: null, operatorKey: existingOperatorKey(join(folder, 'data')), as: null, company: null }
  try {
    return JSON.stringify(await send(url, { query: operation }, await tokenSource(url, identity)()))
  } catch {
    return ''
  }
}

const scopes = () => answer('{ me { scopes } }')
const describedMe = () => answer('{ __type(name: "Me") { description } }')

test('a change of code is served', { timeout: 30_000 }, async () => {
  edit('subgraphs/auth/src/resolvers/me.ts', '[...scopes]', "[...scopes, 'changed:code']")
  await until(async () => (await scopes()).includes('changed:code'))
})

test('a change of SDL is composed, served and generated', { timeout: 30_000 }, async () => {
  edit('schema/auth.graphql', '"Whoever asks: person', '"Changed: person')
  await until(async () => (await describedMe()).includes('Changed: person'))
  const generated = join(project, 'subgraphs/auth/src/graph.generated.ts')
  await until(() => readFileSync(generated, 'utf8').includes('Changed: person'))
})

test('code that can not be loaded is named, and what ran before answers until it is mended', { timeout: 30_000 }, async () => {
  const file = 'subgraphs/auth/src/resolvers/me.ts'
  edit(file, 'export const Me', 'export const Me =')
  await until(() => said.includes(file))
  expect(await scopes()).toContain('changed:code')
  edit(file, 'export const Me =', 'export const Me')
  edit(file, 'changed:code', 'mended:code')
  await until(async () => (await scopes()).includes('mended:code'))
})

test('SDL that can not be composed is refused with the reason, and the graph stays as it was', { timeout: 30_000 }, async () => {
  edit('schema/auth.graphql', 'type Query {', 'type Query {\n  "Of a type that is nowhere."\n  loose: Nothing @public')
  await until(() => said.includes('Unknown type Nothing'))
  expect(await describedMe()).toContain('Changed: person')
})
