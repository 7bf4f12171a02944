import { graphql } from '../gql/gql.ts'

export const Explain = graphql(`
  query Explain($query: SalesMetricsQuery!) {
    salesMetrics(query: $query) {
      ...Figures
      explain {
        metric
        formula
        sql
        sources
        recordCount
        lag
      }
    }
  }
`)

export const RecordCatalogue = graphql(`
  query RecordCatalogue {
    metricCatalogue {
      metrics {
        domain
        name
        dimensions
        records {
          field
          state
          sums
          counts
        }
      }
    }
  }
`)

export const LineRecords = graphql(`
  query LineRecords($where: [SalesCondition!], $period: PeriodInput, $first: Int!) {
    orderLines(where: $where, period: $period, orderBy: NET_AMOUNT_DESC, first: $first) {
      totalCount
      nodes {
        id
        line
        quantity
        netAmount
        grossProfit
        product {
          id
          name
        }
        order {
          id
          ref
          customer {
            id
            name
          }
        }
      }
    }
  }
`)

export const OrderRecords = graphql(`
  query OrderRecords($where: [SalesCondition!], $period: PeriodInput, $first: Int!) {
    orders(where: $where, period: $period, orderBy: NET_AMOUNT_DESC, first: $first) {
      totalCount
      nodes {
        id
        ref
        netAmount
        customer {
          id
          name
        }
      }
    }
  }
`)

export const OpportunityRecords = graphql(`
  query OpportunityRecords($where: [SalesCondition!], $period: PeriodInput, $state: OpportunityState, $first: Int!) {
    opportunities(where: $where, period: $period, state: $state, first: $first) {
      totalCount
      nodes {
        id
        ref
        amount
        customer {
          id
          name
        }
      }
    }
  }
`)

export const CustomerRecords = graphql(`
  query CustomerRecords($where: [SalesCondition!], $period: PeriodInput, $first: Int!) {
    customers(where: $where, period: $period, first: $first) {
      totalCount
      nodes {
        id
        ref
        name
      }
    }
  }
`)

export const TargetRecords = graphql(`
  query TargetRecords($where: [SalesCondition!], $period: PeriodInput, $first: Int!) {
    salesTargets(where: $where, period: $period, first: $first) {
      totalCount
      nodes {
        id
        startsOn
        endsOn
        amount
        salesPerson {
          id
          name
        }
        territory {
          id
          name
        }
      }
    }
  }
`)

export const LineAmounts = graphql(`
  query LineAmounts($where: [SalesCondition!], $period: PeriodInput, $first: Int!, $after: String) {
    orderLines(where: $where, period: $period, first: $first, after: $after) {
      nodes {
        id
        netAmount
        grossProfit
        quantity
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

export const OpportunityAmounts = graphql(`
  query OpportunityAmounts($where: [SalesCondition!], $period: PeriodInput, $state: OpportunityState, $first: Int!, $after: String) {
    opportunities(where: $where, period: $period, state: $state, first: $first, after: $after) {
      nodes {
        id
        amount
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)
