import {
  customerNumbers,
  customerSetMonths,
  customerSets,
  rollupDeltas as deltas,
  orders,
  rollups,
  salesPeople,
  territories,
} from '@aems/drizzle/sales/tables.ts'
import type { Grain } from '@aems/kit/metrics/cover.ts'
import { type Measure, type MetricDefinition, measuresOf, type Reach, type Source } from '@aems/kit/metrics/definition.ts'
import { type RolledSum, type Rollup, type RollupSplit, rolledSums } from '@aems/kit/metrics/rollups.ts'
import type { DistinctSets, SetSplit } from '@aems/kit/metrics/sets.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import type { Column } from 'drizzle-orm'
import { type SQL, type SQLWrapper, sql, type Table } from 'drizzle-orm'
import type { SalesDimension } from '../graph.generated.ts'
import { CUSTOMERS_ORDERING } from './customers.ts'
import { DAYS_TO_SHIP, ON_TIME_SHIPMENT_RATE, RETURN_RATE } from './fulfilment.ts'
import { DISCOUNT_RATE, GROSS_PROFIT, NET_REVENUE, ORDERS, UNITS_SOLD } from './revenue.ts'

const everyGrain: readonly Grain[] = ['day', 'month', 'year']
const notCancelled = sql`${deltas.orderStatus} <> 'cancelled'`
const notCancelledLines = sql`${deltas.productId} is not null and ${notCancelled}`

/** Cells by a dimension of orders that is a column of deltas. */
const ofOrders = (dimension: SalesDimension, member: Column, more: Partial<RollupSplit<SalesDimension>> = {}) => ({
  dimension,
  grains: everyGrain,
  deltas: { member, where: notCancelled },
  reaches: (key: SQL) => ({ [dimension]: { key } }),
  ...more,
})

/** Cells by what was sold, of lines alone: an order may have several. */
const ofLines = (dimension: SalesDimension, member: Column, more: Partial<RollupSplit<SalesDimension>> = {}) =>
  ofOrders(dimension, member, { deltas: { member, where: notCancelledLines }, ...more })

/** What is known of a member by its id, joined to cells when they are read. */
const attribute = (key: Column, table: Table & { readonly id: Column }, name: string, member: SQL): Reach => ({
  key,
  through: [{ table: `sales.${name}`, sql: sql`left join ${table} on ${table.id} = ${member}` }],
})

const splits: readonly RollupSplit<SalesDimension>[] = [
  { dimension: '', grains: everyGrain, deltas: { where: notCancelled }, reaches: () => ({}) },
  ofOrders('CUSTOMER_KIND', deltas.customerKind),
  ofOrders('CHANNEL', deltas.channel),
  ofOrders('ORDER_STATUS', deltas.orderStatus, { deltas: { member: deltas.orderStatus } }),
  ofOrders('CUSTOMER_SEGMENT', deltas.customerSegment),
  ofOrders('INDUSTRY', deltas.industry),
  ofOrders('COUNTRY', deltas.countryCode),
  ofOrders('TERRITORY', deltas.territoryId, {
    byId: true,
    reaches: (key) => ({
      TERRITORY: { key },
      TERRITORY_GROUP: attribute(territories.groupName, territories, 'territories', key),
    }),
  }),
  ofOrders('SALES_PERSON', deltas.salesPersonId, {
    byId: true,
    reaches: (key) => ({ SALES_PERSON: { key }, TEAM: attribute(salesPeople.team, salesPeople, 'sales_people', key) }),
  }),
  ofOrders('CUSTOMER', deltas.customerId, { byId: true, grains: ['year'] }),
  ofLines('CATEGORY', deltas.category),
  ofLines('SUBCATEGORY', deltas.subcategory),
  ofLines('PRODUCT', deltas.productId, { byId: true, grains: ['month', 'year'] }),
]

const ofSets = (...dimensions: SalesDimension[]) =>
  splits.filter(({ dimension }) => dimension === '' || dimensions.some((each) => each === dimension))

