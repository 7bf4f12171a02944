import { requireAccess } from '@aems/kit/access.ts'
import { GraphError, unauthenticated } from '@aems/kit/errors.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import type { Classification } from '@aems/schema/classification.ts'
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

/**
 * Refuses an operation that asks for anything its viewer may not read: before planning, so that nothing is fetched.
 * @throws GraphError UNAUTHENTICATED or FORBIDDEN, naming the first such field and the scope that it needs.
 */
export function checkAccess(document: DocumentNode, schema: GraphQLSchema, access: Classification, viewer: Viewer | null): void {
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
      Field({ name: { value: field } }) {
        if (field === '__typename') return
        if (field === '__schema' || field === '__type') return requireIntrospection(viewer)
        for (const type of possible.at(-1) ?? []) {
          for (const required of access.get(type.name)?.get(field) ?? []) requireAccess(`${type.name}.${field}`, required, viewer)
        }
      },
    }),
  )
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
