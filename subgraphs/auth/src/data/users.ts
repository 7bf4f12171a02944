import { users } from '@aems/drizzle/auth/tables.ts'
import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { asc, eq, sql } from 'drizzle-orm'

export type UserRow = typeof users.$inferSelect

/** People who sign in. They are global: this domain's role alone reaches them. */
export function userData({ global }: DomainDatabase) {
  const first = async (rows: Promise<UserRow[]>): Promise<UserRow | null> => (await rows)[0] ?? null
  return {
    byId: (id: string) => first(global.select().from(users).where(eq(users.id, id))),
    byEmail: (email: string) =>
      first(
        global
          .select()
          .from(users)
          .where(eq(sql`lower(${users.email})`, email.trim().toLowerCase())),
      ),
    /** Whoever was there first: the owner of an embedded installation. */
    first: () => first(global.select().from(users).orderBy(asc(users.createdAt), asc(users.id)).limit(1)),
    /** Null: there is already someone with that e-mail. */
    add: (user: typeof users.$inferInsert) => first(global.insert(users).values(user).onConflictDoNothing().returning()),
    setPassword: async (id: string, passwordHash: string): Promise<void> => {
      await global.update(users).set({ passwordHash, mustChangePassword: false }).where(eq(users.id, id))
    },
  }
}

export type Users = ReturnType<typeof userData>
