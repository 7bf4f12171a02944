/** What an address looks like, not whether it is there: that, mail alone can tell. */
const address = /^[^\s@<>"(),;:\\]{1,64}@[^\s@<>"(),;:\\]+\.[^\s@<>"(),;:\\.]{2,}$/

/** An e-mail address without spaces around; null: it can't be one. */
export function emailOf(text: string): string | null {
  const trimmed = text.trim()
  return trimmed.length <= 254 && address.test(trimmed) ? trimmed : null
}
