import { conversations, turns } from '@aems/drizzle/ai/tables.ts'
import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { newId } from '@aems/drizzle/ids.ts'
import { readingAs } from '@aems/kit/lists.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { and, asc, desc, eq, ilike, sql } from 'drizzle-orm'
import type { AnswerRecord } from '../domain/answer/record.ts'
import type { KeptMemory } from '../domain/memory.ts'

export type ConversationRow = typeof conversations.$inferSelect

/** What a turn keeps beside its answer: what the next question may build on. */
export interface KeptTurn {
  readonly memory: KeptMemory | null
}

/** A viewer's own conversations; row-level security shows no one else's. */
export type Conversations = ReturnType<typeof conversationData>

export function conversationData(database: DomainDatabase, viewer: Viewer) {
  const asViewer = readingAs(database, viewer)
  const tenantId = viewer.company.id
  const userId = viewer.user.id
  return {
    /** One, by its id; null where the viewer has none of that id. */
    byId: async (id: string): Promise<ConversationRow | null> => {
      if (!isUuid(id)) return null
      const [row] = await asViewer((tx) =>
        tx
          .select()
          .from(conversations)
          .where(and(eq(conversations.tenantId, tenantId), eq(conversations.id, id))),
      )
      return row ?? null
    },
    /** Latest first; `search` looks into titles. */
    list: (search: string | null, first: number): Promise<ConversationRow[]> =>
      asViewer((tx) =>
        tx
          .select()
          .from(conversations)
          .where(
            and(
              eq(conversations.tenantId, tenantId),
              eq(conversations.userId, userId),
              search ? ilike(conversations.title, `%${escaped(search)}%`) : undefined,
            ),
          )
          .orderBy(desc(conversations.updatedAt), desc(conversations.id))
          .limit(Math.min(Math.max(first, 1), 200)),
      ),
    /** Its answers, in their order. */
    answers: (conversationId: string): Promise<AnswerRecord[]> =>
      asViewer(async (tx) => {
        const rows = await tx
          .select({ answer: turns.answer })
          .from(turns)
          .where(and(eq(turns.tenantId, tenantId), eq(turns.conversationId, conversationId)))
          .orderBy(asc(turns.position))
        // Written below, from an AnswerRecord.
        return rows.map(({ answer }) => answer as AnswerRecord)
      }),
    /** One answer, by its id; null where the viewer has none of that id. */
    answer: async (id: string): Promise<AnswerRecord | null> => {
      if (!isUuid(id)) return null
      const [row] = await asViewer((tx) =>
        tx
          .select({ answer: turns.answer })
          .from(turns)
          .where(and(eq(turns.tenantId, tenantId), eq(turns.id, id))),
      )
      return row ? (row.answer as AnswerRecord) : null
    },
    /** What its last turn, or the one whose answer is named, left for the next question to build on. */
    memory: async (conversationId: string, answerId?: string): Promise<KeptMemory | null> => {
      if (answerId !== undefined && !isUuid(answerId)) return null
      const [row] = await asViewer((tx) =>
        tx
          .select({ understood: turns.understood })
          .from(turns)
          .where(
            and(
              eq(turns.tenantId, tenantId),
              eq(turns.conversationId, conversationId),
              answerId === undefined ? undefined : eq(turns.id, answerId),
            ),
          )
          .orderBy(desc(turns.position))
          .limit(1),
      )
      return row ? (row.understood as KeptTurn).memory : null
    },
    /** Adds an answer to its conversation, which begins with it where there is none yet. */
    add: (answer: AnswerRecord, kept: KeptTurn): Promise<void> =>
      asViewer(async (tx) => {
        const title = answer.question.slice(0, 200)
        await tx
          .insert(conversations)
          .values({ tenantId, id: answer.conversationId, userId, title })
          .onConflictDoUpdate({ target: [conversations.tenantId, conversations.id], set: { updatedAt: sql`now()` } })
        const position = sql<number>`(select coalesce(max(${turns.position}), 0) + 1 from ${turns} where ${turns.tenantId} = ${tenantId} and ${turns.conversationId} = ${answer.conversationId})`
        await tx.insert(turns).values({
          tenantId,
          id: answer.id,
          conversationId: answer.conversationId,
          userId,
          position,
          question: answer.question,
          understood: kept,
          answer,
        })
      }),
    /** Gives it another title; null where the viewer has none of that id. */
    rename: async (id: string, title: string): Promise<ConversationRow | null> => {
      if (!isUuid(id)) return null
      const [row] = await asViewer((tx) =>
        tx
          .update(conversations)
          .set({ title })
          .where(and(eq(conversations.tenantId, tenantId), eq(conversations.id, id)))
          .returning(),
      )
      return row ?? null
    },
    /** Deletes it with its answers; false where the viewer has none of that id. */
    remove: async (id: string): Promise<boolean> => {
      if (!isUuid(id)) return false
      const rows = await asViewer((tx) =>
        tx
          .delete(conversations)
          .where(and(eq(conversations.tenantId, tenantId), eq(conversations.id, id)))
          .returning({ id: conversations.id }),
      )
      return rows.length > 0
    },
    newId,
  }
}

/** Whether a text has the form of an id: what has not is nobody's. */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)
const escaped = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
