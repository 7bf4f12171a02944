import type { ChangeRow } from '@aems/kit/changes.ts'
import type { Serving } from '@aems/kit/serving.ts'
import type { SalesChangeResolvers } from '../graph.generated.ts'

export const SalesChange: Serving<SalesChangeResolvers, ChangeRow> = {
  user: ({ userId }) => ({ id: userId }),
}
