import { v5, v7 } from 'uuid'

/** Namespace of the ids of companies. */
const namespace = v5('https://a-ems.dev/company', v5.URL)

/** A time-ordered id, UUIDv7, for what is created here. */
export const newId = (): string => v7()

/** The nouns that imports name by a ref. */
export type Noun =
  | 'territory'
  | 'customer'
  | 'sales_person'
  | 'product'
  | 'order'
  | 'sales_target'
  | 'opportunity'
  | 'employee'
  | 'supplier'
  | 'org_unit'

/** The id of an imported noun: any domain can compute it from the company, the type and the source system's ref. */
export function importedId(companyId: string, noun: Noun, ref: string): string {
  return v5(`${noun}\u0000${ref}`, companyId)
}

/** The id of a company, from its key; companies are unique by key. */
export function companyId(key: string): string {
  return v5(`company\u0000${key}`, namespace)
}
