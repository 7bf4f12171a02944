import { memberships, roles as ownRoles, sessions } from '@aems/drizzle/auth/tables.ts'
import type { DomainDatabase, ViewerTransaction } from '@aems/drizzle/client.ts'
import { list } from '@aems/kit/metrics/sql.ts'
import { and, asc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm'
import { notToGive } from '../domain/giving.ts'
import { roleNames, scopesOf } from '../domain/roles.ts'

/** How giving roles ended. `scopes` are what stands in the way. */
export type RolesOutcome =
  | { readonly kind: 'done'; readonly before: readonly string[]; readonly gained: readonly string[] }
  | { readonly kind: 'nobody' | 'last owner' | 'owner' }
  | { readonly kind: 'unknown role'; readonly name: string }
  | { readonly kind: 'not to give'; readonly scopes: readonly string[] }

interface Change {
  readonly companyId: string
  /** Whoever changes it. */
  readonly byId: string
  readonly userId: string
}

/** Changes of what members may do, and of who they are, by whoever manages them. */
export function memberChangeData({ asViewer, global }: DomainDatabase) {
  const asChanger = ({ companyId, byId }: Change) => ({ tenantId: companyId, userId: byId, scopes: [] })
  return {
    /** Gives a member roles in place of those that they have, where whoever does it may. */
    setRoles: (change: Change, roles: readonly string[]): Promise<RolesOutcome> =>
      asViewer(asChanger(change), async (tx) => {
        const { companyId, byId, userId } = change
        // Owners are locked as well, in one order: two who demote each other at once must not both succeed.
        const rows = await tx
          .select()
          .from(memberships)
          .where(
            and(
              eq(memberships.tenantId, companyId),
              or(inArray(memberships.userId, [byId, userId]), sql`'owner' = any(${memberships.roles})`),
            ),
          )
          .orderBy(asc(memberships.userId))
          .for('update')
        const by = rows.find((each) => each.userId === byId && each.suspendedAt === null)
        const member = rows.find((each) => each.userId === userId)
        if (!by || !member) return { kind: 'nobody' }
        const own = await scopesOfOwn(tx, companyId, [...roles, ...by.roles, ...member.roles])
        const unknown = roles.find((name) => !roleNames.includes(name) && !own.has(name))
        if (unknown !== undefined) return { kind: 'unknown role', name: unknown }
        const allowed = (names: readonly string[]) =>
          scopesOf(
            names,
            names.flatMap((name) => own.get(name) ?? []),
          )
        const isOwner = ({ roles: held }: { roles: readonly string[] }) => held.includes('owner')
        if (isOwner(member) !== roles.includes('owner') && !isOwner(by)) return { kind: 'owner' }
        const otherOwners = rows.filter((each) => isOwner(each) && each.suspendedAt === null && each.userId !== userId)
        if (isOwner(member) && !roles.includes('owner') && otherOwners.length === 0) return { kind: 'last owner' }
        const gained = [...allowed(roles).difference(allowed(member.roles))].sort()
        const scopes = notToGive(gained, { scopes: allowed(by.roles), toThemselves: byId === userId })
        if (scopes.length > 0) return { kind: 'not to give', scopes }
        await tx
          .update(memberships)
          .set({ roles: [...roles] })
          .where(of(companyId, userId))
        return { kind: 'done', before: member.roles, gained }
      }),
    /** False: there is no such member. */
    link: (change: Change, to: { employeeId: string | null; salesPersonId: string | null }): Promise<boolean> =>
      asViewer(asChanger(change), async (tx) => {
        const changed = await tx
          .update(memberships)
          .set(to)
          .where(of(change.companyId, change.userId))
          .returning({ userId: memberships.userId })
        return changed.length > 0
      }),
    /** Ends one session that acts in the company. False: the member has none such. */
    endSession: async ({ companyId, userId }: Omit<Change, 'byId'>, sessionId: string): Promise<boolean> => {
      const ended = await global
        .update(sessions)
        .set({ endedAt: sql`now()` })
        .where(and(eq(sessions.id, sessionId), actingIn(companyId, userId)))
        .returning({ id: sessions.id })
      return ended.length > 0
    },
    /**
     * Ends all sessions that act in the company, and bars those that act elsewhere from it. Gives how many have ended; null
     * where there is no such member.
     */
    endSessions: (change: Change): Promise<number | null> =>
      asViewer(asChanger(change), async (tx) => {
        const { companyId, userId } = change
        const barred = await tx
          .update(memberships)
          .set({ sessionsFrom: sql`now()` })
          .where(of(companyId, userId))
          .returning({ userId: memberships.userId })
        if (barred.length === 0) return null
        const ended = await tx
          .update(sessions)
          .set({ endedAt: sql`now()` })
          .where(actingIn(companyId, userId))
          .returning({ id: sessions.id })
        return ended.length
      }),
  }
}

const of = (companyId: string, userId: string) => and(eq(memberships.tenantId, companyId), eq(memberships.userId, userId))

const actingIn = (companyId: string, userId: string) =>
  and(
    eq(sessions.userId, userId),
    eq(sessions.companyId, companyId),
    isNull(sessions.endedAt),
    gt(sessions.expiresAt, sql`now()`),
  )

/** What the company's own among these roles allow. They stay until the transaction ends. */
async function scopesOfOwn(
  tx: ViewerTransaction,
  companyId: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx
    .select({ name: ownRoles.name, scopes: ownRoles.scopes })
    .from(ownRoles)
    .where(and(eq(ownRoles.tenantId, companyId), sql`${ownRoles.name} = any(${list(names, 'text')})`))
    .for('share')
  return new Map(rows.map(({ name, scopes }) => [name, scopes]))
}

export type MemberChanges = ReturnType<typeof memberChangeData>
