import { candidateStages, candidates } from '@aems/drizzle/hr/tables.ts'
import { type LimitedPagesOf, type List, limitedPagesOf, readList } from '@aems/kit/lists.ts'
import { type LoadMany, type LoadOne, loadMany } from '@aems/kit/loaders.ts'
import { factRows } from '@aems/kit/metrics/admission.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { asc, inArray, type SQL, sql } from 'drizzle-orm'
import type { CandidateState } from '../graph.generated.ts'
import { applications, hiredCandidates, offers } from '../metrics/hiring-facts.ts'
import type { Admission, AdmissionInput, Admit } from './admission.ts'

export type CandidateRow = typeof candidates.$inferSelect
export type CandidateStageRow = typeof candidateStages.$inferSelect
export type CandidatePage = Connection<CandidateRow>

export interface CandidateListInput extends AdmissionInput {
  readonly state?: CandidateState | null | undefined
}

/** Candidates as the viewer may see them. */
export interface CandidateData {
  readonly byId: LoadOne<string, CandidateRow>
  readonly stageById: LoadOne<string, CandidateStageRow>
  /** The stages of a candidate, earliest first. */
  readonly stagesOf: LoadMany<string, CandidateStageRow>
  /** Those who applied for a requisition, latest first. */
  readonly ofRequisition: LimitedPagesOf<CandidateListInput, CandidateRow>
  /** Those that the metrics of their state count under the same conditions; latest application first. */
  list(input: CandidateListInput, page: PageArguments): Promise<CandidatePage>
}

const latestFirst: ListOrder = {
  name: 'APPLIED_ON_DESC',
  direction: 'desc',
  keys: [
    { sql: sql`${candidates.appliedOn}`, type: 'date' },
    { sql: sql`${candidates.id}`, type: 'uuid' },
  ],
}

export function candidateData(read: Read, admit: Admit): CandidateData {
  const listOf = async ({ state, ...input }: CandidateListInput): Promise<List<typeof candidates>> => {
    const rows = inState(state ?? 'ANY', await admit('CANDIDATES', input))
    return { table: candidates, ...rows, order: latestFirst }
  }
  return {
    byId: loadById(read, candidates),
    stageById: loadById(read, candidateStages),
    stagesOf: loadMany(
      (ids) =>
        read((tx) =>
          tx
            .select()
            .from(candidateStages)
            .where(inArray(candidateStages.candidateId, [...ids]))
            .orderBy(asc(candidateStages.enteredOn), asc(candidateStages.id)),
        ),
      ({ candidateId }) => candidateId,
    ),
    ofRequisition: limitedPagesOf(read, listOf, sql`${candidates.requisitionId}`),
    list: async (input, page) => readList(read, await listOf(input), page),
  }
}

/** The facts of the state's metrics, in the same words. */
function inState(state: CandidateState, admission: Admission): { from: SQL; where: SQL[] } {
  switch (state) {
    case 'APPLIED':
      return factRows(applications, admission)
    case 'OFFERED':
      return having(factRows(offers, admission), sql`${candidates.offeredOn} is not null`)
    case 'HIRED':
      return having(factRows(hiredCandidates, admission), sql`${candidates.hiredOn} is not null`)
    case 'ANY':
      return factRows(applications, { ...admission, days: { from: null, to: admission.days.to } })
  }
}

const having = ({ from, where }: { from: SQL; where: SQL[] }, condition: SQL) => ({ from, where: [...where, condition] })
