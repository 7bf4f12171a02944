import { join, relative } from 'node:path'
import { root } from '../command/paths.ts'
import { watchDirectories } from './directories.ts'

/** What a change asks for: composing first; starting the graph anew; or only generating the web application's operations. */
export type Change = 'schema' | 'code' | 'operations'

/** Files that changed, from the project's folder, and what each asks for. */
export type Changes = ReadonlyMap<string, Change>

const watched = ['schema', 'drizzle', 'subgraphs', 'router', 'web']
/** Editors write a file in several steps. */
const settleMs = 40

/** Calls `changed` after each change of what the graph and its types are made of, until the returned function is called. */
export function watchGraph(changed: (changes: Changes) => void): () => void {
  let pending = new Map<string, Change>()
  let timer: NodeJS.Timeout | undefined
  const note = (file: string) => {
    const change = changeIn(file)
    if (!change) return
    pending.set(file, change)
    clearTimeout(timer)
    timer = setTimeout(() => {
      const settled = pending
      pending = new Map()
      changed(settled)
    }, settleMs)
  }
  const unwatch = watchDirectories(
    watched.map((folder) => join(root, folder)),
    (file) => note(relative(root, file)),
  )
  return () => {
    clearTimeout(timer)
    unwatch()
  }
}

/** What a change of a file asks for; null: nothing, since it is generated, a test, or not code. */
export function changeIn(file: string): Change | null {
  if (/(^|\/)(node_modules|test)\/|^web\/gql\/|[.]test[.]tsx?$|[.]generated[.]ts$|(^|\/)(supergraph|api)[.]graphql$/.test(file))
    return null
  if (file.startsWith('web/')) return /(?<![.]d)[.]tsx?$/.test(file) ? 'operations' : null
  if (file.endsWith('.graphql')) return file.startsWith('schema/') ? 'schema' : null
  return file.endsWith('.ts') || file.endsWith('.sql') ? 'code' : null
}
