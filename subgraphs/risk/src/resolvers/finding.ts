import type { Serving } from '@aems/kit/serving.ts'
import type { FindingRow } from '../data/findings.ts'
import type { FindingResolvers } from '../graph.generated.ts'
import { named, referenceTo, severities } from './named.ts'

export const Finding: Serving<FindingResolvers, Omit<FindingRow, 'severity'>> = {
  __resolveReference: ({ id }, { risk }) => risk.findings.byId(id),
  control: ({ controlId }, _, { risk }) => (controlId === null ? null : risk.controls.byId(controlId)),
  severity: ({ severity }) => named(severities, severity),
  owner: ({ ownerId }) => referenceTo(ownerId),
}
