import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const source = fileURLToPath(new URL('../../explorer/', import.meta.url))

/** Where the built explorer lies; not committed, made anew when its sources or its libraries change. */
export const explorerFiles = join(source, 'dist')
const stampFile = join(explorerFiles, 'stamp')

/** Builds the explorer where its sources or libraries have changed since; takes some seconds, once. */
export async function buildExplorer(): Promise<void> {
  const stamp = stampOf()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
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
