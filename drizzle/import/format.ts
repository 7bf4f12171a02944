import { companyFiles } from './format/company.ts'
import type { FileFormat } from './format/file.ts'
import { financeFiles } from './format/finance.ts'
import { peopleFiles } from './format/people.ts'
import { productFiles } from './format/products.ts'
import { riskFiles } from './format/risk.ts'
import { salesFiles } from './format/sales.ts'

/** A file whose rows are kept. */
export type LoadedFile = FileFormat & { readonly table: string }

/** Every file of the import format. */
export const files: readonly FileFormat[] = [
  ...companyFiles,
  ...productFiles,
  ...salesFiles,
  ...financeFiles,
  ...peopleFiles,
  ...riskFiles,
]

/** The files whose rows are kept, in the order in which they are read and written. */
export const loadedFiles: readonly LoadedFile[] = files.filter((file): file is LoadedFile => file.table !== undefined)

/** The format of a file, by its name. */
export function fileNamed(name: string): FileFormat | undefined {
  return files.find((file) => file.name === name)
}
