import { type Access, type Classification, classify } from '@aems/schema/classification.ts'
import { type Domain, subgraphSdl } from '@aems/schema/sdl.ts'
import { defaultFieldResolver, type GraphQLSchema, isObjectType } from 'graphql'
import { requireAccess } from './access.ts'
import type { Viewer } from './viewer.ts'

/** The part of a subgraph's context that says who asks. */
export interface Asked {
  readonly viewer: Viewer | null
}

/**
 * Makes every field refuse whoever lacks what the SDL demands for it, by its type and itself. The router has checked
 * the same before; this holds where a fetch reaches the subgraph in any other way. Types that all subgraphs share carry
 * no demand: whoever reached them may read them.
 */
export function guardFields(schema: GraphQLSchema, domain: Domain): GraphQLSchema {
  const classification = classify(subgraphSdl(domain))
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue
    const access = classification.get(type.name)
    for (const [name, field] of Object.entries(type.getFields())) {
      const demands = (access?.get(name) ?? []).filter((demand) => demand.kind !== 'public')
      if (demands.length === 0) continue
      const resolve = field.resolve ?? defaultFieldResolver
      field.resolve = (parent, args, context: Asked, info) => {
        requireAll(`${type.name}.${name}`, demands, context.viewer)
        return resolve(parent, args, context, info)
      }
      const { subscribe } = field
      if (!subscribe) continue
      field.subscribe = (parent, args, context: Asked, info) => {
        requireAll(`${type.name}.${name}`, demands, context.viewer)
        return subscribe(parent, args, context, info)
      }
    }
  }
  guardEntities(schema, classification)
  return schema
}

/** Whoever looks a thing up by some of its fields must be one who may read those. */
function guardEntities(schema: GraphQLSchema, classification: Classification): void {
  const field = schema.getQueryType()?.getFields()['_entities']
  const resolve = field?.resolve
  if (!field || !resolve) return
  field.resolve = (parent, args: { representations: readonly Record<string, unknown>[] }, context: Asked, info) => {
    for (const [typeName, names] of representedFields(args.representations)) {
      const access = classification.get(typeName)
      for (const name of names) requireAll(`${typeName}.${name}`, access?.get(name) ?? [], context.viewer)
    }
    return resolve(parent, args, context, info)
  }
}

/** The fields that a list of representations names, by type. */
function representedFields(representations: readonly Record<string, unknown>[]): Map<string, Set<string>> {
  const named = new Map<string, Set<string>>()
  for (const { __typename, ...key } of representations) {
    const names = named.get(String(__typename)) ?? new Set()
    for (const name of Object.keys(key)) names.add(name)
    named.set(String(__typename), names)
  }
  return named
}

function requireAll(path: string, demands: readonly Access[], viewer: Viewer | null): void {
  for (const demand of demands) requireAccess(path, demand, viewer)
}
