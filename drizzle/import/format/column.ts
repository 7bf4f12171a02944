/** What a column's values must look like. Limits are inclusive. */
export type ColumnType =
  | { readonly kind: 'text'; readonly longest: number; readonly pattern?: RegExp; readonly says?: string }
  | { readonly kind: 'date' }
  | { readonly kind: 'instant' }
  | { readonly kind: 'decimal'; readonly whole: number; readonly places: number; readonly least?: number; readonly most?: number }
  | { readonly kind: 'integer'; readonly least: number; readonly most: number }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  | { readonly kind: 'ref'; readonly to: string }

/** One column of a file of the import format. */
export interface Column {
  readonly type: ColumnType
  /** Whether the column must be there, with a value in every row. */
  readonly required: boolean
}

const column = (type: ColumnType): Column => ({ type, required: false })

/** The same column, which must be there with a value in every row: marked * in the format. */
export const required = ({ type }: Column): Column => ({ type, required: true })

/** Text of up to 500 characters, unless told otherwise. */
export const text = (longest = 500): Column => column({ kind: 'text', longest })

/** Text of a given shape; `says` tells people which. */
export const shaped = (pattern: RegExp, says: string): Column => column({ kind: 'text', longest: 200, pattern, says })

export const date: Column = column({ kind: 'date' })
export const instant: Column = column({ kind: 'instant' })
export const boolean: Column = column({ kind: 'boolean' })

/** An amount of money: up to 16 digits before the point and 4 after it. */
export const money: Column = column({ kind: 'decimal', whole: 16, places: 4 })

/** A number that is exact to 4 places, within limits where there are any. */
export const decimal = (least?: number, most?: number, places = 4): Column =>
  column({
    kind: 'decimal',
    whole: 16,
    places,
    ...(least !== undefined && { least }),
    ...(most !== undefined && { most }),
  })

/** An amount, a quantity or a rate that can't be negative. */
export const unsigned: Column = decimal(0)

/** A whole number; by default one that a count can be. */
export const integer = (least = 0, most = 2_147_483_647): Column => column({ kind: 'integer', least, most })

export const oneOf = (...of: string[]): Column => column({ kind: 'choice', of })

/** The `ref` of a row in another file, which `to` names. */
export const ref = (to: string): Column => column({ kind: 'ref', to })

/** The source system's own key of a row. */
export const ownRef: Column = required(text(200))
export const name: Column = required(text())
export const currency: Column = shaped(/^[A-Z]{3}$/, 'a currency (ISO 4217, such as EUR)')
export const country: Column = shaped(/^[A-Z]{2}$/, 'a country (ISO 3166-1 alpha-2, such as DE)')
