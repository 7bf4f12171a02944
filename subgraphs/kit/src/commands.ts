import type { DomainDatabase, ViewerTransaction } from '@aems/drizzle/client.ts'
import { newId } from '@aems/drizzle/ids.ts'
import { type Column, sql, type Table } from 'drizzle-orm'
import { Refusal } from './refusal.ts'
import { rowViewer } from './row-viewer.ts'
import type { Viewer } from './viewer.ts'

/** What a command changed, and the event that tells of it. */
export interface Changed {
  readonly id: string
  readonly event: { readonly type: string; readonly subject: Readonly<Record<string, unknown>> }
}

export interface Command {
  /** Its name, as the graph has it. */
  readonly name: string
  /** The sender's own key: sent again, the command changes nothing and gives what it gave. */
  readonly idempotencyKey?: string | null | undefined
}

/**
 * Carries out a command in one transaction as the viewer: the change, its event in the domain's outbox, and the key that it
 * was sent with. Gives the id of what was changed.
 * @throws Refusal where `work` refuses, and nothing is changed then; or where the key was sent with another command before.
 */
export type RunCommand = (command: Command, work: (tx: ViewerTransaction) => Promise<Changed>) => Promise<string>

const longestKey = 200

/** Where a domain keeps what its commands came to, and what happened; alike in every schema. */
export interface CommandTables {
  readonly commands: Table & { readonly key: Column; readonly command: Column; readonly subjectId: Column }
  readonly outbox: Table
}

export function runningCommands(database: DomainDatabase, { commands, outbox }: CommandTables, viewer: Viewer): RunCommand {
  const tenantId = viewer.company.id
  return ({ name, idempotencyKey }, work) =>
    database.asViewer(rowViewer(viewer), async (tx) => {
      const key = idempotencyKey == null ? null : checkedKey(idempotencyKey)
      if (key !== null) {
        // Whoever sends the same key at the same time waits for the other to end.
        await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`command ${tenantId} ${key}`}, 0))`)
        const [done] = await tx.execute<{ command: string; id: string }>(
          sql`select ${commands.command} as command, ${commands.subjectId} as id from ${commands} where ${commands.key} = ${key}`,
        )
        if (done?.command === name) return done.id
        if (done) throw keyTaken(done.command)
      }
      const { id, event } = await work(tx)
      if (key !== null) {
        await tx.execute(sql`insert into ${commands} (tenant_id, key, command, subject_id)
          values (${tenantId}, ${key}, ${name}, ${id})`)
      }
      await tx.execute(sql`insert into ${outbox} (tenant_id, id, type, subject)
        values (${tenantId}, ${newId()}, ${event.type}, ${JSON.stringify({ id, ...event.subject })}::jsonb)`)
      return id
    })
}

function checkedKey(key: string): string {
  if (key.length > 0 && key.length <= longestKey && !key.includes('\0')) return key
  throw new Refusal(`An idempotency key has 1 to ${longestKey} characters.`, ['input', 'idempotencyKey'], 'value')
}

const keyTaken = (command: string): Refusal =>
  new Refusal(`This idempotency key was used for ${command} before. Give each command a key of its own.`, [
    'input',
    'idempotencyKey',
  ])
