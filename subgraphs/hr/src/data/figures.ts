import type { DomainDatabase } from '@aems/drizzle/client.ts'

/** Nobody is given this scope: it tells row-level security that rows are read to be added up, not to be shown. */
const figuresScope = 'hr:figures'

/**
 * The same database for figures, and for lists limited by what figures are split by: there, birth days may be read to sort
 * people into bands, and pay by those who may see it added up. Whoever reads through it shows neither. See
 * docs/decisions/015-pay.md.
 */
export function forFigures(database: DomainDatabase): DomainDatabase {
  return {
    ...database,
    asViewer: (viewer, work, options) =>
      database.asViewer({ ...viewer, scopes: [...viewer.scopes, figuresScope] }, work, options),
  }
}
