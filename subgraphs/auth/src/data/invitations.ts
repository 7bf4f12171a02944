import { companies, invitations, memberships, users } from '@aems/drizzle/auth/tables.ts'
import type { DomainDatabase, ViewerTransaction } from '@aems/drizzle/client.ts'
import { and, desc, eq, gt, isNull, ne, sql } from 'drizzle-orm'
import { type QueuedMail, queueMail } from './mails.ts'

export type InvitationRow = typeof invitations.$inferSelect
export type NewInvitation = typeof invitations.$inferInsert

/** What whoever shows a token is told of its invitation. */
export interface ShownInvitation {
  readonly tenantId: string
  readonly id: string
  readonly email: string
  readonly expiresAt: Date
  readonly companyName: string
  readonly invitedBy: string | null
}

/** Who accepts: somebody who has an account, or is to get one. */
export type Accepting = { readonly userId: string } | { readonly user: typeof users.$inferInsert }

const open = and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt))
const holds = and(open, gt(invitations.expiresAt, sql`now()`))

/** Invitations into companies. */
export function invitationData({ asViewer, global }: DomainDatabase) {
  const of = (tenantId: string) => ({ tenantId, userId: null, scopes: [] })
  const the = (tenantId: string, id: string) => and(eq(invitations.tenantId, tenantId), eq(invitations.id, id))
  return {
    /** Newest first. */
    ofCompany: (tenantId: string, count: number): Promise<InvitationRow[]> =>
      asViewer(of(tenantId), (tx) =>
        tx
          .select()
          .from(invitations)
          .where(eq(invitations.tenantId, tenantId))
          .orderBy(desc(invitations.createdAt), desc(invitations.id))
          .limit(count),
      ),
    isMember: (tenantId: string, userId: string): Promise<boolean> =>
      asViewer(of(tenantId), async (tx) => {
        const rows = await tx
          .select({ userId: memberships.userId })
          .from(memberships)
          .where(and(eq(memberships.tenantId, tenantId), eq(memberships.userId, userId)))
        return rows.length > 0
      }),
    /** Invites somebody; an open invitation of theirs gives way. */
    add: (invitation: NewInvitation, mail: QueuedMail): Promise<InvitationRow | null> =>
      asViewer(of(invitation.tenantId), async (tx) => {
        const place = `invitation ${invitation.tenantId} ${invitation.email.toLowerCase()}`
        await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${place}, 0))`)
        await tx
          .update(invitations)
          .set({ revokedAt: sql`now()` })
          .where(
            and(
              eq(invitations.tenantId, invitation.tenantId),
              eq(sql`lower(${invitations.email})`, invitation.email.toLowerCase()),
              ne(invitations.id, invitation.id),
              open,
            ),
          )
        const [row] = await tx.insert(invitations).values(invitation).returning()
        await queueMail(tx, mail)
        return row ?? null
      }),
    /** Null: it was accepted or revoked, or there is none such. */
    ofId: (tenantId: string, id: string): Promise<InvitationRow | null> =>
      asViewer(of(tenantId), async (tx) => {
        const [row] = await tx
          .select()
          .from(invitations)
          .where(and(the(tenantId, id), open))
        return row ?? null
      }),
    /** Mails an open invitation again with another token; the one before works no more. Null: it is open no more. */
    renew: (
      tenantId: string,
      id: string,
      next: { tokenHash: Buffer; expiresAt: Date },
      mail: QueuedMail,
    ): Promise<InvitationRow | null> =>
      asViewer(of(tenantId), async (tx) => {
        const [row] = await tx
          .update(invitations)
          .set(next)
          .where(and(the(tenantId, id), open))
          .returning()
        if (row) await queueMail(tx, mail)
        return row ?? null
      }),
    /** Null: it is open no more. */
    revoke: (tenantId: string, id: string): Promise<InvitationRow | null> =>
      asViewer(of(tenantId), async (tx) => {
        const [row] = await tx
          .update(invitations)
          .set({ revokedAt: sql`now()` })
          .where(and(the(tenantId, id), open))
          .returning()
        return row ?? null
      }),
    /** Null: no invitation that holds has this token. */
    shown: async (tokenHash: Buffer): Promise<ShownInvitation | null> => {
      const [found] = await global.execute<{ tenant_id: string; id: string }>(
        sql`select tenant_id, id from auth.invitation_with(${tokenHash})`,
      )
      if (!found) return null
      return asViewer(of(found.tenant_id), async (tx) => {
        const [row] = await tx
          .select({
            tenantId: invitations.tenantId,
            id: invitations.id,
            email: invitations.email,
            expiresAt: invitations.expiresAt,
            companyName: companies.name,
            invitedBy: users.name,
          })
          .from(invitations)
          .innerJoin(companies, eq(companies.id, invitations.tenantId))
          .leftJoin(users, eq(users.id, invitations.invitedBy))
          .where(and(the(found.tenant_id, found.id), holds))
        return row ?? null
      })
    },
    /**
     * Makes whoever accepts a member, once; of many at once, one succeeds. `gone`: it holds no more. `account`: there is an
     * account with that e-mail already. `member`: they belong to the company already.
     */
    accept: async ({ tenantId, id }: ShownInvitation, tokenHash: Buffer, who: Accepting): Promise<Accepted> => {
      try {
        return await asViewer(of(tenantId), async (tx) => {
          const [row] = await tx
            .update(invitations)
            .set({ acceptedAt: sql`now()` })
            .where(and(the(tenantId, id), eq(invitations.tokenHash, tokenHash), holds))
            .returning()
          if (!row) throw new NotAccepted('gone')
          return { kind: 'accepted', userId: await join(tx, row, who) } as const
        })
      } catch (error) {
        if (error instanceof NotAccepted) return { kind: error.why }
        throw error
      }
    },
  }
}

export type Invitations = ReturnType<typeof invitationData>
type Accepted = { kind: 'accepted'; userId: string } | { kind: NotAccepted['why'] }

/** Takes the transaction back. */
class NotAccepted extends Error {
  override name = 'NotAccepted'
  readonly why: 'gone' | 'account' | 'member'

  constructor(why: NotAccepted['why']) {
    super(why)
    this.why = why
  }
}

async function join(tx: ViewerTransaction, invitation: InvitationRow, who: Accepting): Promise<string> {
  const { tenantId, roles, employeeId, salesPersonId } = invitation
  if ('user' in who) {
    const added = await tx.insert(users).values(who.user).onConflictDoNothing().returning({ id: users.id })
    if (added.length === 0) throw new NotAccepted('account')
  } else {
    await tx.update(users).set({ emailVerifiedAt: sql`now()` }).where(eq(users.id, who.userId))
  }
  const userId = 'user' in who ? who.user.id : who.userId
  const joined = await tx
    .insert(memberships)
    .values({ tenantId, userId, roles, employeeId, salesPersonId })
    .onConflictDoNothing()
    .returning({ userId: memberships.userId })
  if (joined.length === 0) throw new NotAccepted('member')
  return userId
}
