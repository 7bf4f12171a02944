import type { Serving } from '@aems/kit/serving.ts'
import { type Company as CompanyRow, today } from '@aems/kit/viewer.ts'
import type { CompanyResolvers } from '../graph.generated.ts'

export const Company: Serving<CompanyResolvers, Omit<CompanyRow, 'asOf'>> = {
  __resolveReference: ({ id }, { people }) => people.company(id),
  asOf: (company) => today(company),
}
