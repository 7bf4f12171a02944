import type { Noun } from '../../ids.ts'
import type { Column } from './column.ts'

/** One file of the import format. */
export interface FileFormat {
  readonly name: string
  /** The domain that owns what the file holds. */
  readonly domain: 'auth' | 'sales' | 'products' | 'finance' | 'hr' | 'risk'
  /** What a row is, where others can refer to it by its ref. */
  readonly noun?: Noun
  /** The columns that tell one row from another; none where rows may be alike, as answers to a survey are. */
  readonly key: readonly string[]
  readonly columns: Readonly<Record<string, Column>>
  /** Where the rows are kept; a file without a table is known but left out. */
  readonly table?: string
  /** The date by whose month the table is partitioned, where it is one of the file's own. */
  readonly partitionedBy?: string
  /** The date whose exchange rate amounts in other currencies are converted by; without it, there are none. */
  readonly convertedOn?: string
  /** Columns that the import fills itself from other files, and their types in the database. */
  readonly filled?: Readonly<Record<string, string>>
  /** Where a partitioned table's refs are found, each once over all partitions. */
  readonly refsIn?: string
  /** Columns of the table that are kept in another, which drizzle/projections.ts names. */
  readonly apart?: readonly string[]
  /** Columns that name a group of rows which is replaced whole wherever the file has any row of it. */
  readonly wholePer?: readonly string[]
}

/** Columns whose names in the table are others: words of SQL, and a ref that leads to no row. */
const renamed: Readonly<Record<string, string>> = {
  group: 'group_name',
  left: 'has_left',
  on: 'rated_on',
  journal_ref: 'journal_ref',
}

/** The column of the table in which a column of the file is kept. */
export function storedAs(column: string): string {
  const name = renamed[column]
  if (name !== undefined) return name
  return column.endsWith('_ref') ? `${column.slice(0, -'_ref'.length)}_id` : column
}
