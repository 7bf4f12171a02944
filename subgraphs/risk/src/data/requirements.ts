import { controlLinks, requirements } from '@aems/drizzle/risk/tables.ts'
import { type LimitedPagesOf, type List, limitedPagesOf, readList } from '@aems/kit/lists.ts'
import { type LoadMany, type LoadOne, loadMany, loadOne } from '@aems/kit/loaders.ts'
import { factRowsAsOf } from '@aems/kit/metrics/admission.ts'
import type { Fact } from '@aems/kit/metrics/definition.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { and, asc, eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import type { RequirementState, RiskDimension } from '../graph.generated.ts'
import { applyingRequirements, coveredRequirements, isCoveredOn, uncoveredRequirements } from '../metrics/facts/requirements.ts'
import type { AdmissionInput, Admit } from './admission.ts'
import { matching } from './search.ts'

export type RequirementRow = typeof requirements.$inferSelect
export type RequirementPage = Connection<RequirementRow>

export interface RequirementListInput extends AdmissionInput {
  readonly state?: RequirementState | null | undefined
  readonly search?: string | null | undefined
}

/** Requirements as the viewer may see them. */
export interface RequirementData {
  readonly byId: LoadOne<string, RequirementRow>
  /** Whether a requirement is met as of today. */
  isCovered(id: string): Promise<boolean>
  /** A framework's, by ref. */
  readonly ofFramework: LimitedPagesOf<RequirementListInput, RequirementRow>
  /** Those that a control meets, by ref. */
  readonly ofControl: LoadMany<string, RequirementRow>
  /** Those that the metrics of their state count under the same conditions; by ref. */
  list(input: RequirementListInput, page: PageArguments): Promise<RequirementPage>
}

const byRef: ListOrder = { name: 'REF_ASC', direction: 'asc', keys: [{ sql: sql`${requirements.ref}`, type: 'text' }] }

const factOf: Readonly<Record<RequirementState, Fact<RiskDimension>>> = {
  ANY: applyingRequirements,
  COVERED: coveredRequirements,
  UNCOVERED: uncoveredRequirements,
}

/** @param today the company's. */
export function requirementData(read: Read, admit: Admit, today: string): RequirementData {
  const listOf = async ({ state, search, ...input }: RequirementListInput): Promise<List<typeof requirements>> => {
    const { from, where } = factRowsAsOf(factOf[state ?? 'ANY'], await admit('REQUIREMENTS_UNCOVERED', input))
    return { table: requirements, from, where: [...where, ...matching(search, requirements)], order: byRef }
  }
  const covered = loadOne(
    (ids: readonly string[]) =>
      read((tx) =>
        tx
          .select({ id: requirements.id })
          .from(requirements)
          .where(and(inArray(requirements.id, [...ids]), isCoveredOn(sql`${today}::date`))),
      ),
    ({ id }) => id,
  )
  return {
    byId: loadById(read, requirements),
    isCovered: async (id) => (await covered(id)) !== null,
    ofFramework: limitedPagesOf(read, listOf, sql`${requirements.frameworkId}`),
    ofControl: loadMany(
      (ids) =>
        read((tx) =>
          tx
            .selectDistinct({ controlId: controlLinks.controlId, ...getTableColumns(requirements) })
            .from(controlLinks)
            .innerJoin(
              requirements,
              and(eq(requirements.tenantId, controlLinks.tenantId), eq(requirements.id, controlLinks.requirementId)),
            )
            .where(inArray(controlLinks.controlId, [...ids]))
            .orderBy(asc(requirements.ref)),
        ),
      ({ controlId }) => controlId,
    ),
    list: async (input, page) => readList(read, await listOf(input), page),
  }
}
