/** Characters that a name has at most. */
export const longestName = 120

/** What somebody is to be called, without spaces around; null: it will not do. */
export function nameOf(text: string): string | null {
  const name = text.normalize('NFC').trim().replaceAll(/\s+/g, ' ')
  return name.length > 0 && name.length <= longestName && !/\p{Cc}/u.test(name) ? name : null
}
