import type { Serving } from '@aems/kit/serving.ts'
import type { ControlTestRow } from '../data/control-tests.ts'
import type { ControlTestResolvers } from '../graph.generated.ts'
import { named } from './named.ts'

export const ControlTest: Serving<ControlTestResolvers, Omit<ControlTestRow, 'result'>> = {
  __resolveReference: ({ id }, { risk }) => risk.controlTests.byId(id),
  control: ({ controlId }, _, { risk }) => risk.controls.byId(controlId),
  result: ({ result }) => named(['EFFECTIVE', 'PARTLY_EFFECTIVE', 'INEFFECTIVE'], result),
}
