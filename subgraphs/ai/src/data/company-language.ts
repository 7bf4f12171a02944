import { terms, verifiedQuestions } from '@aems/drizzle/ai/tables.ts'
import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { newId } from '@aems/drizzle/ids.ts'
import { readingAs } from '@aems/kit/lists.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { type CompanyWords, folded } from '../domain/company-words.ts'

export type TermRow = typeof terms.$inferSelect
export type VerifiedRow = typeof verifiedQuestions.$inferSelect

/** The language of the viewer's company. */
export type CompanyLanguage = ReturnType<typeof companyLanguageData>

/** Another change came between: what was checked holds no more. */
export class LanguageChanged extends Error {
  override name = 'LanguageChanged'
}

export function companyLanguageData(database: DomainDatabase, viewer: Viewer) {
  const asViewer = readingAs(database, viewer)
  const tenantId = viewer.company.id
  let read: Promise<{ terms: TermRow[]; verified: VerifiedRow[] }> | undefined
  type Transaction = Parameters<Parameters<typeof asViewer>[0]>[0]
  const rowsIn = async (tx: Transaction) => ({
    terms: await tx.select().from(terms).where(eq(terms.tenantId, tenantId)).orderBy(asc(terms.folded)),
    verified: await tx
      .select()
      .from(verifiedQuestions)
      .where(eq(verifiedQuestions.tenantId, tenantId))
      .orderBy(desc(verifiedQuestions.verifiedAt)),
  })
  /** Writes, where the language is still what it was when the change was checked. */
  const write = <Row>(checked: CompanyWords, change: (tx: Transaction) => Promise<Row>): Promise<Row> =>
    asViewer(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`ai.terms ${tenantId}`}, 0))`)
      if (versionOf(await rowsIn(tx)) !== versionOf(checked))
        throw new LanguageChanged('The language of the company has changed.')
      read = undefined
      return change(tx)
    })
  return {
    /** All of it, read once for a request. */
    all: (): Promise<{ terms: TermRow[]; verified: VerifiedRow[] }> => {
      read ??= asViewer(rowsIn)
      return read
    },
    /** Reads it anew when next asked. */
    forget: (): void => {
      read = undefined
    },
    /** @throws LanguageChanged where another change came between. */
    define: (checked: CompanyWords, words: string, means: string): Promise<TermRow> =>
      write(checked, async (tx) => {
        const [row] = await tx
          .insert(terms)
          .values({ tenantId, id: newId(), words, folded: folded(words), means, definedBy: viewer.user.id })
          .onConflictDoUpdate({
            target: [terms.tenantId, terms.folded],
            set: { words, means, definedBy: viewer.user.id, definedAt: new Date() },
          })
          .returning()
        if (!row) throw new Error('A term was not written.')
        return row
      }),
    /** @throws LanguageChanged where another change came between. */
    remove: (checked: CompanyWords, id: string): Promise<void> =>
      write(checked, async (tx) => {
        await tx.delete(terms).where(and(eq(terms.tenantId, tenantId), eq(terms.id, id)))
      }),
    /** @throws LanguageChanged where another change came between. */
    verify: (checked: CompanyWords, question: string, isRight: boolean, means: string | null): Promise<VerifiedRow> =>
      write(checked, async (tx) => {
        const said = { question, isRight, means, verifiedBy: viewer.user.id }
        const [row] = await tx
          .insert(verifiedQuestions)
          .values({ tenantId, id: newId(), folded: folded(question), ...said })
          .onConflictDoUpdate({
            target: [verifiedQuestions.tenantId, verifiedQuestions.folded],
            set: { ...said, verifiedAt: new Date() },
          })
          .returning()
        if (!row) throw new Error('A question was not marked.')
        return row
      }),
  }
}

const versionOf = ({ terms: known, verified }: CompanyWords): string =>
  JSON.stringify([
    known.map(({ words, means }) => [words, means]).toSorted(),
    verified.map(({ question, isRight, means }) => [question, isRight, means]).toSorted(),
  ])
