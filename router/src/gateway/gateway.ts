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
  })
}

/** The gateway would write to the console; everything worth knowing reaches our own log. */
const silent = { debug() {}, info() {}, warn() {}, error() {} }

function dataSource(name: Domain, sources: Sources): GraphQLDataSource {
  return {
    async process({ request, context }) {
      const { query, variables, operationName } = request
      if (!query) return { errors: [unavailable(name)] }
      try {
        const fetched = await sources[name].fetch({ query, variables, operationName }, context as unknown as RouterContext)
        return { data: fetched.data ?? null, errors: fetched.errors }
      } catch {
        return { data: null, errors: [unavailable(name)] }
      }
    },
  } as GraphQLDataSource
}
