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
  /** Where the rows of the other are found: in the referring domain's projection where it has one, else in their own table. */
  readonly table: string
  /** The domain that may look there. */
  readonly as: Domain
}

/** The references of a file that can be checked: those into files that are kept. Others are kept unchecked. */
export function references(format: LoadedFile): Reference[] {
  return Object.entries(format.columns).flatMap(([column, { type }]) => {
    const to = type.kind === 'ref' ? loaded(type.to) : undefined
    return to === undefined ? [] : [{ column, to, ...seenFrom(loadingDomain(format), to) }]
  })
}

function loaded(name: string): LoadedFile | undefined {
  const format = fileNamed(name)
  return format?.table === undefined ? undefined : { ...format, table: format.table }
}

function seenFrom(reader: Domain, to: LoadedFile): Pick<Reference, 'table' | 'as'> {
  const projection = projections.find((each) => each.table === to.table && each.reader === reader && each.owner !== reader)
  return projection === undefined ? { table: to.table, as: loadingDomain(to) } : { table: projection.projected, as: reader }
}
