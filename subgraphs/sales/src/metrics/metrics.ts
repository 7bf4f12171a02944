import {
  customers,
  opportunities,
  opportunityStages,
  orders,
  projectedProducts,
  salesPeople,
  territories,
} from '@aems/drizzle/sales/tables.ts'
import { defineCatalogue } from '@aems/kit/metrics/catalogue.ts'
import type { DimensionDefinition, MemberSource, MetricDefinition } from '@aems/kit/metrics/definition.ts'
import type { SalesDimension, SalesMetric } from '../graph.generated.ts'
import * as ofCustomers from './customers.ts'
import * as ofFulfilment from './fulfilment.ts'
import * as ofFunnel from './funnel.ts'
import { opportunityRollup } from './opportunity-rollup.ts'
import * as ofPipeline from './pipeline.ts'
import * as ofQuota from './quota.ts'
import * as ofRevenue from './revenue.ts'
import { orderRollup } from './rollups.ts'

const entity = (table: typeof customers | typeof territories | typeof salesPeople | typeof projectedProducts) =>
  ({ kind: 'entity', members: [{ table, id: table.id, value: table.name, code: table.ref }] }) satisfies DimensionDefinition

const value = (table: MemberSource['table'], column: MemberSource['value']) =>
  ({ kind: 'value', members: [{ table, value: column }] }) satisfies DimensionDefinition

const dimensions: Record<SalesDimension, DimensionDefinition> = {
  TERRITORY: entity(territories),
  TERRITORY_GROUP: value(territories, territories.groupName),
  COUNTRY: {
    kind: 'country',
    members: [
      { table: territories, value: territories.countryCode },
      { table: customers, value: customers.countryCode },
    ],
  },
  CHANNEL: value(orders, orders.channel),
  PRODUCT: { ...entity(projectedProducts), projectedAt: projectedProducts.projectedAt },
  CATEGORY: { ...value(projectedProducts, projectedProducts.category), projectedAt: projectedProducts.projectedAt },
  SUBCATEGORY: { ...value(projectedProducts, projectedProducts.subcategory), projectedAt: projectedProducts.projectedAt },
  CUSTOMER: entity(customers),
  CUSTOMER_SEGMENT: value(customers, customers.segment),
  CUSTOMER_KIND: { kind: 'value', members: [], all: ['person', 'company'] },
  INDUSTRY: value(customers, customers.industry),
  SALES_PERSON: entity(salesPeople),
  TEAM: value(salesPeople, salesPeople.team),
  ORDER_STATUS: { kind: 'value', members: [], all: ['open', 'shipped', 'cancelled', 'returned'] },
  STAGE: {
    kind: 'value',
    members: [
      { table: opportunities, value: opportunities.stage },
      { table: opportunityStages, value: opportunityStages.stage },
    ],
  },
  LOST_REASON: value(opportunities, opportunities.lostReason),
}

const families = { ...ofRevenue, ...ofCustomers, ...ofQuota, ...ofPipeline, ...ofFunnel, ...ofFulfilment }

/** A metric that the SDL declares and that no family exports does not compile, nor does the reverse. */
const metrics: Record<SalesMetric, MetricDefinition<SalesDimension>> &
  Record<Exclude<keyof typeof families, SalesMetric>, never> = families

/** What sales can be asked. */
export const salesCatalogue = defineCatalogue<SalesMetric, SalesDimension>('sales', {
  metrics,
  dimensions,
  rollups: [orderRollup, opportunityRollup],
  large: ['sales.orders', 'sales.order_lines'],
})
