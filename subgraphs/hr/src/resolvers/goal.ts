import type { Serving } from '@aems/kit/serving.ts'
import type { GoalRow } from '../data/goals.ts'
import type { GoalResolvers } from '../graph.generated.ts'

export const Goal: Serving<GoalResolvers, Omit<GoalRow, 'weight'>> = {
  __resolveReference: ({ id }, { hr }) => hr.goals.byId(id),
  employee: ({ employeeId }, _, { hr }) => hr.employees.byId(employeeId),
  weight: ({ weight }) => weight ?? '1',
  changes: ({ id }, _, { hr }) => hr.changes.ofSubject(id),
}
