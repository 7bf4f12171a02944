import type { Serving } from '@aems/kit/serving.ts'
import type { TrainingRecordRow } from '../data/training-records.ts'
import type { TrainingRecordResolvers } from '../graph.generated.ts'

export const TrainingRecord: Serving<TrainingRecordResolvers, TrainingRecordRow> = {
  __resolveReference: ({ id }, { hr }) => hr.trainingRecords.byId(id),
  employee: ({ employeeId }, _, { hr }) => hr.employees.byId(employeeId),
}
