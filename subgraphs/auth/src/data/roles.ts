import { memberships, roles } from '@aems/drizzle/auth/tables.ts'
import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { and, asc, eq, sql } from 'drizzle-orm'
import { roleDescriptions, roleNames, scopesOf } from '../domain/roles.ts'

/** A role that members of a company can have. */
export interface RoleRow {
  readonly name: string
  readonly description: string
  readonly scopes: readonly string[]
  readonly isOwn: boolean
  readonly memberCount: number
}

/** Roles of companies: those that come with the product, and their own. */
export function roleData({ asViewer }: DomainDatabase) {
  const asCompany = (tenantId: string) => ({ tenantId, userId: null, scopes: [] })
  const counts = sql<Record<string, number>>`(select coalesce(jsonb_object_agg(role, count), '{}') from (
    select role, count(*) from ${memberships} m, unnest(m.roles) role group by role) held)`
  return {
    /** Those that come with the product, then the company's own by name. */
    ofCompany: (companyId: string): Promise<RoleRow[]> =>
      asViewer(asCompany(companyId), async (tx) => {
        const [held] = await tx.execute<{ counts: Record<string, number> }>(sql`select ${counts} as counts`)
        const count = (name: string) => held?.counts[name] ?? 0
        const own = await tx.select().from(roles).where(eq(roles.tenantId, companyId)).orderBy(asc(roles.name))
        return [
          ...roleNames.map((name) => ({
            name,
            description: roleDescriptions[name] ?? '',
            scopes: [...scopesOf([name])].sort(),
            isOwn: false,
            memberCount: count(name),
          })),
          ...own.map(({ name, description, scopes }) => ({ name, description, scopes, isOwn: true, memberCount: count(name) })),
        ]
      }),
    /** False: the company has a role of that name. */
    add: (companyId: string, role: { name: string; description: string; scopes: readonly string[] }): Promise<boolean> =>
      asViewer(asCompany(companyId), async (tx) => {
        const made = await tx
          .insert(roles)
          .values({ tenantId: companyId, ...role, scopes: [...role.scopes] })
          .onConflictDoNothing()
          .returning({ name: roles.name })
        return made.length > 0
      }),
    /** False: the role is gone. */
    change: (companyId: string, role: { name: string; description: string; scopes: readonly string[] }): Promise<boolean> =>
      asViewer(asCompany(companyId), async (tx) => {
        const changed = await tx
          .update(roles)
          .set({ description: role.description, scopes: [...role.scopes], changedAt: sql`now()` })
          .where(and(eq(roles.tenantId, companyId), eq(roles.name, role.name)))
          .returning({ name: roles.name })
        return changed.length > 0
      }),
    /**
     * Removes a role; its holders get `replaceBy` in its place. Gives how many. `held`: somebody holds it and nothing is to
     * replace it. `gone`: there is none such.
     */
    remove: (companyId: string, name: string, replaceBy: string | null): Promise<number | 'held' | 'gone'> =>
      asViewer(asCompany(companyId), async (tx) => {
        const [role] = await tx
          .select({ name: roles.name })
          .from(roles)
          .where(and(eq(roles.tenantId, companyId), eq(roles.name, name)))
          .for('update')
        if (!role) return 'gone'
        const holders = sql`${memberships.tenantId} = ${companyId} and ${name} = any(${memberships.roles})`
        // Whoever is given roles meanwhile waits for these rows, and then finds the role gone.
        const held = await tx.select({ userId: memberships.userId }).from(memberships).where(holders).for('update')
        if (held.length > 0 && replaceBy === null) return 'held'
        if (held.length > 0) {
          await tx
            .update(memberships)
            .set({
              roles: sql`case when ${replaceBy} = any(${memberships.roles}) then array_remove(${memberships.roles}, ${name})
                else array_replace(${memberships.roles}, ${name}, ${replaceBy}) end`,
            })
            .where(holders)
        }
        await tx.delete(roles).where(and(eq(roles.tenantId, companyId), eq(roles.name, name)))
        return held.length
      }),
  }
}

export type Roles = ReturnType<typeof roleData>
