import { requireAccess } from '@aems/kit/access.ts'
import { GraphError, unauthenticated } from '@aems/kit/errors.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import type { Access, Classification } from '@aems/schema/classification.ts'
import {
  type ASTNode,
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql'

/** Reading the schema itself needs a right of its own. */
const introspectionScope = 'explore:introspect'

/** What an operation asks of its viewer: a field and one of its conditions, or that they may read the schema itself. */
type Demand = { readonly field: string; readonly required: Access } | 'introspection'

/** Operations come again: what each asks of whoever sends it, worked out once. */
const known = new WeakMap<DocumentNode, { readonly access: Classification; readonly demands: readonly Demand[] }>()

/**
 * Refuses an operation that asks for anything its viewer may not read: before planning, so that nothing is fetched.
 * @throws GraphError UNAUTHENTICATED or FORBIDDEN, naming the first such field and the scope that it needs.
 */
export function checkAccess(document: DocumentNode, schema: GraphQLSchema, access: Classification, viewer: Viewer | null): void {
  const kept = known.get(document)
  const demands = kept?.access === access ? kept.demands : demandsOf(document, schema, access)
  known.set(document, { access, demands })
  for (const demand of demands) {
    if (demand === 'introspection') requireIntrospection(viewer)
    else requireAccess(demand.field, demand.required, viewer)
  }
}

/** Everything an operation asks, each once, in its order. */
function demandsOf(document: DocumentNode, schema: GraphQLSchema, access: Classification): readonly Demand[] {
  const demands = new Map<string, readonly Demand[]>()
  const typeInfo = new TypeInfo(schema)
  // What an object of each selection under way can be: within a union, an interface means those of its types alone.
  const possible: (readonly GraphQLObjectType[])[] = []
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      SelectionSet: {
        enter(_node, _key, parent) {
          const types = objectsOf(schema, getNamedType(typeInfo.getParentType()))
          const around = isNode(parent) && parent.kind === Kind.INLINE_FRAGMENT ? possible.at(-1) : undefined
          possible.push(around ? types.filter((type) => around.includes(type)) : types)
        },
        leave() {
          possible.pop()
        },
      },
      Field({ name: { value: name } }) {
        if (name === '__typename') return
        if (name === '__schema' || name === '__type') {
          demands.set(name, ['introspection'])
          return
        }
        for (const type of possible.at(-1) ?? []) {
          const field = `${type.name}.${name}`
          demands.set(
            field,
            (access.get(type.name)?.get(name) ?? []).map((required) => ({ field, required })),
          )
        }
      },
    }),
  )
  return [...demands.values()].flat()
}

function objectsOf(schema: GraphQLSchema, type: GraphQLNamedType | null | undefined): readonly GraphQLObjectType[] {
  if (isAbstractType(type)) return schema.getPossibleTypes(type)
  return isObjectType(type) ? [type] : []
}

const isNode = (parent: ASTNode | readonly ASTNode[] | undefined): parent is ASTNode =>
  parent !== undefined && !Array.isArray(parent)

function requireIntrospection(viewer: Viewer | null): void {
  if (!viewer) throw unauthenticated()
  if (!viewer.scopes.has(introspectionScope)) {
    throw new GraphError('FORBIDDEN', `You may not read the schema itself: it needs ${introspectionScope}.`)
  }
}
