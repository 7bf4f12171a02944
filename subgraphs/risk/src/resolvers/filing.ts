import type { Serving } from '@aems/kit/serving.ts'
import type { FilingRow } from '../data/filings.ts'
import type { FilingResolvers } from '../graph.generated.ts'
import { referenceTo } from './named.ts'

export const Filing: Serving<FilingResolvers, FilingRow> = {
  __resolveReference: ({ id }, { risk }) => risk.filings.byId(id),
  owner: ({ ownerId }) => referenceTo(ownerId),
}
