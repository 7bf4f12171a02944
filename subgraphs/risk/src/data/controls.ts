import { controlLinks, controls } from '@aems/drizzle/risk/tables.ts'
import { type LimitedPagesOf, type List, limitedPagesOf, readList } from '@aems/kit/lists.ts'
import { type LoadMany, type LoadOne, loadMany } from '@aems/kit/loaders.ts'
import { everything, factRows, factRowsAsOf } from '@aems/kit/metrics/admission.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { and, asc, eq, getTableColumns, inArray, type SQL, sql } from 'drizzle-orm'
import type { ControlState } from '../graph.generated.ts'
import { implementedControls, overdueControls } from '../metrics/facts/controls.ts'
import type { Admission, AdmissionInput, Admit } from './admission.ts'
import { matching } from './search.ts'

export type ControlRow = typeof controls.$inferSelect
export type ControlPage = Connection<ControlRow>

export interface ControlListInput extends AdmissionInput {
  readonly state?: ControlState | null | undefined
  readonly search?: string | null | undefined
}

/** Controls as the viewer may see them. */
export interface ControlData {
  readonly byId: LoadOne<string, ControlRow>
  /** Those that hold a risk down, by ref. */
  readonly ofRisk: LoadMany<string, ControlRow>
  /** Those that meet a requirement, by ref. */
  readonly ofRequirement: LoadMany<string, ControlRow>
  /** Those that an employee answers for; by ref. */
  readonly ofOwner: LimitedPagesOf<ControlListInput, ControlRow>
  /** Those that the metrics of their state count under the same conditions; by ref. */
  list(input: ControlListInput, page: PageArguments): Promise<ControlPage>
}

const byRef: ListOrder = { name: 'REF_ASC', direction: 'asc', keys: [{ sql: sql`${controls.ref}`, type: 'text' }] }

export function controlData(read: Read, admit: Admit): ControlData {
  /** Controls linked with what a column of the links names. */
  const linkedBy = (to: typeof controlLinks.riskId | typeof controlLinks.requirementId) =>
    loadMany(
      (ids: readonly string[]) =>
        read((tx) =>
          tx
            .selectDistinct({ linkedId: to, ...getTableColumns(controls) })
            .from(controlLinks)
            .innerJoin(controls, and(eq(controls.tenantId, controlLinks.tenantId), eq(controls.id, controlLinks.controlId)))
            .where(inArray(to, [...ids]))
            .orderBy(asc(controls.ref)),
        ),
      ({ linkedId }) => linkedId ?? '',
    )
  const listOf = async ({ state, search, ...input }: ControlListInput): Promise<List<typeof controls>> => {
    const { from, where } = inState(state ?? 'ANY', await admit('CONTROLS', input))
    return { table: controls, from, where: [...where, ...matching(search, controls)], order: byRef }
  }
  return {
    byId: loadById(read, controls),
    ofRisk: linkedBy(controlLinks.riskId),
    ofRequirement: linkedBy(controlLinks.requirementId),
    ofOwner: limitedPagesOf(read, listOf, sql`${controls.ownerId}`),
    list: async (input, page) => readList(read, await listOf(input), page),
  }
}

/** The facts of the state's metrics, in the same words. */
function inState(state: ControlState, admission: Admission): { from: SQL; where: SQL[] } {
  if (state === 'ANY') return factRows(implementedControls, { conditions: admission.conditions, days: everything.days })
  return factRowsAsOf(state === 'OVERDUE' ? overdueControls : implementedControls, admission)
}
