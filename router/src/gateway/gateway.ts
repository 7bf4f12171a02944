import type { Domain } from '@aems/schema/sdl.ts'
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway'
import type { RouterContext } from '../context.ts'
import { type Sources, unavailable } from './sources.ts'
import { forGateway } from './supergraph.ts'

/** Plans operations over the supergraph and fetches their parts from `sources`. */
export function openGateway(supergraphSdl: string, sources: Sources): ApolloGateway {
  return new ApolloGateway({
    supergraphSdl: forGateway(supergraphSdl),
    buildService: ({ name }) => dataSource(name as Domain, sources),
    logger: silent,
    experimental_didResolveQueryPlan: ({ queryPlan }) => runnable(queryPlan),
  })
}

/** The gateway would write to the console; everything worth knowing reaches our own log. */
const silent = { debug() {}, info() {}, warn() {}, error() {} }

type QueryPlan = Parameters<
  NonNullable<ConstructorParameters<typeof ApolloGateway>[0]> extends infer Config
    ? Config extends { experimental_didResolveQueryPlan?: infer Told }
      ? Extract<Told, (...told: never[]) => unknown>
      : never
    : never
>[0]['queryPlan']

/**
 * The gateway plans subscriptions, but refuses to run the plans. As a sequence, the root field's fetch and then the rest,
 * such a plan runs like any other, once for each event.
 */
function runnable(plan: QueryPlan): void {
  if (plan.node?.kind !== 'Subscription') return
  const { primary, rest } = plan.node
  plan.node = rest ? { kind: 'Sequence', nodes: [primary, rest] } : primary
}

function dataSource(name: Domain, sources: Sources): GraphQLDataSource {
  return {
    async process({ request, context }) {
      const { query, variables, operationName } = request
      if (!query) return { errors: [unavailable(name)] }
      const fetch = { query, variables, operationName }
      const asked = context as unknown as RouterContext
      try {
        const fetched = query.startsWith('subscription')
          ? await asked.events?.next(() => sources[name].subscribe(fetch, asked))
          : await sources[name].fetch(fetch, asked)
        return { data: fetched?.data ?? null, errors: fetched?.errors }
      } catch {
        asked.events?.close()
        return { data: null, errors: [unavailable(name)] }
      }
    },
  } as GraphQLDataSource
}
