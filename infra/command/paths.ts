import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** A path as whoever typed the command meant it: npm changes to the project's folder first. */
export const pathFromCaller = (path: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), path)

/** Where an embedded installation keeps everything, unless told otherwise. */
export const usualDataFolder = resolve(root, '.data')
