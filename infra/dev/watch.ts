import { watch } from 'node:fs'
import { join } from 'node:path'
import { root } from '../command/paths.ts'

/** What a change asks for: composing and generating first, or only starting anew. */
export type Change = 'schema' | 'code'

const watched = ['schema', 'drizzle', 'subgraphs', 'router']
/** Editors write a file in several steps. */
const settleMs = 60

/** Calls `changed` after each change of what the graph is made of, until the returned function is called. */
export function watchGraph(changed: (change: Change) => void): () => void {
  let pending: Change | null = null
  let timer: NodeJS.Timeout | undefined
  const note = (change: Change) => {
    pending = pending === 'schema' ? 'schema' : change
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (pending) changed(pending)
      pending = null
    }, settleMs)
  }
  const watchers = watched.map((folder) =>
    watch(join(root, folder), { recursive: true }, (_event, file) => {
      const change = file === null ? null : changeIn(folder, file)
      if (change) note(change)
    }),
  )
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}

/** What a change of a file asks for; null: nothing, since it is generated, a test, or not code. */
export function changeIn(folder: string, file: string): Change | null {
  if (/(^|\/)(node_modules|test)\/|[.]test[.]ts$|[.]generated[.]ts$|(^|\/)(supergraph|api)[.]graphql$/.test(file)) return null
  if (file.endsWith('.graphql')) return folder === 'schema' ? 'schema' : null
  return file.endsWith('.ts') || file.endsWith('.sql') ? 'code' : null
}
