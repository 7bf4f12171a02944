import type { ChangeRow } from '@aems/kit/changes.ts'
import type { Serving } from '@aems/kit/serving.ts'
import type { HrChangeResolvers } from '../graph.generated.ts'

export const HrChange: Serving<HrChangeResolvers, ChangeRow> = {
  user: ({ userId }) => ({ id: userId }),
}
