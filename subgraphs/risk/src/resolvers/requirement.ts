import type { Serving } from '@aems/kit/serving.ts'
import type { RequirementRow } from '../data/requirements.ts'
import type { RequirementResolvers } from '../graph.generated.ts'

export const Requirement: Serving<RequirementResolvers, RequirementRow> = {
  __resolveReference: ({ id }, { risk }) => risk.requirements.byId(id),
  framework: ({ frameworkId }, _, { risk }) => risk.frameworks.byId(frameworkId),
  parent: ({ parentId }, _, { risk }) => (parentId === null ? null : risk.requirements.byId(parentId)),
  covered: ({ id }, _, { risk }) => risk.requirements.isCovered(id),
  controls: ({ id }, _, { risk }) => risk.controls.ofRequirement(id),
}
