import type { Serving } from '@aems/kit/serving.ts'
import type { ControlRow } from '../data/controls.ts'
import { dayAfter, intervalOf } from '../domain/frequency.ts'
import type { ControlResolvers } from '../graph.generated.ts'
import { named, referenceTo } from './named.ts'

export const Control: Serving<ControlResolvers, Omit<ControlRow, 'status'>> = {
  __resolveReference: ({ id }, { risk }) => risk.controls.byId(id),
  owner: ({ ownerId }) => referenceTo(ownerId),
  status: ({ status }) => (status === null ? null : named(['PLANNED', 'IMPLEMENTED', 'RETIRED'], status)),
  latestTest: ({ id }, _, { risk }) => risk.controlTests.latestOf(id),
  nextTestDueOn: async ({ id, frequency }, _, { risk }) => {
    const interval = intervalOf(frequency)
    const latest = interval && (await risk.controlTests.latestOf(id))
    return interval && latest ? dayAfter(latest.testedOn, interval) : null
  },
  risks: ({ id }, _, { risk }) => risk.risks.ofControl(id),
  requirements: ({ id }, _, { risk }) => risk.requirements.ofControl(id),
  tests: ({ id }, { first, after, ...limits }, { risk }) => risk.controlTests.ofControl(id, limits, { first, after }),
  findings: ({ id }, { first, after, ...limits }, { risk }) => risk.findings.ofControl(id, limits, { first, after }),
}
