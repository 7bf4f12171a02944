import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { z } from 'zod'
import { flag, readCommandLine } from '../command/options.ts'
import { root, usualDataFolder } from '../command/paths.ts'
import { CommandError, runCommand } from '../command/run.ts'
import { systemFolderFor } from '../embedded/binaries.ts'
import { clusterFolder } from '../embedded/installation.ts'
import { FolderInUse, lockHolder } from '../embedded/lock.ts'
import { stopLeftover } from '../embedded/postgres.ts'

const usage = `npm run clean [-- --data] [--yes]
  Back to a bare clone: removes what was installed and built.
  --data  also removes .data/, with every company in it; asks first
  --yes   does not ask`

await runCommand(async () => {
  const { options } = readCommandLine({ usage, options: z.object({ data: flag, yes: flag }), arguments: z.tuple([]) })
  const holder = lockHolder(usualDataFolder)
  if (holder) throw new FolderInUse(usualDataFolder, holder)
  if (options.data && existsSync(usualDataFolder)) {
    if (!options.yes && !(await confirmed())) {
      console.error('Nothing was removed.')
      return 1
    }
    await stopLeftover(clusterFolder(usualDataFolder))
    remove(usualDataFolder)
    remove(systemFolderFor(usualDataFolder))
  }
  remove(join(root, 'web', '.next'))
  // Last: this very process runs on what is in there.
  for (const folder of workspaceFolders()) remove(join(folder, 'node_modules'))
  return 0
})

/** The project's folder, its packages and the subgraphs. */
function workspaceFolders(): string[] {
  const under = (folder: string) =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [join(folder, entry.name)] : []))
  return [root, ...under(root), ...under(join(root, 'subgraphs'))]
}

function remove(path: string): void {
  if (!existsSync(path)) return
  rmSync(path, { recursive: true, force: true })
  console.error(`removed ${path}`)
}

async function confirmed(): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new CommandError(
      'Removing data asks first, and there is no terminal to ask in. Pass --yes to remove it without asking.',
    )
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const answer = await terminal.question(`This removes ${usualDataFolder} with every company in it. Type "remove" to go on: `)
    return answer.trim() === 'remove'
  } finally {
    terminal.close()
  }
}
