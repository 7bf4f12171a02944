import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { root } from '../command/paths.ts'

/** A folder of the test's own, which another user may enter. */
function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'aems-bootstrap-'))
  chmodSync(path, 0o755)
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** What is in a clone before anything was installed, with a registry that nobody can reach. */
function bareClone(): string {
  const clone = folder()
  for (const path of ['infra/bootstrap.mjs', 'infra/bootstrap', 'package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml']) {
    cpSync(join(root, path), join(clone, path), { recursive: true })
  }
  mkdirSync(join(clone, 'subgraphs'))
  mkdirSync(join(clone, 'infra/scripts'))
  writeFileSync(join(clone, 'infra/scripts/start.ts'), "console.log('started')")
  writeFileSync(join(clone, '.npmrc'), 'registry=http://127.0.0.1:9/\n')
  return clone
}

interface Options {
  readonly nodeOptions?: readonly string[]
  readonly user?: { uid: number; gid: number }
  readonly command?: string
}

function bootstrap(clone: string, { nodeOptions = [], user, command = 'start' }: Options = {}) {
  const home = folder()
  if (user) chmodSync(home, 0o777)
  const { status, stderr } = spawnSync(process.execPath, [...nodeOptions, join(clone, 'infra/bootstrap.mjs'), command], {
    encoding: 'utf8',
    timeout: 60_000,
    env: { PATH: process.env['PATH'], HOME: home, npm_config_cache: join(home, 'cache'), npm_config_fetch_retries: '0' },
    ...user,
  })
  return { status, said: stderr }
}

const oldNode = 'data:text/javascript,Object.defineProperty(process.versions,"node",{value:"18.19.0"})'

test('an old Node is told which one is needed, and where it comes from', () => {
  const { status, said } = bootstrap(root, { nodeOptions: ['--import', oldNode] })
  expect(status).toBe(1)
  expect(said).toBe(
    'A-EMS needs Node 20 or newer to start; this is Node 18.19.0. Install a current one from https://nodejs.org (or: nvm install 24), then run the same command again.\n',
  )
})

test('a command that does not exist is answered with those that do', () => {
  const { status, said } = bootstrap(root, { command: 'strat' })
  expect(status).toBe(1)
  expect(said).toMatch(/^There is no command strat\. There are: .*check, .*import, .*test\.\n$/)
})

test('without a network the installation says so, and what to do', () => {
  const { status, said } = bootstrap(bareClone())
  expect(status).toBe(1)
  expect(said).toContain("The package registry can't be reached. Check the network")
  expect(said).toContain('run the same command again')
})

test('two commands do not install into one folder at once', () => {
  const clone = bareClone()
  mkdirSync(join(clone, 'node_modules'))
  writeFileSync(join(clone, 'node_modules/.installing'), String(process.pid))
  const { status, said } = bootstrap(clone)
  expect(status).toBe(1)
  expect(said).toContain(`Another command (process ${process.pid}) is installing into this folder.`)
})

test('what a killed installation left does not stop the next', () => {
  const clone = bareClone()
  mkdirSync(join(clone, 'node_modules'))
  const { pid } = spawnSync(process.execPath, ['--version'])
  writeFileSync(join(clone, 'node_modules/.installing'), String(pid))
  expect(bootstrap(clone).said).toContain("The package registry can't be reached.")
})

test.runIf(process.getuid?.() === 0)("a folder that is not one's own is named, with the remedy", () => {
  const clone = bareClone()
  chmodSync(clone, 0o755)
  const { status, said } = bootstrap(clone, { user: { uid: 65_534, gid: 65_534 } })
  expect(status).toBe(1)
  expect(said).toContain(`${clone}/ can't be written to (EACCES). Make it yours`)
})
