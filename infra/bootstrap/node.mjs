import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { BootstrapError, root } from './root.mjs'

const needed = 24

/** The Node that the product runs on: the one that came with the packages, else the system's, where it is new enough. */
export function productNode() {
  const packaged = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  if (existsSync(packaged)) return packaged
  if (Number(process.versions.node.split('.')[0]) >= needed) return process.execPath
  throw new BootstrapError(
    `A-EMS runs on Node ${needed}. It brings its own on Linux; on ${process.platform} ${process.arch} install Node ${needed} or newer from https://nodejs.org (this is Node ${process.versions.node}), then run the same command again.`,
  )
}
