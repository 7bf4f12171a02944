import type { Domain } from '@aems/schema/sdl.ts'
import type postgres from 'postgres'
import { newId } from '../ids.ts'
import { appRole } from '../roles.ts'
import { loadedFiles } from './format.ts'
import { loadingDomain } from './tables.ts'
import type { Changes } from './upsert.ts'

/** What became of one file's rows. */
type Count = Changes & { readonly file: string }

/** Tells every domain whose files were written, in the same transaction: one event for each, with its files' counts. */
export async function tellDomains(
  session: postgres.TransactionSql,
  companyId: string,
  type: 'company.imported' | 'company.import_rolled_back',
  importId: string,
  counts: readonly Count[],
): Promise<void> {
  const byDomain = new Map<Domain, Count[]>()
  for (const count of counts) {
    const format = loadedFiles.find(({ name }) => name === count.file)
    if (format === undefined) continue
    const domain = loadingDomain(format)
    byDomain.set(domain, [...(byDomain.get(domain) ?? []), count])
  }
  for (const [domain, files] of byDomain) {
    await session.unsafe(`set local role ${appRole(domain)}`)
    const [kept] = await session`select to_regclass(${`${domain}.outbox`}) is not null as outbox`
    const subject = JSON.stringify({ import: importId, files })
    // A domain that nobody can change yet but by imports has no outbox.
    if (kept?.['outbox'] === true)
      await session`insert into ${session(`${domain}.outbox`)} (tenant_id, id, type, subject)
        values (${companyId}, ${newId()}, ${type}, ${subject}::text::jsonb)`
    await session`set local role none`
  }
}
