import { domains } from '@aems/schema/sdl.ts'
import { expect, test } from 'vitest'
import { outputsAfter } from '../dev/outputs.ts'
import { changeIn } from '../dev/watch.ts'

test.each([
  ['schema/sales.graphql', 'schema'],
  ['subgraphs/sales/src/metrics/revenue.ts', 'code'],
  ['drizzle/sales/migrations/0002_more.up.sql', 'code'],
  ['web/sales/revenue-tile.tsx', 'operations'],
  ['schema/supergraph.graphql', null],
  ['subgraphs/sales/src/graph.generated.ts', null],
  ['subgraphs/sales/src/test/metrics.test.ts', null],
  ['router/node_modules/graphql/index.ts', null],
  ['subgraphs/sales/src/notes.txt', null],
  ['web/styles/tokens.css', null],
  ['web/gql/graphql.ts', null],
])('a change of %s asks for %j', (file, change) => {
  expect(changeIn(file)).toBe(change)
})

const salesTypes = 'subgraphs/sales/src/graph.generated.ts'

test.each([
  ['a domain: its types and those of the web', ['schema/sales.graphql'], [salesTypes, 'web/gql/']],
  ['an operation: only those of the web', ['web/sales/revenue-tile.tsx'], ['web/gql/']],
  ['code: none', ['subgraphs/sales/src/data/orders.ts'], []],
])('what is generated after a change of %s', (_, files, outputs) => {
  expect(outputsAfter(changesOf(files))).toEqual(outputs)
})

test('what all domains share is in the types of all', () => {
  expect(outputsAfter(changesOf(['schema/common.graphql']))).toHaveLength(domains.length + 1)
})

function changesOf(files: readonly string[]) {
  return new Map(
    files.flatMap((file) => [[file, changeIn(file)] as const]).flatMap(([file, change]) => (change ? [[file, change]] : [])),
  )
}
