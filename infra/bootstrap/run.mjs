import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { install } from './install.mjs'
import { productNode } from './node.mjs'
import { BootstrapError, root } from './root.mjs'

const scripts = join(root, 'infra', 'scripts')

/**
 * What commands that serve are told of memory. They keep some 110 MB; left to itself, Node lets four times as much garbage
 * stand on a machine that has it, before it looks what is in use.
 */
const memory = { start: ['--max-old-space-size=1024'], bench: ['--max-old-space-size=1024'] }

/** Runs `infra/scripts/<command>.ts` with `args`, and ends as it ends. */
export async function run(command, args) {
  const script = join(scripts, `${command}.ts`)
  if (!command || !existsSync(script)) {
    throw new BootstrapError(`There is no command ${command ?? ''}. There are: ${commands().join(', ')}.`)
  }
  await install()
  // The channel lets the command notice that this process is gone, however it went, and stop what it started.
  const child = spawn(productNode(), [...(memory[command] ?? []), ...environmentFile(), script, ...args], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    // Compiled modules are kept: the graph is up half a second sooner.
    env: { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'), ...process.env },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(`Node could not be started: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}

/** Settings of this installation, where it has any. */
function environmentFile() {
  return existsSync(join(root, '.env')) ? ['--env-file=.env'] : []
}

function commands() {
  return readdirSync(scripts)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -3))
}
