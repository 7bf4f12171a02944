import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { domains } from '@aems/schema/sdl.ts'
import { root } from '../command/paths.ts'
import { importFormatGuide } from './import-format.ts'
import { metricsPage } from './metrics.ts'
import { schemaPage } from './schema.ts'
import { tablesPage } from './tables.ts'

/** Every page that follows from the SDL, the tables and the import format, by its path in the project. */
async function pages(): Promise<Map<string, string>> {
  const found = new Map<string, string>([
    ['docs/guides/import-format.md', importFormatGuide()],
    ['docs/schema/common.md', schemaPage('common')],
  ])
  for (const domain of domains) {
    found.set(`docs/schema/${domain}.md`, schemaPage(domain))
    found.set(`docs/tables/${domain}.md`, await tablesPage(domain))
    const metrics = metricsPage(domain)
    if (metrics !== null) found.set(`docs/metrics/${domain}.md`, metrics)
  }
  return found
}

/** Writes the pages that have changed. */
export async function writePages(): Promise<void> {
  for (const [path, text] of await pages()) {
    const file = join(root, path)
    if ((await readFile(file, 'utf8').catch(() => null)) === text) continue
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
}
