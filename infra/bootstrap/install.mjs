import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BootstrapError, root } from './root.mjs'

const pnpm = 'pnpm@12.21.0'
const modules = join(root, 'node_modules')
/** Says what was installed last; absent while an installation is under way or was broken off. */
const stampFile = join(modules, '.installed')

/** Brings node_modules to what the lockfile says; does nothing where it is there already. */
export async function install() {
  const wanted = stamp()
  if (read(stampFile) === wanted) return
  claim()
  try {
    rmSync(stampFile, { force: true })
    console.error('Installing what A-EMS needs, from the lockfile (half a minute the first time) …')
    await pnpmInstall()
    writeFileSync(stampFile, wanted)
  } finally {
    rmSync(claimFile, { force: true })
  }
}

/** A hash of everything that decides what is installed. */
function stamp() {
  const hash = createHash('sha256').update(`${pnpm} ${process.platform} ${process.arch}`)
  const manifests = ['.', ...foldersIn('.'), ...foldersIn('subgraphs')].map((folder) => join(folder, 'package.json'))
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests])
    hash.update(`\n${file}\n${read(join(root, file)) ?? ''}`)
  return hash.digest('hex')
}

function foldersIn(folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory() && entry.name !== 'node_modules').map((entry) => join(folder, entry.name))
}

const claimFile = join(modules, '.installing')

/** Two commands at once must not install into the same folder; what a killed one left behind does not count. */
function claim() {
  try {
    mkdirSync(modules, { recursive: true })
    const other = Number(read(claimFile) ?? Number.NaN)
    if (other !== process.pid && isRunning(other)) {
      throw new BootstrapError(
        `Another command (process ${other}) is installing into this folder. Wait until it is done, then run this one again.`,
      )
    }
    writeFileSync(claimFile, String(process.pid))
  } catch (error) {
    if (error instanceof BootstrapError) throw error
    throw new BootstrapError(
      `A-EMS installs into its own folder, and ${root} can't be written to (${error.code}). Make it yours (chown -R "$USER" .), or clone into a folder that you own.`,
    )
  }
}

function isRunning(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function pnpmInstall() {
  const args = ['-y', pnpm, 'install', '--frozen-lockfile', '--config.confirmModulesPurge=false']
  const child = spawn('npx', args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    // Without a network npm would try for minutes before it says so.
    env: {
      npm_config_fetch_retries: '2',
      npm_config_fetch_retry_mintimeout: '1000',
      npm_config_update_notifier: 'false',
      ...process.env,
    },
  })
  let said = ''
  const show = (chunk) => {
    said = (said + chunk).slice(-20_000)
    // Standard output belongs to the command: its --json must be JSON alone.
    process.stderr.write(chunk)
  }
  child.stdout.on('data', show)
  child.stderr.on('data', show)
  const stop = () => child.kill('SIGTERM')
  process.once('SIGINT', stop).once('SIGTERM', stop)
  return new Promise((resolve, reject) => {
    child.on('error', (error) =>
      reject(
        new BootstrapError(
          `npx, which comes with npm, could not be started (${error.message}). Install Node with npm, then run the same command again.`,
        ),
      ),
    )
    child.on('close', (code) => {
      process.off('SIGINT', stop).off('SIGTERM', stop)
      code === 0 ? resolve() : reject(new BootstrapError(reason(said)))
    })
  })
}

/** Why an installation failed, from what npx and pnpm said. */
function reason(said) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/.test(said)) {
    return "The package registry can't be reached. Check the network, or the registry and proxy that npm uses (npm config get registry; npm config get proxy), then run the same command again: it goes on where it stopped."
  }
  if (/ENOSPC/.test(said)) return 'The disk is full. Make room (about 2 GB), then run the same command again.'
  if (/EACCES|EPERM|EROFS/.test(said))
    return 'A folder could not be written to; the lines above name it. Make it yours (chown), then run the same command again.'
  if (/OUTDATED_LOCKFILE/.test(said))
    return 'package.json and pnpm-lock.yaml disagree. Whoever changed a dependency runs: npx pnpm@12.21.0 install'
  return 'The installation failed; the lines above say why. If it keeps failing, remove the folder node_modules and run the same command again.'
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}
