import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { buildSubgraph } from '@aems/kit/build.ts'
import type { Subgraph } from '@aems/kit/subgraph.ts'
import { type Context, riskContext } from './context.ts'
import type { Resolvers, ResolversParentTypes } from './graph.generated.ts'
import { Control } from './resolvers/control.ts'
import { ControlTest } from './resolvers/control-test.ts'
import { Employee, OrgUnit, Product } from './resolvers/elsewhere.ts'
import { Filing } from './resolvers/filing.ts'
import { Finding } from './resolvers/finding.ts'
import { Framework } from './resolvers/framework.ts'
import { Incident } from './resolvers/incident.ts'
import { Mutation } from './resolvers/mutation.ts'
import { Query } from './resolvers/query.ts'
import { Requirement } from './resolvers/requirement.ts'
import { Risk } from './resolvers/risk.ts'
import { RiskAssessment } from './resolvers/risk-assessment.ts'
import { RiskIndicator } from './resolvers/risk-indicator.ts'

export interface RiskOptions {
  readonly database: DomainDatabase
}

/** What may go wrong, what did, and what the company does about it. */
export function createSubgraph({ database }: RiskOptions): Subgraph<Context> {
  return {
    name: 'risk',
    schema: buildSubgraph<Resolvers, ResolversParentTypes>('risk', {
      Query,
      Control,
      ControlTest,
      Employee,
      Filing,
      Finding,
      Framework,
      Incident,
      Mutation,
      OrgUnit,
      Product,
      Requirement,
      Risk,
      RiskAssessment,
      RiskIndicator,
    }),
    context: (request) => riskContext(database, request),
    close: () => database.close(),
  }
}
