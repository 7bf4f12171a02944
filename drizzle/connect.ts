import type { Domain } from '@aems/schema/sdl.ts'
import { type DomainDatabase, type DomainDatabaseOptions, openDomain } from './client.ts'
import { appRole, urlAs } from './roles.ts'

/**
 * Opens a domain's part of a database as its application role.
 * @param url names the database; whoever it signs in as is replaced by the role.
 * @param secret the installation's secret, from which the role's password is derived.
 */
export function connectDomain(domain: Domain, url: string, secret: string, options: DomainDatabaseOptions = {}): DomainDatabase {
  return openDomain(urlAs(url, appRole(domain), secret), options)
}
