import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const source = fileURLToPath(new URL('../../explorer/', import.meta.url))

/** Where the built explorer lies; not committed, made anew when its sources or its libraries change. */
export const explorerFiles = join(source, 'dist')
const stampFile = join(explorerFiles, 'stamp')

/** Builds the explorer where its sources or libraries have changed since; takes some seconds, once, in a process of its own. */
export async function buildExplorer(): Promise<void> {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stampOf()) return
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url)], { stdio: ['ignore', 'ignore', 'inherit'] })
  const [status]: unknown[] = await once(child, 'exit')
  if (status !== 0) throw new Error('The explorer could not be built; the lines above say why.')
}

async function writeExplorer(): Promise<void> {
  const stamp = stampOf()
  const { build } = await import('vite')
  await build({
    root: source,
    configFile: false,
    base: '/explorer/',
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic' } },
    build: { outDir: explorerFiles, emptyOutDir: true, chunkSizeWarningLimit: 10_000 },
  })
  writeFileSync(stampFile, stamp)
}

function stampOf(): string {
  const hash = createHash('sha256')
  const files = readdirSync(source).filter((file) => /\.(tsx?|css|html)$/.test(file))
  for (const file of [
    ...files.sort().map((name) => join(source, name)),
    fileURLToPath(new URL('../../package.json', import.meta.url)),
  ]) {
    hash.update(file.slice(source.length)).update(readFileSync(file))
  }
  return hash.digest('hex')
}

if (import.meta.main) await writeExplorer()
