const period = 'last: { n: 12, unit: MONTH }'

type Domain = 'sales' | 'finance' | 'products' | 'hr' | 'risk'

const tile = (domain: Domain, query: string, over = period) =>
  `${domain}Metrics(query: { ${query}, period: { ${over} } }) {
    totals { value previous changeRatio } rows { keys { label id } period { from } cells { value previous changeRatio } } }`

const trend = (domain: Domain, metrics: string) => tile(domain, `metrics: [${metrics}], grain: MONTH, compare: PREVIOUS_YEAR`)

const split = (domain: Domain, metrics: string, by: string) =>
  tile(domain, `metrics: [${metrics}], by: [${by}], grain: MONTH, compare: PREVIOUS_YEAR`)

/** Twelve tiles over five domains, each of a year by month beside the year before. */
export const dashboard = `query Dashboard {
  revenue: ${trend('sales', 'NET_REVENUE, GROSS_MARGIN')}
  orders: ${trend('sales', 'ORDERS, AVERAGE_ORDER_VALUE')}
  byTerritory: ${split('sales', 'NET_REVENUE', 'TERRITORY')}
  byCategory: ${split('sales', 'NET_REVENUE, GROSS_MARGIN', 'CATEGORY')}
  won: ${trend('sales', 'WON_AMOUNT, WIN_RATE')}
  result: ${trend('finance', 'OPERATING_INCOME, NET_INCOME')}
  expenses: ${split('finance', 'OPERATING_EXPENSES', 'ACCOUNT')}
  cash: ${trend('finance', 'CASH_BALANCE')}
  stock: ${trend('products', 'STOCK_VALUE, STOCK_UNITS')}
  purchases: ${split('products', 'PURCHASES', 'SUPPLIER')}
  people: ${trend('hr', 'HEADCOUNT, LEAVERS')}
  incidents: ${split('risk', 'INCIDENTS', 'SEVERITY')}
}`

/** The least that the router can be asked of the database: what other figures are held against. */
export const barely = '{ me { user { name } } }'

const lastYear = 'last: { n: 1, unit: YEAR }'

const byDimension = (domain: Domain, metric: string, dimensions: readonly string[]) =>
  dimensions.map(
    (dimension) =>
      [
        `${metric} by ${dimension}`,
        `{ ${tile(domain, `metrics: [${metric}], by: [${dimension}], first: 100, orderBy: { metric: ${metric} }`, lastYear)} }`,
      ] as const,
  )

/** Questions by one dimension over a year that sums serve. By their names. */
export const served: ReadonlyMap<string, string> = new Map([
  ...byDimension('sales', 'NET_REVENUE', ['TERRITORY', 'TERRITORY_GROUP', 'COUNTRY', 'CHANNEL', 'PRODUCT', 'CATEGORY']),
  ...byDimension('sales', 'NET_REVENUE', ['SUBCATEGORY', 'CUSTOMER', 'CUSTOMER_SEGMENT', 'CUSTOMER_KIND', 'INDUSTRY']),
  ...byDimension('sales', 'NET_REVENUE', ['SALES_PERSON', 'TEAM', 'ORDER_STATUS']),
  ...byDimension('finance', 'OPERATING_EXPENSES', ['ACCOUNT', 'ACCOUNT_SUBTYPE', 'ORG_UNIT', 'LEGAL_ENTITY']),
])

/** Distinct counts by one dimension over a year. */
export const distinct: ReadonlyMap<string, string> = new Map(
  byDimension('sales', 'CUSTOMERS_ORDERING', ['TERRITORY', 'CHANNEL', 'CUSTOMER_SEGMENT', 'CATEGORY', 'PRODUCT']),
)

/** Questions that are added up from the facts. */
export const fromFacts: ReadonlyMap<string, string> = new Map([
  [
    'NET_REVENUE by CATEGORY and TERRITORY',
    `{ ${tile('sales', 'metrics: [NET_REVENUE], by: [CATEGORY, TERRITORY], first: 100', lastYear)} }`,
  ],
])
