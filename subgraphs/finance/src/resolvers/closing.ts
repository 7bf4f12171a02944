import type { Serving } from '@aems/kit/serving.ts'
import type { ClosingRow } from '../data/closings.ts'
import type { ClosingResolvers } from '../graph.generated.ts'

export const Closing: Serving<ClosingResolvers, ClosingRow> = {
  closedBy: ({ userId }) => ({ id: userId }),
}
