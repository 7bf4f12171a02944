import {
  customers,
  opportunities,
  opportunityStages,
  orderLines,
  orders,
  projectedProducts,
  salesPeople,
  salesTargets,
  territories,
} from '@aems/drizzle/sales/tables.ts'
import type { Fact, Join, Reach } from '@aems/kit/metrics/definition.ts'
import { type Column, type SQL, type SQLWrapper, sql, type Table } from 'drizzle-orm'
import type { SalesDimension } from '../graph.generated.ts'

/** `left join` of the row that a column names, within the company. */
function joinById(
  table: Table & { readonly tenantId: Column; readonly id: Column },
  tenant: Column,
  id: SQLWrapper,
  name: string,
  after: readonly Join[] = [],
): Join {
  return { table: `sales.${name}`, sql: sql`left join ${table} on ${table.tenantId} = ${tenant} and ${table.id} = ${id}`, after }
}

type Reaches = { readonly [Name in SalesDimension]?: Reach }

/** What is known of a territory, a customer, a sales person or a product that a fact names. */
const territoryAttributes = (territory: Join): Reaches => ({
  TERRITORY_GROUP: { key: territories.groupName, through: [territory] },
})

const customerAttributes = (customer: Join): Reaches => ({
  CUSTOMER_SEGMENT: { key: customers.segment, through: [customer] },
  CUSTOMER_KIND: { key: customers.kind, through: [customer] },
  INDUSTRY: { key: customers.industry, through: [customer] },
})

const salesPersonAttributes = (salesPerson: Join): Reaches => ({ TEAM: { key: salesPeople.team, through: [salesPerson] } })

const productAttributes = (product: Join): Reaches => ({
  CATEGORY: { key: projectedProducts.category, through: [product] },
  SUBCATEGORY: { key: projectedProducts.subcategory, through: [product] },
})

const ofOrder = {
  customer: joinById(customers, orders.tenantId, orders.customerId, 'customers'),
  territory: joinById(territories, orders.tenantId, orders.territoryId, 'territories'),
  salesPerson: joinById(salesPeople, orders.tenantId, orders.salesPersonId, 'sales_people'),
}

const orderDimensions: Reaches = {
  TERRITORY: { key: orders.territoryId },
  ...territoryAttributes(ofOrder.territory),
  COUNTRY: {
    key: sql`coalesce(${territories.countryCode}, ${customers.countryCode})`,
    through: [ofOrder.territory, ofOrder.customer],
  },
  CHANNEL: { key: orders.channel },
  CUSTOMER: { key: orders.customerId },
  ...customerAttributes(ofOrder.customer),
  SALES_PERSON: { key: orders.salesPersonId },
  ...salesPersonAttributes(ofOrder.salesPerson),
  ORDER_STATUS: { key: orders.status },
}

const notCancelled: Fact<SalesDimension>['unless'] = {
  dimensions: ['ORDER_STATUS'],
  where: sql`${orders.status} <> 'cancelled'`,
  inWords: 'Cancelled orders are left out.',
}

const anyOrder = sql`exists (select from ${orders})`

/** Orders with the sum of their lines: the small way to whatever does not ask for products. */
export const orderFacts: Fact<SalesDimension> = {
  name: 'orders',
  tables: ['sales.orders'],
  from: sql`${orders}`,
  timing: { kind: 'on', day: orders.orderedOn },
  dimensions: orderDimensions,
  unless: notCancelled,
  known: anyOrder,
}

const ofLine = { product: joinById(projectedProducts, orderLines.tenantId, orderLines.productId, 'projected_products') }

/** Lines of orders, each with its order. */
export const orderLineFacts: Fact<SalesDimension> = {
  name: 'order lines',
  tables: ['sales.order_lines', 'sales.orders'],
  from: sql`${orderLines} join ${orders} on ${orders.tenantId} = ${orderLines.tenantId} and ${orders.id} = ${orderLines.orderId}`,
  timing: { kind: 'on', day: orderLines.orderedOn, sameDays: [orders.orderedOn] },
  dimensions: {
    ...orderDimensions,
    PRODUCT: { key: orderLines.productId },
    ...productAttributes(ofLine.product),
  },
  unless: notCancelled,
  known: anyOrder,
}

const ofOpportunity = {
  customer: joinById(customers, opportunities.tenantId, opportunities.customerId, 'customers'),
  salesPerson: joinById(salesPeople, opportunities.tenantId, opportunities.salesPersonId, 'sales_people'),
  product: joinById(projectedProducts, opportunities.tenantId, opportunities.productId, 'projected_products'),
}

/** An opportunity belongs to its customer's territory, else to its sales person's. */
const opportunityTerritory = sql`coalesce(${customers.territoryId}, ${salesPeople.territoryId})`
const territoryOfOpportunity = joinById(territories, opportunities.tenantId, opportunityTerritory, 'territories', [
  ofOpportunity.customer,
  ofOpportunity.salesPerson,
])

const opportunityDimensions: Reaches = {
  TERRITORY: { key: opportunityTerritory, through: [ofOpportunity.customer, ofOpportunity.salesPerson] },
  ...territoryAttributes(territoryOfOpportunity),
  COUNTRY: {
    key: sql`coalesce(${territories.countryCode}, ${customers.countryCode})`,
    through: [territoryOfOpportunity],
  },
  PRODUCT: { key: opportunities.productId },
  ...productAttributes(ofOpportunity.product),
  CUSTOMER: { key: opportunities.customerId },
  ...customerAttributes(ofOpportunity.customer),
  SALES_PERSON: { key: opportunities.salesPersonId },
  ...salesPersonAttributes(ofOpportunity.salesPerson),
  STAGE: { key: opportunities.stage },
  LOST_REASON: { key: opportunities.lostReason },
}

