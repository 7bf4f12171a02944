import { satisfies } from '@aems/schema/catalogue.ts'
import { type Access, classify } from '@aems/schema/classification.ts'
import { type Domain, subgraphDocument, supergraphSdl } from '@aems/schema/sdl.ts'
import { buildSubgraphSchema, type GraphQLSchemaModule } from '@apollo/subgraph'
import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql'
import type { RequestContext } from './context.ts'
import { GraphError, unauthenticated } from './errors.ts'
import { sharedResolvers } from './shared-resolvers.ts'
import type { Viewer } from './viewer.ts'

type ResolverMap = NonNullable<GraphQLSchemaModule['resolvers']>

/**
 * Makes a domain's executable schema from its SDL. Whoever may not read a field is refused here as well as at the
 * router: the subgraph does not rely on who calls it.
 */
export function buildSubgraph(domain: Domain, resolvers: object): GraphQLSchema {
  const map = { ...sharedResolvers, ...resolvers } as ResolverMap
  return withAccess(buildSubgraphSchema([{ typeDefs: subgraphDocument(domain), resolvers: map }]))
}

/** Puts each field's requirements before its resolver. */
function withAccess(schema: GraphQLSchema): GraphQLSchema {
  const access = classify(supergraphSdl())
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue
    for (const field of Object.values(type.getFields())) {
      const required = (access.get(type.name)?.get(field.name) ?? []).filter(({ kind }) => kind !== 'public')
      if (required.length > 0)
        field.resolve = guarded(`${type.name}.${field.name}`, required, field.resolve ?? defaultFieldResolver)
    }
  }
  return schema
}

type Resolver = GraphQLFieldResolver<unknown, RequestContext>

function guarded(path: string, required: readonly Access[], resolve: Resolver): Resolver {
  return (source, args, context, info) => {
    for (const each of required) requireAccess(path, each, context.viewer)
    return resolve(source, args, context, info)
  }
}

/**
 * Holds a viewer to what a field requires.
 * @param path the field, as `Type.field`.
 * @throws GraphError UNAUTHENTICATED, or FORBIDDEN naming the field and the scopes that would do.
 */
export function requireAccess(path: string, required: Access, viewer: Viewer | null): void {
  if (required.kind === 'public') return
  if (!viewer) throw unauthenticated()
  if (required.kind === 'scopes' && !satisfies(viewer.scopes, required.anyOf)) {
    const needed = required.anyOf.map((all) => all.join(' and ')).join(', or ')
    throw new GraphError(
      'FORBIDDEN',
      `You may not read ${path}: it needs ${needed}. An owner of the company can give it to you.`,
      {
        field: path,
      },
    )
  }
}