/** Who ordered, by months: bits of their numbers. */
const customersBy = (setSplits: readonly SetSplit<SalesDimension>[], numbers: SQL): DistinctSets<SalesDimension> => ({
  sets: { name: 'sales.customer_sets', table: customerSets, bits: customerSets.customers.name, size: 8192 },
  months: sql`select ${customerSetMonths.month} from ${customerSetMonths} where ${customerSetMonths.made} and not exists (
    select from ${deltas} where ${deltas.day} >= ${customerSetMonths.month} and ${deltas.day} < ${customerSetMonths.month} + interval '1 month')`,
  splits: setSplits,
  numbers,
})

const numbered = sql`left join ${customerNumbers} numbered on numbered.tenant_id = ${orders.tenantId} and numbered.customer_id = ${orders.customerId}`

/** Pairs of each source of a measure that counts customers, from orders and from their lines, and its sets. */
function customerSetsOf({ sources: [ofOrder, ofLine] }: Measure<SalesDimension>) {
  if (ofLine === undefined) throw new TypeError('Customers are counted from orders, or from their lines.')
  const byOrder = ofSets(
    ...(['TERRITORY', 'SALES_PERSON', 'CHANNEL', 'COUNTRY', 'CUSTOMER_SEGMENT'] as const),
    ...(['CUSTOMER_KIND', 'INDUSTRY', 'ORDER_STATUS'] as const),
  )
  const byLine = ofSets('PRODUCT', 'CATEGORY', 'SUBCATEGORY').filter(({ dimension }) => dimension !== '')
  return new Map<Source<SalesDimension>, DistinctSets<SalesDimension>>([
    [ofOrder, customersBy(byOrder, numbered)],
    [ofLine, customersBy(byLine, numbered)],
  ])
}

/** The measure that a ratio divides, or divides by. */
const partOf = (metric: MetricDefinition<SalesDimension>, place: 0 | 1): Measure<SalesDimension> => {
  const part = measuresOf(metric)[place]
  if (part === undefined) throw new TypeError('A ratio has two parts.')
  return part
}

const rolled = (value: SQLWrapper & Column, facts: Column, known?: Column): RolledSum => ({
  value: value.name,
  facts: facts.name,
  ...(known && { known: known.name }),
})

/** A sales person sees their own orders alone, unless they may see all; what they see is not what the cells were summed from. */
export const seesEveryOrder = ({ salesPersonId, scopes }: Viewer): boolean => salesPersonId === null || scopes.has('sales:all')

/** Sums of orders and of their lines. */
export const orderRollup: Rollup<SalesDimension> = {
  cells: { name: 'sales.rollups', table: rollups },
  deltas,
  splits,
  sums: rolledSums<SalesDimension>([
    [NET_REVENUE, rolled(rollups.netAmount, rollups.orders), rolled(rollups.lineAmount, rollups.lines)],
    [ORDERS, rolled(rollups.orders, rollups.orders)],
    [UNITS_SOLD, rolled(rollups.quantity, rollups.lines)],
    [GROSS_PROFIT, rolled(rollups.profit, rollups.lines, rollups.costedLines)],
    [partOf(DISCOUNT_RATE, 1), rolled(rollups.listAmount, rollups.lines)],
    [partOf(ON_TIME_SHIPMENT_RATE, 0), rolled(rollups.ordersOnTime, rollups.ordersOnTime)],
    [partOf(RETURN_RATE, 0), rolled(rollups.returnedOrders, rollups.returnedOrders)],
    [partOf(DAYS_TO_SHIP, 0), rolled(rollups.daysToShip, rollups.shippedOrders)],
    [partOf(DAYS_TO_SHIP, 1), rolled(rollups.shippedOrders, rollups.shippedOrders)],
  ]),
  distinct: customerSetsOf(CUSTOMERS_ORDERING),
  serves: seesEveryOrder,
}
