import { requireAccess } from '@aems/kit/access.ts'
import { GraphError, unauthenticated } from '@aems/kit/errors.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import type { Classification } from '@aems/schema/classification.ts'
import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
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
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field({ name: { value: field } }) {
        if (field === '__typename') return
        if (field === '__schema' || field === '__type') return requireIntrospection(viewer)
        const parent = getNamedType(typeInfo.getParentType())
        if (!parent) return
        const types = isAbstractType(parent) ? schema.getPossibleTypes(parent) : isObjectType(parent) ? [parent] : []
        for (const type of types) {
          for (const required of access.get(type.name)?.get(field) ?? []) requireAccess(`${type.name}.${field}`, required, viewer)
        }
      },
    }),
  )
}

function requireIntrospection(viewer: Viewer | null): void {
  if (!viewer) throw unauthenticated()
  if (!viewer.scopes.has(introspectionScope)) {
    throw new GraphError('FORBIDDEN', `You may not read the schema itself: it needs ${introspectionScope}.`)
  }
}
