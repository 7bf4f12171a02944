import { graphql } from '../gql/gql.ts'

graphql(`
  fragment Figures on MetricTable {
    columns {
      metric
      label
      unit
      better
      currency
    }
    rows {
      keys {
        dimension
        value
        label
        id
      }
      period {
        from
        to
      }
      cells {
        ...Cell
      }
    }
    totals {
      ...Cell
    }
    rowCount
    period {
      from
      to
    }
    comparedTo {
      from
      to
    }
    asOf
  }
`)

graphql(`
  fragment Cell on MetricCell {
    metric
    value
    previous
    change
    changeRatio
  }
`)

/** Everything that the sales page of a company with orders shows, in one operation. */
export const SalesPage = graphql(`
  query SalesPage(
    $period: PeriodInput!
    $compare: Comparison
    $where: [SalesCondition!]
    $pipelineWhere: [SalesCondition!]
    $quotaWhere: [SalesCondition!]
    $trend: PeriodInput!
    $grain: TimeUnit!
    $trendCompare: Comparison
  ) {
    me {
      ...Shell
    }
    headline: salesMetrics(
      query: {
        metrics: [
          NET_REVENUE
          GROSS_MARGIN
          ORDERS
          AVERAGE_ORDER_VALUE
          QUOTA_ATTAINMENT
          PIPELINE
          WON_AMOUNT
          WIN_RATE
          OPEN_OPPORTUNITIES
          OPPORTUNITIES_WON
          AVERAGE_DEAL_SIZE
          SALES_CYCLE_DAYS
        ]
        period: $period
        where: $where
        compare: $compare
      }
    ) {
      ...Figures
    }
    trend: salesMetrics(query: { metrics: [NET_REVENUE, WON_AMOUNT], period: $trend, grain: $grain, where: $where, compare: $trendCompare }) {
      ...Figures
    }
    territories: salesMetrics(query: { metrics: [NET_REVENUE, WON_AMOUNT], by: [TERRITORY], period: $period, where: $where, compare: $compare }) {
      ...Figures
    }
    categories: salesMetrics(query: { metrics: [NET_REVENUE, WON_AMOUNT], by: [CATEGORY], period: $period, where: $where, compare: $compare }) {
      ...Figures
    }
    customers: salesMetrics(
      query: {
        metrics: [NET_REVENUE, ORDERS, GROSS_MARGIN]
        by: [CUSTOMER]
        period: $period
        where: $where
        compare: $compare
        orderBy: { metric: NET_REVENUE }
        first: 8
      }
    ) {
      ...Figures
    }
    products: salesMetrics(
      query: {
        metrics: [NET_REVENUE, UNITS_SOLD, GROSS_MARGIN]
        by: [PRODUCT]
        period: $period
        where: $where
        compare: $compare
        orderBy: { metric: NET_REVENUE }
        first: 8
      }
    ) {
      ...Figures
    }
    pipeline: salesMetrics(query: { metrics: [PIPELINE, OPEN_OPPORTUNITIES], by: [STAGE], period: $period, where: $pipelineWhere, compare: $compare }) {
      ...Figures
    }
    sellers: salesMetrics(
      query: {
        metrics: [QUOTA_ATTAINMENT, NET_REVENUE, QUOTA]
        by: [SALES_PERSON]
        period: $period
        where: $quotaWhere
        compare: $compare
        having: [{ metric: QUOTA, over: "0" }]
        orderBy: { metric: NET_REVENUE }
        first: 24
      }
    ) {
      ...Figures
    }
    territoryMembers: salesMembers(dimension: TERRITORY, first: 200) {
      value
      label
    }
    channelMembers: salesMembers(dimension: CHANNEL, first: 50) {
      value
      label
    }
    categoryMembers: salesMembers(dimension: CATEGORY, first: 200) {
      value
      label
    }
    metricCatalogue {
      metrics {
        name
        dimensions
      }
    }
  }
`)

/** What a company that sells by deals alone sees besides: its orders would have told the rest. */
export const DealsPage = graphql(`
  query DealsPage($period: PeriodInput!, $compare: Comparison, $where: [SalesCondition!]) {
    wonCustomers: salesMetrics(
      query: {
        metrics: [WON_AMOUNT, OPPORTUNITIES_WON, WIN_RATE]
        by: [CUSTOMER]
        period: $period
        where: $where
        compare: $compare
        orderBy: { metric: WON_AMOUNT }
        first: 8
      }
    ) {
      ...Figures
    }
    wonProducts: salesMetrics(
      query: {
        metrics: [WON_AMOUNT, OPPORTUNITIES_WON, WIN_RATE]
        by: [PRODUCT]
        period: $period
        where: $where
        compare: $compare
        orderBy: { metric: WON_AMOUNT }
        first: 8
      }
    ) {
      ...Figures
    }
    wonSellers: salesMetrics(
      query: {
        metrics: [WON_AMOUNT, OPPORTUNITIES_WON, WIN_RATE]
        by: [SALES_PERSON]
        period: $period
        where: $where
        compare: $compare
        orderBy: { metric: WON_AMOUNT }
        first: 12
      }
    ) {
      ...Figures
    }
    industries: salesMetrics(query: { metrics: [WON_AMOUNT], by: [INDUSTRY], period: $period, where: $where, compare: $compare }) {
      ...Figures
    }
  }
`)
