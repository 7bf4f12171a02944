import { randomUUID } from 'node:crypto'
import { conversations, shares, turns } from '@aems/drizzle/ai/tables.ts'
import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { readingAs } from '@aems/kit/lists.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { and, asc, eq } from 'drizzle-orm'
import { isUuid } from './conversations.ts'

export type ShareRow = typeof shares.$inferSelect

/** Conversations that were shared in the viewer's company: their questions alone, for answers are each reader's own. */
export type Shares = ReturnType<typeof shareData>

export function shareData(database: DomainDatabase, viewer: Viewer) {
  const asViewer = readingAs(database, viewer)
  const tenantId = viewer.company.id
  const userId = viewer.user.id
  const one = async (where: ReturnType<typeof and>): Promise<ShareRow | null> => {
    const [row] = await asViewer((tx) =>
      tx
        .select()
        .from(shares)
        .where(and(eq(shares.tenantId, tenantId), where)),
    )
    return row ?? null
  }
  return {
    /** By the id that its link carries; null where nobody shares it in the viewer's company. */
    byId: (id: string): Promise<ShareRow | null> => (isUuid(id) ? one(eq(shares.id, id)) : Promise.resolve(null)),
    /** Of a conversation of the viewer's own. */
    ofConversation: (conversationId: string): Promise<ShareRow | null> =>
      one(and(eq(shares.userId, userId), eq(shares.conversationId, conversationId))),
    /** Shares a conversation of the viewer's as it stands, under the id that it was shared by before; null where they have none. */
    share: async (conversationId: string): Promise<ShareRow | null> => {
      if (!isUuid(conversationId)) return null
      return asViewer(async (tx) => {
        const [conversation] = await tx
          .select({ title: conversations.title })
          .from(conversations)
          .where(and(eq(conversations.tenantId, tenantId), eq(conversations.id, conversationId)))
        if (!conversation) return null
        const asked = await tx
          .select({ question: turns.question })
          .from(turns)
          .where(and(eq(turns.tenantId, tenantId), eq(turns.conversationId, conversationId)))
          .orderBy(asc(turns.position))
        const standing = { title: conversation.title, questions: asked.map(({ question }) => question), sharedAt: new Date() }
        const [row] = await tx
          .insert(shares)
          .values({ tenantId, id: randomUUID(), conversationId, userId, ...standing })
          .onConflictDoUpdate({ target: [shares.tenantId, shares.conversationId], set: standing })
          .returning()
        return row ?? null
      })
    },
    /** Ends it; its link leads nowhere from then on. False where the viewer shares no such conversation. */
    end: async (conversationId: string): Promise<boolean> => {
      if (!isUuid(conversationId)) return false
      const rows = await asViewer((tx) =>
        tx
          .delete(shares)
          .where(and(eq(shares.tenantId, tenantId), eq(shares.userId, userId), eq(shares.conversationId, conversationId)))
          .returning({ id: shares.id }),
      )
      return rows.length > 0
    },
  }
}
