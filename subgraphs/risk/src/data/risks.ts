import { controlLinks, risks } from '@aems/drizzle/risk/tables.ts'
import { type LimitedPagesOf, type List, limitedPagesOf, readList } from '@aems/kit/lists.ts'
import { type LoadMany, type LoadOne, loadMany } from '@aems/kit/loaders.ts'
import { everything, factRows, factRowsAsOf } from '@aems/kit/metrics/admission.ts'
import type { Fact } from '@aems/kit/metrics/definition.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { and, asc, eq, getTableColumns, inArray, type SQL, sql } from 'drizzle-orm'
import type { RiskDimension, RiskListOrder, RiskState } from '../graph.generated.ts'
import { criticalRisks, currentScore, openRisks, risksOverAppetite, unreviewedRisks } from '../metrics/facts/risks.ts'
import type { Admission, AdmissionInput, Admit } from './admission.ts'
import { matching } from './search.ts'

export type RiskRow = typeof risks.$inferSelect
export type RiskPage = Connection<RiskRow>

export interface RiskListInput extends AdmissionInput {
  readonly state?: RiskState | null | undefined
  readonly orderBy?: RiskListOrder | null | undefined
  readonly search?: string | null | undefined
}

/** Risks as the viewer may see them. */
export interface RiskData {
  readonly byId: LoadOne<string, RiskRow>
  /** Those that an employee answers for. */
  readonly ofOwner: LimitedPagesOf<RiskListInput, RiskRow>
  readonly ofOrgUnit: LimitedPagesOf<RiskListInput, RiskRow>
  /** Those that a control holds down, by ref. */
  readonly ofControl: LoadMany<string, RiskRow>
  /** Those that the metrics of their state count under the same conditions. */
  list(input: RiskListInput, page: PageArguments): Promise<RiskPage>
}

const id = { sql: sql`${risks.id}`, type: 'uuid' } as const

const sorts: Readonly<Record<RiskListOrder, ListOrder>> = {
  SCORE_DESC: { name: 'SCORE_DESC', direction: 'desc', keys: [{ sql: currentScore, type: 'numeric' }, id] },
  IDENTIFIED_ON_DESC: {
    name: 'IDENTIFIED_ON_DESC',
    direction: 'desc',
    keys: [{ sql: sql`${risks.identifiedOn}`, type: 'date' }, id],
  },
}

export function riskData(read: Read, admit: Admit): RiskData {
  const listOf = async ({ state, search, orderBy, ...input }: RiskListInput): Promise<List<typeof risks>> => {
    const { from, where } = inState(state ?? 'ANY', await admit('OPEN_RISKS', input))
    return { table: risks, from, where: [...where, ...matching(search, risks)], order: sorts[orderBy ?? 'SCORE_DESC'] }
  }
  return {
    byId: loadById(read, risks),
    ofOwner: limitedPagesOf(read, listOf, sql`${risks.ownerId}`),
    ofOrgUnit: limitedPagesOf(read, listOf, sql`${risks.orgUnitId}`),
    ofControl: loadMany(
      (ids) =>
        read((tx) =>
          tx
            .selectDistinct({ controlId: controlLinks.controlId, ...getTableColumns(risks) })
            .from(controlLinks)
            .innerJoin(risks, and(eq(risks.tenantId, controlLinks.tenantId), eq(risks.id, controlLinks.riskId)))
            .where(inArray(controlLinks.controlId, [...ids]))
            .orderBy(asc(risks.ref)),
        ),
      ({ controlId }) => controlId,
    ),
    list: async (input, page) => readList(read, await listOf(input), page),
  }
}

const factOf: Readonly<Record<Exclude<RiskState, 'ANY'>, Fact<RiskDimension>>> = {
  OPEN: openRisks,
  CRITICAL: criticalRisks,
  OVER_APPETITE: risksOverAppetite,
  REVIEW_OVERDUE: unreviewedRisks,
}

/** The facts of the state's metrics, in the same words. */
function inState(state: RiskState, admission: Admission): { from: SQL; where: SQL[] } {
  return state === 'ANY' ? there(admission) : factRowsAsOf(factOf[state], admission)
}

/** Risks that were there at some time in the period. */
function there({ conditions, days }: Admission): { from: SQL; where: SQL[] } {
  const { from, where } = factRows(openRisks, { conditions, days: everything.days })
  const began = days.to === null ? [] : [sql`${risks.identifiedOn} <= ${days.to}::date`]
  const ended = days.from === null ? [] : [sql`(${risks.closedOn} is null or ${risks.closedOn} >= ${days.from}::date)`]
  return { from, where: [...where, ...began, ...ended] }
}
