import type { OpportunityState, SalesCondition, SalesDimension, SalesMetric } from '../gql/graphql.ts'

/** The list that a metric's records stand in, and the field of a record that sums to the figure. */
export type RecordSource =
  | { readonly list: 'orderLines'; readonly sums?: 'netAmount' | 'grossProfit' | 'quantity' }
  | { readonly list: 'orders'; readonly counts?: true }
  | { readonly list: 'opportunities'; readonly state: OpportunityState; readonly sums?: 'amount'; readonly counts?: true }
  | { readonly list: 'customers'; readonly counts?: true }
  | { readonly list: 'salesTargets' }

export const recordSources: Record<SalesMetric, RecordSource> = {
  NET_REVENUE: { list: 'orderLines', sums: 'netAmount' },
  GROSS_PROFIT: { list: 'orderLines', sums: 'grossProfit' },
  UNITS_SOLD: { list: 'orderLines', sums: 'quantity' },
  GROSS_MARGIN: { list: 'orderLines' },
  AVERAGE_SELLING_PRICE: { list: 'orderLines' },
  ORDERS: { list: 'orders', counts: true },
  AVERAGE_ORDER_VALUE: { list: 'orders' },
  CUSTOMERS_ORDERING: { list: 'orders' },
  REPEAT_CUSTOMERS: { list: 'orders' },
  REPEAT_RATE: { list: 'orders' },
  CUSTOMER_CONCENTRATION: { list: 'orders' },
  NEW_CUSTOMERS: { list: 'customers', counts: true },
  QUOTA: { list: 'salesTargets' },
  QUOTA_ATTAINMENT: { list: 'salesTargets' },
  PIPELINE: { list: 'opportunities', state: 'OPEN', sums: 'amount' },
  OPEN_OPPORTUNITIES: { list: 'opportunities', state: 'OPEN', counts: true },
  WON_AMOUNT: { list: 'opportunities', state: 'WON', sums: 'amount' },
  OPPORTUNITIES_WON: { list: 'opportunities', state: 'WON', counts: true },
  AVERAGE_DEAL_SIZE: { list: 'opportunities', state: 'WON' },
  SALES_CYCLE_DAYS: { list: 'opportunities', state: 'WON' },
  OPPORTUNITIES_LOST: { list: 'opportunities', state: 'LOST', counts: true },
  WIN_RATE: { list: 'opportunities', state: 'CLOSED' },
}

const unknownTo: Record<RecordSource['list'], readonly SalesDimension[]> = {
  orderLines: ['STAGE', 'LOST_REASON'],
  orders: ['STAGE', 'LOST_REASON'],
  customers: ['STAGE', 'LOST_REASON'],
  opportunities: ['CHANNEL', 'ORDER_STATUS'],
  salesTargets: [
    'CHANNEL',
    'ORDER_STATUS',
    'STAGE',
    'LOST_REASON',
    'PRODUCT',
    'CATEGORY',
    'SUBCATEGORY',
    'CUSTOMER',
    'CUSTOMER_SEGMENT',
    'CUSTOMER_KIND',
    'INDUSTRY',
  ],
}

/** Conditions that mean something to a list: as with metrics, the others do not concern it. */
export function conditionsFor(list: RecordSource['list'], where: readonly SalesCondition[]): readonly SalesCondition[] {
  return where.filter((condition) => !unknownTo[list].includes(condition.dimension))
}
