const names = new Intl.DisplayNames('en', { type: 'region' })

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** ISO 3166-1 codes by the country's English name in lower case; made once. */
const codes = new Map<string, string>(
  letters.flatMap((first) =>
    letters.flatMap((second): [string, string][] => {
      const code = first + second
      const name = countryName(code)
      return name === code ? [] : [[name.toLowerCase(), code]]
    }),
  ),
)

/** The country's English name; the code itself where none is known. */
export function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code
}

/** The ISO code of a country that is named by its code or its English name. */
export function countryCode(written: string): string | undefined {
  const code = written.toUpperCase()
  if (code.length === 2 && countryName(code) !== code) return code
  return codes.get(written.toLowerCase())
}

/** English names of all countries. */
export const countryNames = (): string[] => [...new Set(codes.values())].map(countryName)
