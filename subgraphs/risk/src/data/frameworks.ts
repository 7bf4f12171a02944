import { frameworks } from '@aems/drizzle/risk/tables.ts'
import type { LoadOne } from '@aems/kit/loaders.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { asc } from 'drizzle-orm'

export type FrameworkRow = typeof frameworks.$inferSelect

/** Frameworks of requirements as the viewer may see them. */
export interface FrameworkData {
  readonly byId: LoadOne<string, FrameworkRow>
  /** Every one, by name and version. */
  all(): Promise<readonly FrameworkRow[]>
}

export function frameworkData(read: Read): FrameworkData {
  return {
    byId: loadById(read, frameworks),
    all: () =>
      read((tx) => tx.select().from(frameworks).orderBy(asc(frameworks.name), asc(frameworks.version), asc(frameworks.id))),
  }
}
