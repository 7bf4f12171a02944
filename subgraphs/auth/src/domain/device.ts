/** In this order: most browsers also name those that they descend from. */
const programs: readonly (readonly [name: string, mark: RegExp])[] = [
  ['Edge', /Edg(A|iOS)?\//],
  ['Opera', /OPR\//],
  ['Samsung Internet', /SamsungBrowser\//],
  ['Firefox', /(Firefox|FxiOS)\//],
  ['Chrome', /(Chrome|CriOS)\//],
  ['Safari', /Safari\//],
]
const systems: readonly (readonly [name: string, mark: RegExp])[] = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X|Macintosh/],
  ['ChromeOS', /CrOS/],
  ['Linux', /Linux/],
]
/** A program that is no browser names itself first: `curl/8.5.0`. */
const named = /^([\w.-]{1,40})(\/|$)/

/** What a User-Agent header says of a device, in words that its owner knows it by; null where it says nothing. */
export function deviceOf(userAgent: string | null): string | null {
  if (!userAgent) return null
  const find = (list: typeof programs) => list.find(([, mark]) => mark.test(userAgent))?.[0]
  const program = find(programs) ?? (userAgent.startsWith('Mozilla/') ? null : named.exec(userAgent)?.[1]) ?? null
  const system = find(systems)
  if (program === null) return system ?? null
  return system ? `${program} on ${system}` : program
}
