import { companies, memberships, roles as ownRoles } from '@aems/drizzle/auth/tables.ts'
import type { DomainDatabase } from '@aems/drizzle/client.ts'
import type { Company } from '@aems/kit/viewer.ts'
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { scopesOf } from '../domain/roles.ts'

/** Where someone belongs, and as what. */
export interface Membership {
  readonly company: Company
  readonly roles: readonly string[]
  readonly employeeId: string | null
  readonly salesPersonId: string | null
  /** What the roles allow. */
  readonly scopes: ReadonlySet<string>
  /** Sessions that began before do not act there; null: all do. */
  readonly sessionsFrom: Date | null
}

/** The scopes of those roles that are the company's own. */
const ownScopes = sql<string[]>`array(select distinct unnest(r.scopes) from ${ownRoles} r
  where r.tenant_id = ${memberships.tenantId} and r.name = any(${memberships.roles}))`

const companyColumns = {
  id: companies.id,
  key: companies.key,
  name: companies.name,
  currency: companies.currency,
  fiscalYearStartMonth: companies.fiscalYearStartMonth,
  timeZone: companies.timeZone,
  asOf: companies.asOf,
}

/** Which people belong to which companies. */
export function membershipData({ asViewer }: DomainDatabase) {
  const asSelf = (userId: string) => ({ tenantId: null, userId, scopes: [] })
  return {
    /** Last used first; those never used by name. Where they are suspended, they do not belong. */
    ofUser: async (userId: string): Promise<Membership[]> => {
      const found = await asViewer(asSelf(userId), (tx) =>
        tx
          .select({
            company: companyColumns,
            roles: memberships.roles,
            employeeId: memberships.employeeId,
            salesPersonId: memberships.salesPersonId,
            sessionsFrom: memberships.sessionsFrom,
            ownScopes,
          })
          .from(memberships)
          .innerJoin(companies, eq(companies.id, memberships.tenantId))
          .where(and(eq(memberships.userId, userId), isNull(memberships.suspendedAt)))
          .orderBy(sql`${memberships.lastUsedAt} desc nulls last`, asc(companies.name)),
      )
      return found.map(({ ownScopes: own, ...membership }) => ({ ...membership, scopes: scopesOf(membership.roles, own) }))
    },
    /** Gives someone these roles in a company, in place of those that they had. */
    set: async (companyId: string, userId: string, roles: readonly string[]): Promise<void> => {
      await asViewer({ tenantId: companyId, userId, scopes: [] }, (tx) =>
        tx
          .insert(memberships)
          .values({ tenantId: companyId, userId, roles: [...roles] })
          .onConflictDoUpdate({ target: [memberships.tenantId, memberships.userId], set: { roles: [...roles] } }),
      )
    },
    /**
     * Suspends or restores a member on another's behalf. `nobody`: one of both is no member, or whoever does it is suspended
     * by now. `owner`: the member is an owner and the other one is not.
     */
    suspend: (
      companyId: string,
      { byId, userId, suspended }: { byId: string; userId: string; suspended: boolean },
    ): Promise<'done' | 'nobody' | 'owner'> =>
      asViewer({ tenantId: companyId, userId: byId, scopes: [] }, async (tx) => {
        // Both are locked, in one order: two owners who suspend each other at once must not both succeed.
        const both = await tx
          .select()
          .from(memberships)
          .where(and(eq(memberships.tenantId, companyId), inArray(memberships.userId, [byId, userId])))
          .orderBy(asc(memberships.userId))
          .for('update')
        const by = both.find((each) => each.userId === byId && each.suspendedAt === null)
        const member = both.find((each) => each.userId === userId)
        if (!by || !member) return 'nobody'
        if (member.roles.includes('owner') && !by.roles.includes('owner')) return 'owner'
        await tx
          .update(memberships)
          .set({ suspendedAt: suspended ? sql`coalesce(${memberships.suspendedAt}, now())` : null })
          .where(and(eq(memberships.tenantId, companyId), eq(memberships.userId, userId)))
        return 'done'
      }),
    /** Remembers that someone acts in a company: it is where they start next time. */
    use: async (companyId: string, userId: string): Promise<void> => {
      await asViewer(asSelf(userId), (tx) =>
        tx
          .update(memberships)
          .set({ lastUsedAt: sql`now()` })
          .where(and(eq(memberships.tenantId, companyId), eq(memberships.userId, userId))),
      )
    },
  }
}

export type Memberships = ReturnType<typeof membershipData>
