import type { Serving } from '@aems/kit/serving.ts'
import type { Person } from '../data/people.ts'
import type { UserResolvers } from '../graph.generated.ts'

export const User: Serving<UserResolvers, Person> = {
  __resolveReference: ({ id }, { people }) => people.person(id),
}
