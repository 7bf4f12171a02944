import type { ConstDirectiveNode, DocumentNode, FieldDefinitionNode, ObjectTypeDefinitionNode } from 'graphql'
import { Kind, parse, valueFromASTUntyped } from 'graphql'

/** Who may read a field: anyone, anyone signed in, or whoever holds all scopes of one of the lists. */
export type Access = { kind: 'public' } | { kind: 'authenticated' } | { kind: 'scopes'; anyOf: readonly (readonly string[])[] }

/** Access to each field of each object type of a composed graph: its type's requirement and its own. */
export type Classification = ReadonlyMap<string, ReadonlyMap<string, readonly Access[]>>

interface Directed {
  readonly directives?: readonly ConstDirectiveNode[] | undefined
}

const machinery = /^(join|link|core|federation)__/
const roots = new Set(['Query', 'Mutation', 'Subscription'])
/** Value types that every subgraph shares carry no data of their own: whoever reached them may read them. */
const isShared = (type: ObjectTypeDefinitionNode): boolean =>
  !roots.has(type.name.value) &&
  (type.directives ?? []).filter((directive) => directive.name.value === 'join__type').length > 1 &&
  !hasKey(type)

const hasKey = (type: ObjectTypeDefinitionNode): boolean =>
  (type.directives ?? []).some(
    (directive) =>
      directive.name.value === 'join__type' && directive.arguments?.some((argument) => argument.name.value === 'key'),
  )

function accessOf(node: Directed): Access[] {
  const found: Access[] = []
  for (const directive of node.directives ?? []) {
    const name = directive.name.value
    if (name === 'public') found.push({ kind: 'public' })
    if (name === 'authenticated') found.push({ kind: 'authenticated' })
    if (name === 'requiresScopes') {
      const scopes = directive.arguments?.find((argument) => argument.name.value === 'scopes')
      if (scopes) found.push({ kind: 'scopes', anyOf: valueFromASTUntyped(scopes.value) as string[][] })
    }
  }
  return found
}

function objectTypes(document: DocumentNode): ObjectTypeDefinitionNode[] {
  return document.definitions.filter(
    (node): node is ObjectTypeDefinitionNode => node.kind === Kind.OBJECT_TYPE_DEFINITION && !machinery.test(node.name.value),
  )
}

/**
 * Reads who may see each field from a supergraph's SDL.
 * A field must meet every requirement listed for it: those of its type and its own.
 */
export function classify(supergraphSdl: string): Classification {
  const types = objectTypes(parse(supergraphSdl))
  return new Map(
    types.map((type) => {
      const ofType = isShared(type) ? [{ kind: 'public' } as const] : accessOf(type)
      const fields = (type.fields ?? []).map(
        (field: FieldDefinitionNode) => [field.name.value, [...ofType, ...accessOf(field)]] as const,
      )
      return [type.name.value, new Map(fields)] as const
    }),
  )
}

/** Fields that nobody classified, as `Type.field`. */
export function unclassifiedFields(supergraphSdl: string): string[] {
  const open: string[] = []
  for (const [type, fields] of classify(supergraphSdl)) {
    for (const [field, access] of fields) if (access.length === 0) open.push(`${type}.${field}`)
  }
  return open
}
