import { type Domain, domains } from '@aems/schema/sdl.ts'
import { projections } from '../projections.ts'
import { fileNamed, type LoadedFile } from './format.ts'

/** The domain whose role writes a file's rows. */
export function loadingDomain({ domain, name }: LoadedFile): Domain {
  const known = domains.find((each) => each === domain)
  if (known === undefined) throw new Error(`${name} has a table, but its domain, ${domain}, is not there.`)
  return known
}

/** A reference from one file to another whose rows are kept. */
export interface Reference {
  /** Column of the file. */
  readonly column: string
  readonly to: LoadedFile
  /** Where the referring domain finds the rows of the other: their table, or its projection of it. */
  readonly table: string
}

/** The references of a file that can be checked: those into files that are kept. Others are kept unchecked. */
export function references(format: LoadedFile): Reference[] {
  return Object.entries(format.columns).flatMap(([column, { type }]) => {
    const to = type.kind === 'ref' ? loaded(type.to) : undefined
    return to === undefined ? [] : [{ column, to, table: tableSeenFrom(loadingDomain(format), to) }]
  })
}

function loaded(name: string): LoadedFile | undefined {
  const format = fileNamed(name)
  return format?.table === undefined ? undefined : { ...format, table: format.table }
}

function tableSeenFrom(reader: Domain, { domain, table, name }: LoadedFile): string {
  if (domain === reader) return table
  const projection = projections.find((each) => each.table === table && each.reader === reader)
  if (projection === undefined)
    throw new Error(`${reader} refers to ${name} but has no projection of it in drizzle/projections.ts.`)
  return projection.projected
}
