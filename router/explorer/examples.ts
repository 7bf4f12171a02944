/** Operations to begin with: each runs as it stands for whoever may read sales. */
export const examples = [
  {
    query: `# Revenue by territory over the last four quarters, against the year before.
query RevenueByTerritory {
  salesMetrics(
    query: {
      metrics: [NET_REVENUE, GROSS_MARGIN]
      period: { last: { n: 4, unit: QUARTER } }
      by: [TERRITORY]
      compare: PREVIOUS_YEAR
      orderBy: { metric: NET_REVENUE }
    }
  ) {
    period { from to }
    rows { keys { label } cells { metric value previous changeRatio } }
    totals { metric value previous changeRatio }
    explain { metric formula sources recordCount }
  }
}
`,
  },
  {
    query: `# The ten largest customers of the last twelve months.
query LargestCustomers {
  salesMetrics(
    query: {
      metrics: [NET_REVENUE, ORDERS]
      period: { last: { n: 12, unit: MONTH } }
      by: [CUSTOMER]
      orderBy: { metric: NET_REVENUE }
      first: 10
    }
  ) {
    rows { keys { label id } cells { metric value } }
    rowCount
    totals { metric value }
  }
}
`,
  },
  {
    query: `# The order lines behind a figure, with what products knows of each product.
query LinesBehindAFigure($channel: [String!]) {
  orderLines(
    where: [{ dimension: CHANNEL, in: $channel }]
    period: { last: { n: 1, unit: MONTH } }
    orderBy: NET_AMOUNT_DESC
    first: 20
  ) {
    totalCount
    nodes {
      netAmount
      quantity
      product { name category listPrice }
      order { ref customer { name } salesPerson { name } }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
    variables: '{ "channel": ["online"] }',
  },
  {
    query: `# Members of a dimension by the start of their name, or words of it: what conditions can name.
query FindMembers($search: String) {
  salesMembers(dimension: PRODUCT, search: $search, first: 10) { value label id }
}
`,
    variables: '{ "search": "a" }',
  },
  {
    query: `# Everything that can be asked for as a figure.
query Catalogue {
  metricCatalogue {
    metrics { name label unit description dimensions }
    dimensions { name label description }
  }
}
`,
  },
]
