/**
 * SQL for numbers that look random and are always the same: a hash of a row's number and of `salt`, which names what the
 * number is for. From 0 inclusive to 1 exclusive.
 */
export function uniform(row: string, salt: number): string {
  return `((hashint8extended((${row})::bigint, ${salt}) & 2147483647)::double precision / 2147483648)`
}

/** SQL for a whole number from `least` to `most`, both included. */
export function whole(row: string, salt: number, least: number, most: number): string {
  return `(${least} + floor(${uniform(row, salt)} * ${most - least + 1}))::integer`
}

/** SQL for one of several texts. */
export function oneOf(row: string, salt: number, texts: readonly string[]): string {
  return `(array[${texts.map(quoted).join(', ')}])[${whole(row, salt, 1, texts.length)}]`
}

/** SQL for one of several texts, each as likely as its weight is large. */
export function weighted(row: string, salt: number, weights: Readonly<Record<string, number>>): string {
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0)
  let reached = 0
  const cases = Object.entries(weights).map(([text, weight]) => {
    reached += weight / total
    return `when draw < ${reached} then ${quoted(text)}`
  })
  return `(select case ${cases.join(' ')} else ${quoted(Object.keys(weights).at(-1) ?? '')} end from (select ${uniform(row, salt)} as draw) drawn)`
}

/** SQL for the id of something that came to be on a day: a UUIDv7 (RFC 9562) whose random bits are hashes of its number. */
export function idOn(day: string, row: string, salt: number): string {
  const hash = (offset: number) => `hashint8extended((${row})::bigint, ${salt + offset})`
  return `(lpad(to_hex((extract(epoch from ${day}) * 1000)::bigint), 12, '0')
    || '7' || lpad(to_hex(${hash(0)} & 4095), 3, '0')
    || to_hex(8 + (${hash(1)} & 3)) || lpad(to_hex(${hash(2)} & 1152921504606846975), 15, '0'))::uuid`
}

export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
