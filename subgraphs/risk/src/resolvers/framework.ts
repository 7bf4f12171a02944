import type { Serving } from '@aems/kit/serving.ts'
import type { FrameworkRow } from '../data/frameworks.ts'
import type { FrameworkResolvers } from '../graph.generated.ts'

export const Framework: Serving<FrameworkResolvers, FrameworkRow> = {
  __resolveReference: ({ id }, { risk }) => risk.frameworks.byId(id),
  requirements: ({ id }, { first, after, ...limits }, { risk }) => risk.requirements.ofFramework(id, limits, { first, after }),
}
