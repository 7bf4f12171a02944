import postgres from 'postgres'

/** What the database itself spends on the statements that it is sent. */
export interface StatementClock {
  /** Milliseconds of planning and execution since it was last asked, summed over statements and connections. */
  spent(): Promise<number>
  close(): Promise<void>
}

/** Reads pg_stat_statements, as whoever may see the statements of all roles. */
export async function statementClock(adminUrl: string): Promise<StatementClock> {
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} })
  await admin`create extension if not exists pg_stat_statements`
  await admin`alter system set pg_stat_statements.track_planning = on`
  await admin`select pg_reload_conf()`
  const total = async () => {
    const [found] = await admin<{ ms: number }[]>`
      select coalesce(sum(total_plan_time + total_exec_time), 0)::float8 as ms from pg_stat_statements where userid <> current_user::regrole`
    return found?.ms ?? 0
  }
  let before = await total()
  return {
    spent: async () => {
      const now = await total()
      const ms = now - before
      before = now
      return ms
    },
    close: () => admin.end({ timeout: 5 }),
  }
}
