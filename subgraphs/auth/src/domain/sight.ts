/** Lists of scopes: whoever holds all of one of them meets the demand. */
export type Demand = readonly (readonly string[])[]

/**
 * The scopes by which someone meets every demand: of each, those of the first list that they hold. Null: they do not.
 */
export function scopesThatLet(held: ReadonlySet<string>, demands: readonly Demand[]): string[] | null {
  const through = new Set<string>()
  for (const demand of demands) {
    const met = demand.find((all) => all.every((scope) => held.has(scope)))
    if (!met) return null
    for (const scope of met) through.add(scope)
  }
  return [...through].sort()
}

/** Which of someone's roles give them at least one of these scopes. */
export const rolesWith = (
  scopes: readonly string[],
  roles: readonly string[],
  allowedBy: (role: string) => ReadonlySet<string>,
): string[] => roles.filter((role) => scopes.some((scope) => allowedBy(role).has(scope)))
