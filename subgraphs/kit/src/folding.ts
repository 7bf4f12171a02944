import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

/** Without case and accents. */
export const fold = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Letters with accents, beside those without. Capitals too: in the C locale, `lower` leaves them as they are. */
const small = 'àáâãäåçèéêëìíîïñòóôõöøùúûüýÿšžčćđőűąęłńśźżğışřťďňů'
const accented = small + small.toUpperCase()
const plain = [...accented].map((letter) => ({ ø: 'o', đ: 'd', ł: 'l', ı: 'i' })[letter.toLowerCase()] ?? fold(letter)).join('')

/** The same of a text in the database, for the letters of European languages. Most texts have no accents: they are spared. */
export const folded = (text: SQLWrapper): SQL => sql`case when octet_length(${text}) = char_length(${text}) then lower(${text})
  else translate(lower(${text}), ${accented}, ${plain}) end`

/** A pattern for `like` in which `%` and `_` of what people type are letters. */
export const escapedForLike = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&')

/** That a name holds words, or that a ref begins with them; none where there are no words. Case and accents do not matter. */
export function nameMatches(search: string | null | undefined, name: SQLWrapper, ref: SQLWrapper): SQL[] {
  const words = escapedForLike(fold(search ?? '').trim())
  if (words === '') return []
  return [sql`(${folded(name)} like ${`%${words}%`} or ${folded(ref)} like ${`${words}%`})`]
}
