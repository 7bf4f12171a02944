import type { Serving } from '@aems/kit/serving.ts'
import type { ChangeRow } from '../data/changes.ts'
import type { HrChangeResolvers } from '../graph.generated.ts'

export const HrChange: Serving<HrChangeResolvers, ChangeRow> = {
  user: ({ userId }) => ({ id: userId }),
}
