import { holdReferenceFacts } from '@aems/router/testing/reference-facts.ts'
import { expect, test } from 'vitest'
import { salesCatalogue } from '../metrics/metrics.ts'

holdReferenceFacts({
  domain: 'sales',
  metrics: salesCatalogue.metrics,
  companies: ['adventure-works', 'maven-crm'],
  atLeast: 11,
  also: (facts, ask) => {
    const lists = facts.filter(({ metric, by }) => metric === null && by.length === 1 && by[0] === 'ORDER')
    test.each(lists)('$id: $question', async ({ where, having, expected }) => {
      const { orders } = await ask(
        `query ($where: [SalesCondition!]) {
          orders(where: $where, orderBy: NET_AMOUNT_DESC, first: 1000) { nodes { ref netAmount } } }`,
        { where },
      )
      const { nodes } = orders as { nodes: { ref: string; netAmount: string }[] }
      const above = nodes.filter(({ netAmount }) => Number(netAmount) > (having?.[0]?.value ?? 0))
      expect(above.map(({ ref, netAmount }) => ({ keys: { ORDER: ref }, value: Number(netAmount) }))).toEqual(expected)
    })
  },
})
