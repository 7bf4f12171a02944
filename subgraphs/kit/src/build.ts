import { type Domain, subgraphDocument } from '@aems/schema/sdl.ts'
import { buildSubgraphSchema } from '@apollo/subgraph'
import type { GraphQLSchema } from 'graphql'
import { guardFields } from './field-access.ts'
import type { ServingAll } from './serving.ts'
import { sharedResolvers } from './shared-resolvers.ts'

type SubgraphModule = Extract<Parameters<typeof buildSubgraphSchema>[0], readonly unknown[]>[number]
type ResolverMap = Extract<SubgraphModule, { resolvers?: unknown }>['resolvers']

/**
 * A subgraph's schema: its SDL, its resolvers and the scalars that all share, with the SDL's demands on who may read
 * what enforced on every field. The context must hold the `viewer`.
 */
export function buildSubgraph<Resolvers, Rows>(
  domain: Domain,
  resolvers: ServingAll<Omit<Resolvers, keyof typeof sharedResolvers>, Rows>,
): GraphQLSchema {
  const all = { ...sharedResolvers, ...resolvers } as NonNullable<ResolverMap>
  return guardFields(buildSubgraphSchema([{ typeDefs: subgraphDocument(domain), resolvers: all }]), domain)
}
