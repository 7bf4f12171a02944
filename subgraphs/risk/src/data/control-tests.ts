import { controlTests } from '@aems/drizzle/risk/tables.ts'
import { type LimitedPagesOf, type List, limitedPagesOf, readList } from '@aems/kit/lists.ts'
import { type LoadOne, loadOne } from '@aems/kit/loaders.ts'
import { factRows, factRowsAsOf } from '@aems/kit/metrics/admission.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { desc, inArray, sql } from 'drizzle-orm'
import type { ControlTestState } from '../graph.generated.ts'
import { latestTests, testFacts } from '../metrics/facts/controls.ts'
import type { AdmissionInput, Admit } from './admission.ts'

export type ControlTestRow = typeof controlTests.$inferSelect
export type ControlTestPage = Connection<ControlTestRow>

export interface ControlTestListInput extends AdmissionInput {
  readonly state?: ControlTestState | null | undefined
}

/** Tests of controls as the viewer may see them. */
export interface ControlTestData {
  readonly byId: LoadOne<string, ControlTestRow>
  /** A control's latest. */
  readonly latestOf: LoadOne<string, ControlTestRow>
  readonly ofControl: LimitedPagesOf<ControlTestListInput, ControlTestRow>
  /** Those that the metrics of their state count under the same conditions; newest first. */
  list(input: ControlTestListInput, page: PageArguments): Promise<ControlTestPage>
}

const newestFirst: ListOrder = {
  name: 'TESTED_ON_DESC',
  direction: 'desc',
  keys: [
    { sql: sql`${controlTests.testedOn}`, type: 'date' },
    { sql: sql`${controlTests.id}`, type: 'uuid' },
  ],
}

export function controlTestData(read: Read, admit: Admit): ControlTestData {
  const listOf = async ({ state, ...input }: ControlTestListInput): Promise<List<typeof controlTests>> => {
    const admission = await admit('CONTROLS_TESTED', input)
    const rows = state === 'LATEST' ? factRowsAsOf(latestTests, admission) : factRows(testFacts, admission)
    return { table: controlTests, ...rows, order: newestFirst }
  }
  return {
    byId: loadById(read, controlTests),
    latestOf: loadOne(
      (controlIds) =>
        read((tx) =>
          tx
            .selectDistinctOn([controlTests.controlId])
            .from(controlTests)
            .where(inArray(controlTests.controlId, [...controlIds]))
            .orderBy(controlTests.controlId, desc(controlTests.testedOn)),
        ),
      ({ controlId }) => controlId,
    ),
    ofControl: limitedPagesOf(read, listOf, sql`${controlTests.controlId}`),
    list: async (input, page) => readList(read, await listOf(input), page),
  }
}
