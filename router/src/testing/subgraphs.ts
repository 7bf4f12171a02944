import { createSubgraph as ai } from '@aems/ai/subgraph.ts'
import { createSubgraph as auth } from '@aems/auth/subgraph.ts'
import { connectDomain } from '@aems/drizzle/connect.ts'
import type { Subgraph } from '@aems/kit/subgraph.ts'
import { createSubgraph as products } from '@aems/products/subgraph.ts'
import { createSubgraph as sales } from '@aems/sales/subgraph.ts'
import type { Domain } from '@aems/schema/sdl.ts'

/** What a subgraph under test stands on. */
export interface TestSubgraphOptions {
  readonly adminUrl: string
  readonly secret: string
  readonly operatorKey: string
  /** Sees the text of each statement. */
  readonly onStatement: (statement: string) => void
}

/** Makes a domain's subgraph over a test's database, and does `use` with it: contexts differ, so it can't be returned. */
export function withSubgraph<Result>(
  domain: Domain,
  { adminUrl, secret, operatorKey, onStatement }: TestSubgraphOptions,
  use: <Context>(subgraph: Subgraph<Context>) => Result,
): Result {
  const database = connectDomain(domain, adminUrl, secret, { connections: 4, onStatement })
  switch (domain) {
    case 'auth':
      return use(auth({ database, secret, operatorKey }))
    case 'products':
      return use(products({ database }))
    case 'sales':
      return use(sales({ database }))
    case 'ai':
      return use(ai({ database }))
  }
}
