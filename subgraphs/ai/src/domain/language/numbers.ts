const words: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
  thousand: 1000,
  million: 1_000_000,
  billion: 1_000_000_000,
  dozen: 12,
}

const suffixes: Readonly<Record<string, number>> = { k: 3, thousand: 3, m: 6, mn: 6, mio: 6, million: 6, b: 9, bn: 9, billion: 9 }

/** `three` → 3; `one` stays a word, since it mostly is a pronoun. */
export function numberWord(word: string): number | undefined {
  return Object.hasOwn(words, word) ? words[word] : undefined
}

/** Whether a word only scales the number before it: `2 million`. */
export const isScale = (word: string): boolean => Object.hasOwn(suffixes, word)

/** Reads `1,250.50`, `500k` or `2.5m` as an exact decimal string without an exponent; undefined where it is no number. */
export function readNumber(text: string, scale = ''): string | undefined {
  const match = /^(\d[\d,]*)(?:\.(\d+))?([a-z]*)$/.exec(text)
  if (!match) return undefined
  const suffix = match[3] ?? ''
  if (suffix !== '' && !isScale(suffix)) return undefined
  const power = (suffixes[suffix] ?? 0) + (suffixes[scale] ?? 0)
  const fraction = (match[2] ?? '').padEnd(power, '0')
  const whole = `${(match[1] ?? '').replaceAll(',', '')}${fraction.slice(0, power)}`.replace(/^0+(?=\d)/, '')
  const rest = fraction.slice(power).replace(/0+$/, '')
  return rest === '' ? whole : `${whole}.${rest}`
}
