import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

/** Without case and accents. */
export const fold = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Letters with accents, beside those without. */
const accented = 'àáâãäåçèéêëìíîïñòóôõöøùúûüýÿšžčćđőűąęłńśźżğışřťďňů'
const plain = [...accented].map((letter) => ({ ø: 'o', đ: 'd', ł: 'l', ı: 'i' })[letter] ?? fold(letter)).join('')

/** The same of a text in the database, for the letters of European languages. */
export const folded = (text: SQLWrapper): SQL => sql`translate(lower(${text}), ${accented}, ${plain})`

/** A pattern for `like` in which `%` and `_` of what people type are letters. */
export const escapedForLike = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&')
