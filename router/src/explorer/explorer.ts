import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { text } from '../http/reply.ts'
import { buildExplorer, explorerFiles } from './build.ts'

/** GraphiQL at `/`, from this server alone. */
export interface Explorer {
  /** Answers where the path is one of its own. */
  answer(path: string, response: ServerResponse): Promise<boolean>
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
  '.svg': 'image/svg+xml',
}

/** Everything comes from this origin; the editor writes styles of its own and runs its language service in workers. */
const policy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; img-src 'self' data:; font-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"

/** Serves the explorer, building it first where that is due; whoever comes meanwhile waits for it. */
export function openExplorer(): Explorer {
  let built: Promise<void> | null = null
  const ready = (): Promise<void> => {
    built ??= buildExplorer().catch((error: unknown) => {
      built = null
      throw error
    })
    return built
  }
  return {
    async answer(path, response) {
      const file = path === '/' ? 'index.html' : path.startsWith('/explorer/') ? path.slice('/explorer/'.length) : null
      const type = file === null ? undefined : types[extname(file)]
      if (file === null || !type) return false
      const place = normalize(join(explorerFiles, file))
      if (!place.startsWith(explorerFiles + sep)) return false
      await ready()
      const content = await readFile(place).catch(() => null)
      if (content === null) return false
      response.setHeader('content-security-policy', policy)
      response.setHeader('cache-control', path === '/' ? 'no-cache' : 'public, max-age=31536000, immutable')
      text(response, 200, type, content)
      return true
    },
  }
}
