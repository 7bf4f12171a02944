import type { Serving } from '@aems/kit/serving.ts'
import type { JournalRow } from '../data/ledger-entries.ts'
import type { JournalResolvers } from '../graph.generated.ts'

export const Journal: Serving<JournalResolvers, JournalRow> = {
  entries: ({ journalRef }, _, { finance }) => finance.ledgerEntries.ofJournal(journalRef),
}
