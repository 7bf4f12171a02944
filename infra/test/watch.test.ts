import { expect, test } from 'vitest'
import { changeIn } from '../dev/watch.ts'

test.each([
  ['schema', 'sales.graphql', 'schema'],
  ['subgraphs', 'sales/src/metrics/revenue.ts', 'code'],
  ['drizzle', 'sales/migrations/0002_more.up.sql', 'code'],
  ['schema', 'supergraph.graphql', null],
  ['subgraphs', 'sales/src/graph.generated.ts', null],
  ['subgraphs', 'sales/src/test/metrics.test.ts', null],
  ['router', 'node_modules/graphql/index.ts', null],
  ['subgraphs', 'sales/src/notes.txt', null],
])('a change of %s/%s asks for %j', (folder, file, change) => {
  expect(changeIn(folder, file)).toBe(change)
})
