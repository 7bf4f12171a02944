import { type FSWatcher, readdirSync, watch } from 'node:fs'
import { join } from 'node:path'

/**
 * Calls `heard` with the path of each file below the folders that is written, renamed, made or removed, until the returned
 * function is called. Directories are watched, not files as Node's own recursive watching does on Linux: it loses a file
 * that an editor saves by putting another in its place. What is installed or hidden is left out.
 */
export function watchDirectories(folders: readonly string[], heard: (file: string) => void): () => void {
  const watchers = new Map<string, FSWatcher>()

  const unwatch = (folder: string) => {
    watchers.get(folder)?.close()
    watchers.delete(folder)
  }

  const notice = (path: string, isNew: boolean) => {
    const inside = entriesOf(path)
    if (inside === null) return heard(path)
    if (watchers.has(path)) return
    watchers.set(
      path,
      watch(path, (_event, name) => {
        if (name !== null && isOurs(name)) notice(join(path, name), true)
      }).on('error', () => unwatch(path)),
    )
    for (const entry of inside) {
      // What a new folder holds was written before it was watched.
      if (isOurs(entry.name) && (entry.isDirectory() || isNew)) notice(join(path, entry.name), isNew)
    }
  }

  for (const folder of folders) notice(folder, false)
  return () => {
    for (const folder of [...watchers.keys()]) unwatch(folder)
  }
}

const isOurs = (name: string): boolean => name !== 'node_modules' && !name.startsWith('.')

/** What is in a folder; null: it is none, or is gone. */
function entriesOf(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true })
  } catch {
    return null
  }
}
