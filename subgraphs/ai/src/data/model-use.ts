import { modelUse } from '@aems/drizzle/ai/tables.ts'
import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { readingAs } from '@aems/kit/lists.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { and, eq, sql } from 'drizzle-orm'

/** What the company's questions cost a language model. */
export type ModelUse = ReturnType<typeof modelUseData>

export function modelUseData(database: DomainDatabase, viewer: Viewer) {
  const asViewer = readingAs(database, viewer)
  const tenantId = viewer.company.id
  const usedOn = () => new Date().toISOString().slice(0, 10)
  return {
    /** Tokens of today (UTC). */
    ofToday: async (): Promise<number> => {
      const [row] = await asViewer((tx) =>
        tx
          .select({ tokens: modelUse.tokens })
          .from(modelUse)
          .where(and(eq(modelUse.tenantId, tenantId), eq(modelUse.usedOn, usedOn()))),
      )
      return row?.tokens ?? 0
    },
    add: (tokens: number): Promise<void> =>
      asViewer(async (tx) => {
        await tx
          .insert(modelUse)
          .values({ tenantId, usedOn: usedOn(), tokens })
          .onConflictDoUpdate({
            target: [modelUse.tenantId, modelUse.usedOn],
            set: { tokens: sql`${modelUse.tokens} + ${tokens}` },
          })
      }),
  }
}
