/** Headers in which the router and a subgraph in its own process tell each other what is not in the operation. */
export const wire = {
  /** The router's word on who asks; no other header says anything about them. */
  viewer: 'x-aems-viewer',
  /** The same word, for the subgraph to ask the whole graph with. */
  graph: 'x-aems-graph',
  correlation: 'x-correlation-id',
  /** Where the client is: JSON, percent-encoded. */
  client: 'x-aems-client',
} as const

/** Who a token of the router's is for, where that is the graph itself. Others are for the domain that they name. */
export const graphAudience = 'graph'
