import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** Why a command can't begin; the message is a whole sentence with the remedy. */
export class BootstrapError extends Error {
  name = 'BootstrapError'
}
