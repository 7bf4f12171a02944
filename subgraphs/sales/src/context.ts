import type { DomainDatabase } from '@aems/drizzle/client.ts'
import type { ChangeData } from '@aems/kit/changes.ts'
import { unauthenticated } from '@aems/kit/errors.ts'
import { readingAs } from '@aems/kit/lists.ts'
import { admitting } from '@aems/kit/metrics/admission.ts'
import type { SubgraphRequest } from '@aems/kit/subgraph.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { changeData } from './data/changes.ts'
import { type CohortData, cohortData } from './data/cohorts.ts'
import { type SalesCommands, salesCommands } from './data/commands/commands.ts'
import { type CustomerData, customerData } from './data/customers.ts'
import { type MetricData, metricData } from './data/metrics.ts'
import { type OpportunityData, opportunityData } from './data/opportunities.ts'
import { type OpportunityStageData, opportunityStageData } from './data/opportunity-stages.ts'
import { type OrderLineData, orderLineData } from './data/order-lines.ts'
import { type OrderData, orderData } from './data/orders.ts'
import { type SalesPersonData, salesPersonData } from './data/sales-people.ts'
import { type SalesTargetData, salesTargetData } from './data/sales-targets.ts'
import { type TerritoryData, territoryData } from './data/territories.ts'
import { salesCatalogue } from './metrics/metrics.ts'

/** What resolvers work with, made anew for each request: look-ups share their batches within one. */
export interface Context {
  readonly viewer: Viewer | null
  /** The domain's data. @throws GraphError UNAUTHENTICATED where nobody is signed in. */
  readonly sales: SalesData
  /** Forgets what was looked up: something was changed. */
  forget(): void
}

/** The domain's data as one viewer may see it. */
export interface SalesData {
  readonly metrics: MetricData
  readonly territories: TerritoryData
  readonly customers: CustomerData
  readonly salesPeople: SalesPersonData
  readonly orders: OrderData
  readonly orderLines: OrderLineData
  readonly opportunities: OpportunityData
  readonly opportunityStages: OpportunityStageData
  readonly salesTargets: SalesTargetData
  readonly cohorts: CohortData
  readonly changes: ChangeData
  readonly commands: SalesCommands
}

function salesData(database: DomainDatabase, viewer: Viewer): SalesData {
  const read = readingAs(database, viewer)
  const admit = admitting(salesCatalogue, read, viewer)
  return {
    metrics: metricData(database, viewer),
    territories: territoryData(read),
    customers: customerData(read, admit),
    salesPeople: salesPersonData(read),
    orders: orderData(read, admit),
    orderLines: orderLineData(read, admit),
    opportunities: opportunityData(read, admit),
    opportunityStages: opportunityStageData(read),
    salesTargets: salesTargetData(read, admit),
    cohorts: cohortData(read, admit, viewer),
    changes: changeData(read),
    commands: salesCommands(database, viewer),
  }
}

export function salesContext(database: DomainDatabase, { viewer }: SubgraphRequest): Context {
  let data: SalesData | undefined
  return {
    viewer,
    get sales() {
      if (!viewer) throw unauthenticated()
      data ??= salesData(database, viewer)
      return data
    },
    forget: () => {
      data = undefined
    },
  }
}
