/** Characters that a password must have where it is the only thing asked for (NIST SP 800-63B-4). */
const shortest = 15
const longest = 128

/** The same text typed on another keyboard must be the same password. */
export const normalized = (password: string): string => password.normalize('NFC')

/**
 * Why a password will not do, in a sentence for whoever chose it; null: it will. Any characters are welcome.
 * @param owner whose it would be: neither their name nor their e-mail may be in it.
 */
export function passwordFault(password: string, owner: { readonly name: string; readonly email: string }): string | null {
  const text = normalized(password)
  const length = [...text].length
  if (length < shortest) return `It has ${length} characters; ${shortest} or more are needed. A few words in a row do well.`
  if (length > longest) return `It has ${length} characters; ${longest} at most can be used.`
  const lower = text.toLowerCase()
  const own = [owner.name, owner.email, owner.email.split('@')[0] ?? ''].map((each) => each.normalize('NFC').toLowerCase())
  if (own.some((each) => each.length >= 4 && lower.includes(each)))
    return 'It holds your name or e-mail. Choose words that nobody links with you.'
  return null
}