const anyOpportunity = sql`exists (select from ${opportunities})`

/** That an opportunity is won or lost. */
export const isSettled = sql`${opportunities.stage} in ('won', 'lost')`

/** Opportunities won or lost, by the day that they were. */
export const settledOpportunities: Fact<SalesDimension> = {
  name: 'opportunities won or lost',
  tables: ['sales.opportunities'],
  from: sql`${opportunities}`,
  timing: { kind: 'on', day: opportunities.closedOn },
  dimensions: opportunityDimensions,
  known: anyOpportunity,
}

/** Day from which an opportunity was there; those without a day always were. */
export const opportunityBegan = sql`coalesce(${opportunities.createdOn}, ${opportunities.engagedOn})`

/** That an opportunity was open on a day: there on or before it, and not won or lost on or before it. */
export const isOpenOn = (day: SQLWrapper): SQL => sql`(${opportunityBegan} is null or ${opportunityBegan} <= ${day})
    and (${opportunities.closedOn} > ${day} or (${opportunities.closedOn} is null and not ${isSettled}))`

/** Opportunities open on a day. */
export const openOpportunities: Fact<SalesDimension> = {
  name: 'open opportunities',
  tables: ['sales.opportunities'],
  from: sql`${opportunities}`,
  timing: { kind: 'asOf', counts: isOpenOn, earliest: sql`min(${opportunityBegan})` },
  dimensions: opportunityDimensions,
  known: anyOpportunity,
}

/** Opportunities that were expected to close, by the day that they were. */
export const dueOpportunities: Fact<SalesDimension> = {
  name: 'opportunities due',
  tables: ['sales.opportunities'],
  from: sql`${opportunities}`,
  timing: { kind: 'on', day: opportunities.expectedCloseOn },
  dimensions: opportunityDimensions,
  known: anyOpportunity,
}

/** Stages that opportunities came to, other than the last: nothing is moved on to from won or lost. */
export const enteredStages: Fact<SalesDimension> = {
  name: 'stages entered',
  tables: ['sales.opportunity_stages', 'sales.opportunities'],
  from: sql`(select * from ${opportunityStages} where ${opportunityStages.stage} not in ('won', 'lost')) opportunity_stages
    join ${opportunities} on ${opportunities.id} = opportunity_stages.opportunity_id`,
  timing: { kind: 'on', day: sql`opportunity_stages.entered_on` },
  dimensions: { ...opportunityDimensions, STAGE: { key: sql`opportunity_stages.stage` } },
  known: sql`exists (select from ${opportunityStages})`,
}

/** That the opportunity came to another stage after it, and did not end there as lost. */
export const movedOn = sql`exists (select from ${opportunityStages} later
  where later.tenant_id = opportunity_stages.tenant_id and later.opportunity_id = opportunity_stages.opportunity_id
    and later.stage <> 'lost'
    and (later.entered_on, later.position) > (opportunity_stages.entered_on, opportunity_stages.position))`

const holder = joinById(salesPeople, salesTargets.tenantId, salesTargets.salesPersonId, 'sales_people')
/** A target without a territory belongs to its sales person's. */
const targetTerritory = sql`coalesce(${salesTargets.territoryId}, ${salesPeople.territoryId})`
const territoryOfTarget = joinById(territories, salesTargets.tenantId, targetTerritory, 'territories', [holder])

/** Targets, over the days that they span. */
export const targetFacts: Fact<SalesDimension> = {
  name: 'sales targets',
  tables: ['sales.sales_targets'],
  from: sql`${salesTargets}`,
  timing: { kind: 'over', first: salesTargets.startsOn, last: salesTargets.endsOn },
  dimensions: {
    TERRITORY: { key: targetTerritory, through: [holder] },
    ...territoryAttributes(territoryOfTarget),
    COUNTRY: { key: territories.countryCode, through: [territoryOfTarget] },
    SALES_PERSON: { key: salesTargets.salesPersonId },
    ...salesPersonAttributes(holder),
  },
  known: sql`exists (select from ${salesTargets})`,
}

/** Where a sale counts for targets: in its seller's territory where the seller has targets, else where it was made. */
const sellerHasTargets = sql`coalesce(${orders.salesPersonId} in (select ${salesTargets.salesPersonId} from ${salesTargets}
  where ${salesTargets.salesPersonId} is not null), false)`
const territoryHasTargets = sql`coalesce(${orders.territoryId} in (select ${salesTargets.territoryId} from ${salesTargets}
  where ${salesTargets.territoryId} is not null), false)`

/** That targets were ever set for the order's seller or territory. */
export const isTargeted = sql`(${sellerHasTargets} or ${territoryHasTargets})`

const sellersTerritory = sql`case when ${sellerHasTargets} then ${salesPeople.territoryId} else ${orders.territoryId} end`
const territoryOfSeller = joinById(territories, orders.tenantId, sellersTerritory, 'territories', [ofOrder.salesPerson])

/** Orders as they count for the targets of those who sold them. */
export const targetedOrders: Fact<SalesDimension> = {
  name: 'orders of those with targets',
  tables: ['sales.orders', 'sales.sales_targets'],
  from: sql`${orders}`,
  timing: { kind: 'on', day: orders.orderedOn },
  dimensions: {
    TERRITORY: { key: sellersTerritory, through: [ofOrder.salesPerson] },
    ...territoryAttributes(territoryOfSeller),
    COUNTRY: { key: territories.countryCode, through: [territoryOfSeller] },
    SALES_PERSON: { key: orders.salesPersonId },
    ...salesPersonAttributes(ofOrder.salesPerson),
  },
  unless: notCancelled,
  known: anyOrder,
}
