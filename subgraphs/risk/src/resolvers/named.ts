/**
 * The graph's name of a value that the database keeps in lower case.
 * @throws {TypeError} where there is none: the database admits no such value.
 */
export function named<const Name extends string>(names: readonly Name[], value: string): Name {
  const found = names.find((name) => name === value.toUpperCase())
  if (found === undefined) throw new TypeError(`${value} is none of ${names.join(', ')}.`)
  return found
}

export const severities = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const

/** Another domain's entity, by its id; the domain itself tells the rest. */
export const referenceTo = (id: string | null): { readonly id: string } | null => (id === null ? null : { id })
