import { createHmac } from 'node:crypto'
import type { Domain } from '@aems/schema/sdl.ts'

/** Owns a domain's schema and its tables; nobody signs in as it. */
export const ownerRole = (domain: Domain): string => `aems_${domain}_owner`

/** Reads and writes a domain's rows as the viewer; owns nothing. */
export const appRole = (domain: Domain): string => `aems_${domain}_app`

/** Loads companies: a member of every domain's app role, whose rights it must take up one at a time. */
export const importRole = 'aems_import'

/** The password of a database role, derived from the installation's secret so that it need not be kept. */
export function rolePassword(secret: string, role: string): string {
  return createHmac('sha256', secret).update(`database role ${role}`).digest('base64url')
}

/** The URL by which `role` reaches the same database as `url`. */
export function urlAs(url: string, role: string, secret: string): string {
  const as = new URL(url)
  as.username = role
  as.password = rolePassword(secret, role)
  return as.href
}
